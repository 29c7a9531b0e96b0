/* MPI for the gateway __ae_mpi__, the only one that is linked with it; built
   where mpicc is (Makefile). */
#ifndef AE_MEX_MPI_H
#define AE_MEX_MPI_H

#include "../core/link.h"

/* Starts MPI unless that is done; *beside: ranks on this machine.  What needs MPI
   begins with this.  Without mpirun there is one rank. */
const ae_link *ae_mpi_start (int *beside);
const ae_link *ae_mpi_link (void); /* NULL: not started */

/* values[i] becomes the largest that any rank has. */
void ae_mpi_agree (double *values, int count);
/* data of rank 0 goes to all. */
void ae_mpi_tell (void *data, size_t bytes);
/* Ends all ranks. */
_Noreturn void ae_mpi_abort (void);

/* From hold to release SIGTERM, which mpirun sends when a rank has died or
   Ctrl-C is typed, writes the words and sets a flag; a second one ends the process. */
void ae_mpi_hold (const char *words);
void ae_mpi_release (void);
int ae_mpi_terminated (void);

#endif
