/* Threads: a parallel loop over tasks, and a BLAS that stays out of the way. */
#define _GNU_SOURCE
#include "../ae.h"

#include <dlfcn.h>
#include <omp.h>
#include <string.h>

enum { MAX_THREADS = 256 };

int
ae_default_threads (void)
{
  int n = omp_get_max_threads (), p = omp_get_num_procs ();

  /* A BLAS built on OpenMP may have set OpenMP's own default to 1. */
  return n > 1 ? n : p > 0 ? p : 1;
}

typedef void (*set_threads_fn) (int);
typedef int (*get_threads_fn) (void);

/* Octave has loaded the BLAS; its symbols are looked up in the process,
   because whatever -l says, that one answers the calls. */
static void *
find_symbol (const char *name)
{
  return dlsym (RTLD_DEFAULT, name);
}

static int depth = 0;
static int saved_blas = 0;
static int saved_omp = 0;

void
ae_blas_begin (void)
{
  void *get = find_symbol ("openblas_get_num_threads"), *set = find_symbol ("openblas_set_num_threads");

  if (depth++ > 0 || ! get || ! set)
    return;
  saved_omp = omp_get_max_threads ();
  saved_blas = ((get_threads_fn) get) ();
  if (saved_blas != 1)
    ((set_threads_fn) set) (1);
}

void
ae_blas_end (void)
{
  void *set = find_symbol ("openblas_set_num_threads");

  if (--depth > 0 || ! set)
    return;
  if (saved_blas != 1)
    ((set_threads_fn) set) (saved_blas);
  /* The OpenMP build of OpenBLAS sets OpenMP's default as a side effect. */
  if (omp_get_max_threads () != saved_omp)
    omp_set_num_threads (saved_omp);
}

const char *
ae_blas_name (void)
{
  char *(*config) (void);
  Dl_info info;
  void *sym = find_symbol ("openblas_get_config");

  if (sym)
    {
      memcpy (&config, &sym, sizeof sym);
      return config ();
    }
  sym = find_symbol ("sgemm_");
  return sym && dladdr (sym, &info) && info.dli_fname ? info.dli_fname : "";
}

void
ae_parallel (int nthreads, size_t ntasks, ae_task task, void *arg)
{
  int n = nthreads < 1 ? ae_default_threads () : nthreads;

  n = n > MAX_THREADS ? MAX_THREADS : n;
  n = (size_t) n > ntasks ? (int) ntasks : n;
  if (n <= 1)
    {
      for (size_t i = 0; i < ntasks; i++)
        task (arg, i, 0);
      return;
    }
#pragma omp parallel for num_threads(n) schedule(dynamic, 1)
  for (size_t i = 0; i < ntasks; i++)
    task (arg, i, omp_get_thread_num ());
}
