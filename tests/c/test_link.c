/* A step that several processes take together gives the bits that one takes
   alone.  Here the link is a piece of shared memory between forked processes. */
#define SAMPLES 300
#include "nets.h"

#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_RANKS = 7, ROOM = 1 << 20 };

/* What the ranks see of each other. */
static struct common {
  pthread_barrier_t barrier;
  size_t from[MOST_RANKS][MOST_RANKS + 1];
  char data[MOST_RANKS][ROOM];
  int shares, swaps; /* of rank 0 */
} *common;

static ae_link me = { .size = sizeof me };

static void
meet (void)
{
  pthread_barrier_wait (&common->barrier);
}

static void
share (void *data, const size_t *from)
{
  size_t mine = from[me.rank];

  if (from[me.ranks] > ROOM)
    _exit (3);
  memcpy (common->data[0] + mine, (char *) data + mine, from[me.rank + 1] - mine);
  common->shares += me.rank == 0;
  meet ();
  memcpy (data, common->data[0], from[me.ranks]);
  meet ();
}

static void
swap (const void *out, const size_t *out_from, void *in, const size_t *in_from)
{
  if (out_from[me.ranks] > ROOM)
    _exit (3);
  memcpy (common->data[me.rank], out, out_from[me.ranks]);
  memcpy (common->from[me.rank], out_from, ((size_t) me.ranks + 1) * sizeof *out_from);
  common->swaps += me.rank == 0;
  meet ();
  for (int k = 0; k < me.ranks; k++)
    {
      const size_t *from = common->from[k] + me.rank;

      if (from[1] - from[0] != in_from[k + 1] - in_from[k])
        _exit (4);
      memcpy ((char *) in + in_from[k], common->data[k] + from[0], from[1] - from[0]);
    }
  meet ();
}

/* A loss and the parameters after an epoch, and the gradient of the whole data. */
typedef struct { double loss, objective; ae_real numbers[2 * 4096]; } outcome;

static int
work (const AE (net) *net, AE (job) *job, outcome *out)
{
  ae_progress progress;
  ae_error err;

  if (2 * net->nparams > sizeof out->numbers / sizeof *out->numbers)
    return 5;
  if (AE (objective) (net, job, &out->objective, out->numbers, &err) != AE_OK)
    return 6;
  if (AE (train_slice) (net, job, &progress, &err) != AE_OK || progress.nonfinite)
    return 7;
  out->loss = progress.loss;
  memcpy (out->numbers + net->nparams, job->p, net->nparams * sizeof *job->p);
  return 0;
}

/* Child number `rank` ends with 0 when it has the bits of one process alone. */
static int
as_rank (const AE (net) *net, int rank, int ranks, size_t batch, int threads, const outcome *alone)
{
  AE (job) job = make_job (net, threads);
  static outcome out;
  int status;

  me.rank = rank;
  me.ranks = ranks;
  me.share = share;
  me.swap = swap;
  job.link = &me;
  job.batch = batch;
  status = work (net, &job, &out);
  release_job (&job);
  return status ? status : memcmp (&out, alone, sizeof out) != 0;
}

static void
check_ranks (net_maker make, int ranks, size_t batch, int threads)
{
  static outcome alone;
  AE (net) net;
  AE (job) job;
  ae_error err;
  pthread_barrierattr_t attr;
  pid_t child[MOST_RANKS];

  CHECK (make (&net, &err) == AE_OK);
  job = make_job (&net, 1);
  job.batch = batch;
  memset (&alone, 0, sizeof alone);
  CHECK (work (&net, &job, &alone) == 0);
  release_job (&job);
  common = mmap (NULL, sizeof *common, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_barrierattr_init (&attr);
  pthread_barrierattr_setpshared (&attr, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init (&common->barrier, &attr, (unsigned) ranks);
  fflush (stdout);
  for (int k = 0; k < ranks; k++)
    if ((child[k] = fork ()) == 0)
      _exit (as_rank (&net, k, ranks, batch, threads, &alone));
  for (int k = 0; k < ranks; k++)
    {
      int status = -1;

      CHECK (waitpid (child[k], &status, 0) == child[k]);
      if (status != 0)
        printf ("rank %d of %d, batch %zu, %d threads: status %x\n", k, ranks, batch, threads, (unsigned) status);
      CHECK (status == 0);
    }
  CHECK (common->shares > 0 && (common->swaps > 0) == (ranks > 1));
  munmap (common, sizeof *common);
  AE (net_free) (&net);
}

/* Batches that shards and ranks do not divide, ranks without work, last batches
   that are short. */
static void
check_net (net_maker make)
{
  for (int ranks = 2; ranks <= MOST_RANKS; ranks += ranks < 4 ? 1 : 3)
    for (int threads = 1; threads <= (ranks == 2 ? 2 : 1); threads++)
      {
        check_ranks (make, ranks, 40, threads);
        check_ranks (make, ranks, SAMPLES, threads);
        check_ranks (make, ranks, 140, threads);
      }
}

TEST (ranks_give_the_bits_of_one_process_images) { check_net (image_net); }
TEST (ranks_give_the_bits_of_one_process_dense) { check_net (dense_net); }
