/* Threads: a parallel loop over tasks. */
#include "platform.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { MAX_THREADS = 256 };

int
ae_useful_threads (int wanted)
{
  int most = getenv ("AE_OVERSUBSCRIBE") ? MAX_THREADS : ae_processors ();
  int n = wanted < 1 ? ae_crew_default () : wanted;

  return n < most ? n : most;
}

int
ae_default_threads (void)
{
  return ae_useful_threads (0);
}

/* A team: crew_*.c starts the threads, tasks are handed out here.

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
  pthread_mutex_t mutex;
  pthread_cond_t changed;
} team;

static const uint64_t OPEN = (uint64_t) 1 << 31, ROUND = (uint64_t) 1 << 32;
enum { LOOKS = 2000 };

/* The team that this thread leads; NULL inside a task too. */
static _Thread_local team *leading = NULL;
/* Inside the body of a team of one: nothing below it starts a team. */
static _Thread_local int alone = 0;

static void
run_tasks (team *t, int worker)
{
  for (size_t i; (i = atomic_fetch_add (&t->next, 1)) < t->ntasks;)
    t->task (t->arg, i, worker);
}

/* Joins the round that is open now, does its share and leaves. */
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
      if (atomic_load (&t->state) / ROUND != seen / ROUND || atomic_load (&t->quit))
        return;
      ae_pause ();
    }
  pthread_mutex_lock (&t->mutex);
  atomic_fetch_add (&t->sleepers, 1);
  while (atomic_load (&t->state) / ROUND == seen / ROUND && ! atomic_load (&t->quit))
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

/* The leader opens a round, takes part, closes it, and waits for those inside. */
static void
lead (team *t, size_t ntasks, ae_task task, void *arg)
{
  uint64_t round = (atomic_load (&t->state) / ROUND + 1) * ROUND;

  t->task = task;
  t->arg = arg;
  t->ntasks = ntasks;
  atomic_store (&t->next, 0);
  atomic_store (&t->state, round | OPEN);
  wake (t);
  leading = NULL;
  run_tasks (t, 0);
  leading = t;
  atomic_fetch_and (&t->state, ~OPEN);
  for (int k = 1; atomic_load (&t->state) != round; k++)
    if (k % LOOKS == 0)
      ae_yield ();
    else
      ae_pause ();
}

static void
dismiss (team *t)
{
  atomic_store (&t->quit, 1);
  pthread_mutex_lock (&t->mutex);
  pthread_cond_broadcast (&t->changed);
  pthread_mutex_unlock (&t->mutex);
}

typedef struct {
  team *t;
  void (*body) (void *arg);
  void *arg;
} engagement;

/* One thread's part in a team: the first leads, the others work. */
static void
serve_in_team (void *arg, int number)
{
  engagement *e = arg;

  if (number > 0)
    {
      work (e->t, number);
      return;
    }
  leading = e->t;
  e->body (e->arg);
  leading = NULL;
  dismiss (e->t);
}

/* Two programs with a thread a processor each take twice as long: whoever has
   to wait for a thread that lost its processor loses the time as well.  So a
   team that was often sent off its processors is halved for a while; after
   that a larger one is tried again, after twice the time if that was no good
   either.  Results do not depend on it. */
enum { MOST_HALVINGS = 8 };
static const double FIRST_WAIT = 0.4, LONGEST_WAIT = 8, TOO_OFTEN = 250, TOO_SHORT_TO_TELL = 0.15;

static struct {
  int halvings;
  double until, wait;
} crowd = { 0, 0, 0.4 };

static int
uncrowded (int n)
{
  if (crowd.halvings > 0 && ae_seconds () >= crowd.until)
    crowd.halvings--;
  for (int k = 0; k < crowd.halvings && n > 1; k++)
    n = (n + 1) / 2;
  return n;
}

/* After a team of n that began at that time, with so many preemptions then. */
static void
look_at_crowd (int n, double began, long preempted)
{
  double now = ae_seconds ();

  if (now - began < TOO_SHORT_TO_TELL)
    return;
  if ((double) (ae_preemptions () - preempted) <= TOO_OFTEN * (now - began))
    {
      crowd.wait = FIRST_WAIT;
      return;
    }
  if (crowd.halvings < MOST_HALVINGS && n > 1)
    crowd.halvings++;
  crowd.until = now + crowd.wait;
  crowd.wait = crowd.wait * 2 < LONGEST_WAIT ? crowd.wait * 2 : LONGEST_WAIT;
}

static void
run_alone (void (*body) (void *arg), void *arg)
{
  int before = alone;

  alone = leading == NULL;
  body (arg);
  alone = before;
}

void
ae_team_run (int nthreads, void (*body) (void *arg), void *arg)
{
  int n = nthreads < 1 ? ae_default_threads () : nthreads;
  team t = { .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER };
  engagement e = { &t, body, arg };
  double began = ae_seconds ();
  long preempted;

  n = leading || alone || ae_crew_busy () ? 1 : uncrowded (n > MAX_THREADS ? MAX_THREADS : n);
  if (n <= 1)
    {
      run_alone (body, arg);
      return;
    }
  preempted = ae_preemptions ();
  ae_crew_run (n, serve_in_team, &e);
  look_at_crowd (n, began, preempted);
}

static void
run_serially (size_t ntasks, ae_task task, void *arg)
{
  for (size_t i = 0; i < ntasks; i++)
    task (arg, i, 0);
}

typedef struct { size_t ntasks; ae_task task; void *arg; } one_round;

/* The team may have shrunk to this thread alone. */
static void
lead_one (void *arg)
{
  one_round *j = arg;

  if (leading)
    lead (leading, j->ntasks, j->task, j->arg);
  else
    run_serially (j->ntasks, j->task, j->arg);
}

void
ae_parallel (int nthreads, size_t ntasks, ae_task task, void *arg)
{
  one_round round = { ntasks, task, arg };
  int n = nthreads < 1 ? ae_default_threads () : nthreads;

  if (leading && ntasks > 1)
    lead (leading, ntasks, task, arg);
  else if (leading || alone || n <= 1 || ntasks <= 1 || ae_crew_busy ())
    run_serially (ntasks, task, arg);
  else
    ae_team_run ((size_t) n > ntasks ? (int) ntasks : n, lead_one, &round);
}
