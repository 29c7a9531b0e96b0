#define _GNU_SOURCE /* dladdr, on_exit */
#include "mpi.h"
#include "../core/ae.h"

#include <dlfcn.h>
#include <limits.h>
#include <mpi.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* MPI counts in int: what is larger goes in slices. */
enum { SLICE = 1 << 30 };

static MPI_Comm all;
static int *counts, *starts; /* a number a rank */

/* ---- SIGTERM ---- */

static volatile sig_atomic_t terminated = 0;
static struct sigaction before;
static sigset_t mask_before;
static char last_words[4096];
static int held = 0;
static double first;

/* mpirun may tell a rank twice; who tells it again later means it. */
static void
on_terminate (int sig)
{
  double now = ae_seconds ();
  ssize_t written = 0;

  if (! terminated)
    {
      first = now;
      written = write (STDERR_FILENO, last_words, strlen (last_words));
    }
  else if (now > first + 1)
    {
      signal (sig, SIG_DFL);
      raise (sig);
    }
  (void) written;
  terminated = 1;
}

/* Octave may block the signal in this thread and wait for it in another; this
   one comes first where it takes it.  To be called before every wait for others. */
static void
listen (void)
{
  sigset_t mask;

  if (held == 0)
    return;
  sigemptyset (&mask);
  sigaddset (&mask, SIGTERM);
  pthread_sigmask (SIG_UNBLOCK, &mask, NULL);
}

void
ae_mpi_hold (const char *words)
{
  struct sigaction action = { .sa_handler = on_terminate, .sa_flags = SA_RESTART };

  if (held++ > 0)
    return;
  strncpy (last_words, words, sizeof last_words - 1);
  terminated = 0;
  sigaction (SIGTERM, &action, &before);
  pthread_sigmask (SIG_BLOCK, NULL, &mask_before);
  listen ();
}

void
ae_mpi_release (void)
{
  if (held == 0 || --held > 0)
    return;
  pthread_sigmask (SIG_SETMASK, &mask_before, NULL);
  sigaction (SIGTERM, &before, NULL);
}

int
ae_mpi_terminated (void)
{
  return terminated;
}

/* ---- what the engine calls ---- */

static void
tell (char *data, size_t bytes, int root)
{
  listen ();
  for (size_t at = 0; at < bytes; at += SLICE)
    MPI_Bcast (data + at, (int) (bytes - at < SLICE ? bytes - at : SLICE), MPI_BYTE, root, all);
}

static ae_link self;

static void
share (void *data, const size_t *from)
{
  listen ();
  if (from[self.ranks] > INT_MAX)
    {
      for (int k = 0; k < self.ranks; k++)
        tell ((char *) data + from[k], from[k + 1] - from[k], k);
      return;
    }
  for (int k = 0; k < self.ranks; k++)
    {
      starts[k] = (int) from[k];
      counts[k] = (int) (from[k + 1] - from[k]);
    }
  MPI_Allgatherv (MPI_IN_PLACE, 0, MPI_DATATYPE_NULL, data, counts, starts, MPI_BYTE, all);
}

/* One slice out and one in, as long as there is something left of either. */
static void
swap_slices (const char *out, size_t out_bytes, int to, char *in, size_t in_bytes, int source)
{
  for (size_t at = 0; at < out_bytes || at < in_bytes; at += SLICE)
    {
      MPI_Request requests[2] = { MPI_REQUEST_NULL, MPI_REQUEST_NULL };

      if (at < in_bytes)
        MPI_Irecv (in + at, (int) (in_bytes - at < SLICE ? in_bytes - at : SLICE), MPI_BYTE, source, 0, all, &requests[0]);
      if (at < out_bytes)
        MPI_Isend (out + at, (int) (out_bytes - at < SLICE ? out_bytes - at : SLICE), MPI_BYTE, to, 0, all, &requests[1]);
      MPI_Waitall (2, requests, MPI_STATUSES_IGNORE);
    }
}

/* In round d with the ranks that stand d before and behind. */
static void
swap (const void *out, const size_t *out_from, void *in, const size_t *in_from)
{
  const char *from = out;
  char *to = in;
  int ranks = self.ranks, me = self.rank;

  listen ();
  memcpy (to + in_from[me], from + out_from[me], out_from[me + 1] - out_from[me]);
  for (int d = 1; d < ranks; d++)
    {
      int next = (me + d) % ranks, last = (me + ranks - d) % ranks;

      swap_slices (from + out_from[next], out_from[next + 1] - out_from[next], next, to + in_from[last],
                   in_from[last + 1] - in_from[last], last);
    }
}

/* ---- start and end ---- */

/* A rank that ends with an error must not leave the others waiting for it. */
static void
end_mpi (int status, void *unused)
{
  int over = 1;

  (void) unused;
  MPI_Finalized (&over);
  if (over)
    return;
  if (status != 0 && self.ranks > 1)
    MPI_Abort (MPI_COMM_WORLD, status);
  MPI_Finalize ();
}

#ifndef __GLIBC__
static void
end_well (void)
{
  end_mpi (0, NULL);
}
#endif

/* The code above is called when Octave has closed its MEX files: it must stay. */
static void
stay_loaded (void)
{
  Dl_info info;

#ifdef RTLD_NODELETE
  if (dladdr (&self, &info))
    dlopen (info.dli_fname, RTLD_NOW | RTLD_NODELETE);
#endif
#ifdef __GLIBC__
  on_exit (end_mpi, NULL);
#else
  atexit (end_well);
#endif
}

static int
ranks_beside (void)
{
  MPI_Comm here;
  int n = 1;

  MPI_Comm_split_type (all, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
  MPI_Comm_size (here, &n);
  MPI_Comm_free (&here);
  return n;
}

const ae_link *
ae_mpi_start (int *beside)
{
  static int here;
  int there = 0, level;

  if (self.ranks == 0)
    {
      MPI_Initialized (&there);
      if (! there)
        MPI_Init_thread (NULL, NULL, MPI_THREAD_FUNNELED, &level);
      stay_loaded ();
      MPI_Comm_dup (MPI_COMM_WORLD, &all);
      MPI_Comm_rank (all, &self.rank);
      MPI_Comm_size (all, &self.ranks);
      self.size = sizeof self;
      self.share = share;
      self.swap = swap;
      counts = ae_calloc (2 * (size_t) self.ranks, sizeof *counts);
      if (! counts)
        ae_mpi_abort ();
      starts = counts + self.ranks;
      here = ranks_beside ();
    }
  *beside = here;
  return &self;
}

const ae_link *
ae_mpi_link (void)
{
  return self.ranks > 0 ? &self : NULL;
}

void
ae_mpi_agree (double *values, int count)
{
  listen ();
  MPI_Allreduce (MPI_IN_PLACE, values, count, MPI_DOUBLE, MPI_MAX, all);
}

void
ae_mpi_tell (void *data, size_t bytes)
{
  tell (data, bytes, 0);
}

void
ae_mpi_abort (void)
{
  MPI_Abort (MPI_COMM_WORLD, 1);
  _exit (1);
}
