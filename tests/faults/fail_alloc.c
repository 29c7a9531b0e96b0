/* Makes the k-th allocation of a call fail.  One file in two parts: Octave is
   started with it in LD_PRELOAD, so that it stands between the package and the
   C library; and as a MEX function it takes orders:

     fail_alloc (k)    the k-th block that the core wants from now on (0: the
                       next; -1: none) is refused: it alone takes aligned ones
     [refused, held] = fail_alloc ()   was it, and how many blocks the core holds
     [...] = fail_alloc (k, file, name, ...)   calls the MEX function in file,
                       and refuses the k-th block that anybody wants meanwhile,
                       Octave too

   Linux with glibc: tests/faults/allocations.m uses it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <mex.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

void *__libc_malloc (size_t n);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *p, size_t n);
void *__libc_memalign (size_t align, size_t n);
void __libc_free (void *p);

static atomic_long left = -1;        /* so many blocks before the one that is refused */
static atomic_int anybody = 0;       /* or the core's blocks only */
static atomic_int refused = 0;
static char called[64];              /* the MEX function that is called from here */
static atomic_long held = 0;

/* The core's blocks, by address; what does not fit is not counted. */
enum { PLACES = 1 << 16 };
static _Atomic (uintptr_t) places[PLACES];

static void
remember (void *p)
{
  for (size_t i = ((uintptr_t) p >> 6) % PLACES, tries = 0; tries < PLACES; i = (i + 1) % PLACES, tries++)
    {
      uintptr_t empty = 0;

      if (atomic_compare_exchange_strong (&places[i], &empty, (uintptr_t) p))
        {
          atomic_fetch_add (&held, 1);
          return;
        }
    }
}

/* Blocks are taken out of a row of places: look at some behind the first. */
static void
forget (void *p)
{
  for (size_t i = ((uintptr_t) p >> 6) % PLACES, tries = 0; tries < 64; i = (i + 1) % PLACES, tries++)
    {
      uintptr_t mine = (uintptr_t) p;

      if (atomic_compare_exchange_strong (&places[i], &mine, 0))
        {
          atomic_fetch_sub (&held, 1);
          return;
        }
    }
}

static int
refuse (int core)
{
  if (atomic_load (&left) < 0 || (! core && ! atomic_load (&anybody)) || atomic_fetch_sub (&left, 1) != 0)
    return 0;
  atomic_store (&refused, 1);
  errno = ENOMEM;
  return 1;
}

#define PUBLIC __attribute__ ((visibility ("default")))

PUBLIC void *
malloc (size_t n)
{
  return refuse (0) ? NULL : __libc_malloc (n);
}

PUBLIC void *
calloc (size_t n, size_t size)
{
  return refuse (0) ? NULL : __libc_calloc (n, size);
}

PUBLIC void *
realloc (void *p, size_t n)
{
  return refuse (0) ? NULL : __libc_realloc (p, n);
}

PUBLIC void *
aligned_alloc (size_t align, size_t n)
{
  void *p = refuse (1) ? NULL : __libc_memalign (align, n);

  if (p)
    remember (p);
  return p;
}

PUBLIC void
free (void *p)
{
  if (p && ((uintptr_t) p & 63) == 0)
    forget (p);
  __libc_free (p);
}

/* What a gateway is called in its errors */
PUBLIC const char *
mexFunctionName (void)
{
  static const char *(*real) (void);

  if (! real)
    *(void **) &real = dlsym (RTLD_NEXT, "mexFunctionName");
  return called[0] ? called : real ();
}

static void
arm (long k, int all)
{
  atomic_store (&refused, 0);
  atomic_store (&anybody, all);
  atomic_store (&left, k);
}

/* However the call ends: Octave's errors are C++ exceptions. */
static void
disarm (const int *unused)
{
  (void) unused;
  atomic_store (&left, -1);
  called[0] = '\0';
}

static void
call (int nlhs, mxArray *plhs[], int nrhs, const mxArray *prhs[])
{
  int armed __attribute__ ((cleanup (disarm))) = 1;
  char *file = mxArrayToString (prhs[1]);
  void *library = dlopen (file, RTLD_LAZY);
  void (*function) (int, mxArray *[], int, const mxArray *[]);

  (void) armed;
  if (! library)
    mexErrMsgTxt (dlerror ());
  *(void **) &function = dlsym (library, "mexFunction");
  mxGetString (prhs[2], called, sizeof called);
  arm ((long) mxGetScalar (prhs[0]), 1);
  function (nlhs, plhs, nrhs - 3, prhs + 3);
}

PUBLIC void
mexFunction (int nlhs, mxArray *plhs[], int nrhs, const mxArray *prhs[])
{
  if (nrhs > 2)
    {
      call (nlhs, plhs, nrhs, prhs);
      return;
    }
  atomic_store (&left, -1);
  plhs[0] = mxCreateDoubleScalar (atomic_load (&refused));
  if (nlhs > 1)
    plhs[1] = mxCreateDoubleScalar ((double) atomic_load (&held));
  if (nrhs > 0)
    arm ((long) mxGetScalar (prhs[0]), 0);
}
