/* A crew of OpenMP's threads, which sleep between two crews. */
#include "platform.h"

#include <omp.h>
#include <stdlib.h>

void
ae_crew_run (int n, void (*member) (void *arg, int number), void *arg)
{
#pragma omp parallel num_threads(n)
  member (arg, omp_get_thread_num ());
}

/* A BLAS built on OpenMP may have set OpenMP's own default to 1: that counts only
   where somebody has asked for it. */
int
ae_crew_default (void)
{
  int n = omp_get_max_threads (), p = omp_get_num_procs ();
  const char *asked = getenv ("OMP_NUM_THREADS");

  return n > 1 || (asked && atoi (asked) == 1) ? n : p > 0 ? p : 1;
}

int
ae_crew_busy (void)
{
  return omp_in_parallel ();
}

int
ae_crew_limit (void)
{
  return omp_get_max_threads ();
}

void
ae_crew_set_limit (int n)
{
  omp_set_num_threads (n);
}

int
ae_crew_is_openmp (void)
{
  return 1;
}
