/* Threads: a parallel loop over tasks, and a BLAS that stays out of the way. */
#define _GNU_SOURCE
#include "../ae.h"

#include <dlfcn.h>
#include <omp.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
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

/* A team of threads: OpenMP starts them, tasks are handed out here.

   OpenMP's own barriers spin for a millisecond; on a machine with other work
   that makes a training step many times slower.  Here a worker looks for work
   for a few microseconds and then sleeps, and whoever has not arrived when the
   tasks run out is not waited for. */
typedef struct {
  /* Job number << 32 | OPEN while tasks may be left | workers inside. */
  _Atomic uint64_t state;
  _Atomic size_t next;
  _Atomic int sleepers, quit;
  ae_task task;
  void *arg;
  size_t ntasks;
  int size;
  pthread_mutex_t mutex;
  pthread_cond_t changed;
} team;

static const uint64_t OPEN = (uint64_t) 1 << 31, JOB = (uint64_t) 1 << 32;
enum { LOOKS = 2000 };

/* The team that this thread leads; NULL inside a task too. */
static _Thread_local team *leading = NULL;

static void
pause_a_little (void)
{
#if defined __x86_64__ || defined __i386__
  __builtin_ia32_pause ();
#endif
}

static void
run_tasks (team *t, int worker)
{
  for (size_t i; (i = atomic_fetch_add (&t->next, 1)) < t->ntasks;)
    t->task (t->arg, i, worker);
}

/* Joins the job that is open now, does its share and leaves. */
static void
try_to_help (team *t, int worker, uint64_t seen)
{
  while (seen & OPEN)
    if (atomic_compare_exchange_strong (&t->state, &seen, seen + 1))
      {
        run_tasks (t, worker);
        atomic_fetch_sub (&t->state, 1);
        return;
      }
}

/* Returns when the state is no longer `seen`, or the team breaks up. */
static void
wait_for_change (team *t, uint64_t seen)
{
  for (int k = 0; k < LOOKS; k++)
    {
      if (atomic_load (&t->state) / JOB != seen / JOB || atomic_load (&t->quit))
        return;
      pause_a_little ();
    }
  pthread_mutex_lock (&t->mutex);
  atomic_fetch_add (&t->sleepers, 1);
  while (atomic_load (&t->state) / JOB == seen / JOB && ! atomic_load (&t->quit))
    pthread_cond_wait (&t->changed, &t->mutex);
  atomic_fetch_sub (&t->sleepers, 1);
  pthread_mutex_unlock (&t->mutex);
}

static void
work (team *t, int worker)
{
  while (! atomic_load (&t->quit))
    {
      uint64_t seen = atomic_load (&t->state);

      try_to_help (t, worker, seen);
      wait_for_change (t, seen);
    }
}

static void
wake (team *t)
{
  if (atomic_load (&t->sleepers) == 0)
    return;
  pthread_mutex_lock (&t->mutex);
  pthread_cond_broadcast (&t->changed);
  pthread_mutex_unlock (&t->mutex);
}

/* The leader opens a job, takes part, closes it, and waits for those inside. */
static void
lead (team *t, size_t ntasks, ae_task task, void *arg)
{
  uint64_t job = (atomic_load (&t->state) / JOB + 1) * JOB;

  t->task = task;
  t->arg = arg;
  t->ntasks = ntasks;
  atomic_store (&t->next, 0);
  atomic_store (&t->state, job | OPEN);
  wake (t);
  leading = NULL;
  run_tasks (t, 0);
  leading = t;
  atomic_fetch_and (&t->state, ~OPEN);
  for (int k = 1; atomic_load (&t->state) != job; k++)
    if (k % LOOKS == 0)
      sched_yield ();
    else
      pause_a_little ();
}

static void
dismiss (team *t)
{
  atomic_store (&t->quit, 1);
  pthread_mutex_lock (&t->mutex);
  pthread_cond_broadcast (&t->changed);
  pthread_mutex_unlock (&t->mutex);
}

void
ae_team_run (int nthreads, void (*body) (void *arg), void *arg)
{
  int n = nthreads < 1 ? ae_default_threads () : nthreads;
  team t = { .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER };

  n = n > MAX_THREADS ? MAX_THREADS : n;
  if (n <= 1 || leading)
    {
      body (arg);
      return;
    }
  t.size = n;
#pragma omp parallel num_threads(n)
  {
    int worker = omp_get_thread_num ();

    if (worker == 0)
      {
        leading = &t;
        body (arg);
        leading = NULL;
        dismiss (&t);
      }
    else
      work (&t, worker);
  }
}

static void
run_serially (size_t ntasks, ae_task task, void *arg)
{
  for (size_t i = 0; i < ntasks; i++)
    task (arg, i, 0);
}

typedef struct { size_t ntasks; ae_task task; void *arg; } one_job;

static void
lead_one (void *arg)
{
  one_job *j = arg;

  lead (leading, j->ntasks, j->task, j->arg);
}

void
ae_parallel (int nthreads, size_t ntasks, ae_task task, void *arg)
{
  one_job job = { ntasks, task, arg };
  int n = nthreads < 1 ? ae_default_threads () : nthreads;

  if (leading && ntasks > 1)
    lead (leading, ntasks, task, arg);
  else if (leading || n <= 1 || ntasks <= 1 || omp_in_parallel ())
    run_serially (ntasks, task, arg);
  else
    ae_team_run ((size_t) n > ntasks ? (int) ntasks : n, lead_one, &job);
}
