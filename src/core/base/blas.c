/* The BLAS that this process has loaded: which one it is, whether the core may
   call it from several threads, and its own threads put to rest.

   Its symbols are looked up in the process: whatever was linked, the library
   that Octave loaded answers the calls.  Which one that is, sgemm_ tells: a
   process may have loaded another beside it, for something else. */
#include "platform.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Libraries that are worth calling, and safe to call from several threads
   unless `unsafe` says otherwise.  No other computes products for the core: the
   core's own product is 10 times as fast as the reference BLAS, 4 times as ATLAS
   and twice as BLIS (Debian 12), and a library that nobody knows may take no
   locks. */
typedef struct {
  const char *name;
  const char *marker; /* a function that only this library has */
  const char *get, *set; /* the number of its threads */
  int (*unsafe) (void);
} library;

/* A function of the library that sgemm_ comes from. */
static void *
find (const char *name)
{
  return ae_find_symbol_near (name, ae_find_symbol ("sgemm_"));
}

static int openblas_unsafe (void);

static const library libraries[] = {
  { "OpenBLAS", "openblas_get_config", "openblas_get_num_threads", "openblas_set_num_threads", openblas_unsafe },
  { "MKL", "MKL_Set_Num_Threads", "MKL_Get_Max_Threads", "MKL_Set_Num_Threads", NULL },
  { "Accelerate", "appleblas_sgeadd", NULL, NULL, NULL },
};

/* openblas_get_parallel: 0 no threads, and then no locks either: its buffers
   are handed out twice when two threads ask.  2: OpenMP's, which counts the
   threads that OpenMP started and no others. */
static int
openblas_unsafe (void)
{
  int (*parallel) (void) = (int (*) (void)) (uintptr_t) find ("openblas_get_parallel");
  int kind = parallel ? parallel () : 0;

  return kind == 0 || (kind == 2 && ! ae_crew_is_openmp ());
}

/* Where none of the table is loaded. */
static const library missing = { "", NULL, NULL, NULL, NULL };

static const library *
find_library (void)
{
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
    if (find (libraries[i].marker))
      return &libraries[i];
  return &missing;
}

static const library *
loaded (void)
{
  static _Atomic (const library *) known = NULL;

  if (! atomic_load (&known))
    atomic_store (&known, find_library ());
  return atomic_load (&known);
}

/* The environment variable AE_PRODUCT (blas, own) has the last word. */
static int
decide (void)
{
  const char *wanted = getenv ("AE_PRODUCT");
  const library *l = loaded ();

  if (wanted && (strcmp (wanted, "blas") == 0 || strcmp (wanted, "own") == 0))
    return strcmp (wanted, "blas") == 0;
  return l != &missing && ! (l->unsafe && l->unsafe ());
}

int
ae_blas_for_shards (void)
{
  const char *wanted = getenv ("AE_PRODUCT");

  return ae_blas_usable () && (ae_isa_now () == AE_BASELINE || (wanted && strcmp (wanted, "blas") == 0));
}

int
ae_blas_fast (void)
{
  return loaded () != &missing;
}

int
ae_blas_usable (void)
{
  static atomic_int usable = -1;

  if (atomic_load (&usable) < 0)
    atomic_store (&usable, decide ());
  return atomic_load (&usable);
}

/* A BLAS whose integers have 64 bits takes this n for a negative number and
   finds no largest of none; with 32 bits it is 3.  (Where the high half comes
   first in memory, 32 bits see 0 and 64 bits see 3.) */
static int
has_wide_integers (void)
{
  const union { int64_t whole; int32_t half[2]; } one = { 1 };
  const int little = one.half[0] == 1;
  const int64_t n = little ? (int64_t) 0xffffffff00000003u : 3;
  const float x[3] = { 1, 2, 3 };
  int (*largest) (const int64_t *, const float *, const int64_t *)
      = (int (*) (const int64_t *, const float *, const int64_t *)) (uintptr_t) find ("isamax_");
  int place = largest ? largest (&n, x, &one.whole) : 0;

  return largest && (little ? place == 0 : place != 0);
}

const char *
ae_blas_trouble (void)
{
  static atomic_int wide = -1;

  if (atomic_load (&wide) < 0)
    atomic_store (&wide, has_wide_integers ());
  return atomic_load (&wide) ? "the BLAS library that is loaded counts with 64-bit integers (ILP64), which Octave's own"
                               " functions do not; choose one with 32-bit integers, such as libopenblas0"
                             : NULL;
}

static int depth = 0;
static int saved_threads = 1;
static int saved_limit = 0;

static int
library_threads (const library *l)
{
  int (*get) (void) = (int (*) (void)) (uintptr_t) (l->get ? find (l->get) : NULL);

  return get ? get () : 1;
}

static void
set_library_threads (const library *l, long n)
{
  void (*set) (long) = (void (*) (long)) (uintptr_t) (l->set ? find (l->set) : NULL);

  if (set)
    set (n);
}

/* OpenBLAS on x86-64 takes 128 MB of addresses for each thread that calls it. */
enum { BUFFER = 1 << 27 };

ae_status
ae_blas_room (int threads, ae_error *err)
{
  if (! ae_blas_usable () || loaded ()->unsafe != openblas_unsafe || ae_system_room ((size_t) threads * BUFFER))
    return AE_OK;
  return ae_fail_memory (err, (size_t) threads * BUFFER);
}

int
ae_blas_threads (void)
{
  return library_threads (loaded ());
}

void
ae_blas_begin (void)
{
  if (depth++ > 0)
    return;
  saved_limit = ae_crew_limit ();
  saved_threads = library_threads (loaded ());
  if (saved_threads != 1)
    set_library_threads (loaded (), 1);
}

void
ae_blas_end (void)
{
  if (--depth > 0)
    return;
  if (saved_threads != 1)
    set_library_threads (loaded (), saved_threads);
  /* The OpenMP build of OpenBLAS sets OpenMP's default as a side effect. */
  if (ae_crew_limit () != saved_limit)
    ae_crew_set_limit (saved_limit);
}

const char *
ae_blas_name (void)
{
  const library *l = loaded ();
  char *(*words) (void);

  if (l == &missing)
    return ae_library_of (ae_find_symbol ("sgemm_"));
  words = (char *(*) (void)) (uintptr_t) (strstr (l->marker, "config") ? find (l->marker) : NULL);
  return words ? words () : l->name;
}
