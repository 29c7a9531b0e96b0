/* Several processes that train one net together: the ranks.  The core knows how
   many there are and which one it is; what carries numbers between them is
   handed in by a gateway (mex/mpi.c), so nothing here knows of MPI.

   A rank does its part of the groups of each minibatch (step_link.c) and
   everything else as the others do; all must make the same calls.  A call does
   what it says, or ends the process. */
#ifndef AE_LINK_H
#define AE_LINK_H

#include <stddef.h>

typedef struct {
  size_t size;      /* sizeof (ae_link), so that two builds cannot be mixed */
  int rank, ranks;  /* rank: 0 .. ranks-1 */
  /* Bytes from[k] .. from[k+1]-1 of data are there on rank k, and afterwards on
     all. */
  void (*share) (void *data, const size_t *from);
  /* Those bytes of out go to rank k; those of in, by in_from, come from rank k. */
  void (*swap) (const void *out, const size_t *out_from, void *in, const size_t *in_from);
} ae_link;

#endif
