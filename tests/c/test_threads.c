/* Teams of threads: every task runs once, whatever nests in what. */
#include "check.h"

#include "../../src/core/ae.h"

#include <stdatomic.h>

typedef struct { _Atomic int counts[64]; int threads; _Atomic long total; size_t ntasks; } tally;

static void
count_task (void *arg, size_t i, int worker)
{
  tally *t = arg;

  if (worker < 0 || worker >= t->threads || i >= t->ntasks)
    t->total = -1000000;
  t->counts[i]++;
  t->total++;
}

/* A job of one task stays on the leader, whose team may then help inside. */
static void
nested_task (void *arg, size_t i, int worker)
{
  tally inner = { .threads = 9, .ntasks = 5 };

  ae_parallel (4, 5, count_task, &inner);
  count_task (arg, i, inner.total == 5 ? worker : -1);
}

static void
many_jobs (void *arg)
{
  tally *t = arg;

  for (int job = 0; job < 400; job++)
    {
      t->ntasks = 1 + (size_t) job % 64;
      t->total = 0;
      memset ((void *) t->counts, 0, sizeof t->counts);
      ae_parallel (t->threads, t->ntasks, job % 7 ? count_task : nested_task, t);
      CHECK (t->total == (long) t->ntasks);
      for (size_t i = 0; i < t->ntasks; i++)
        CHECK (t->counts[i] == 1);
    }
}

TEST (every_task_runs_once_in_teams_of_any_size)
{
  for (int threads = 1; threads <= 9; threads += 2)
    {
      tally t = { .threads = threads };

      ae_team_run (threads, many_jobs, &t);
    }
}

TEST (every_task_runs_once_without_a_team)
{
  tally t = { .threads = 3 };

  many_jobs (&t);
}

/* A team inside a team's body keeps to the outer one. */
static void
team_in_team (void *arg)
{
  ae_team_run (3, many_jobs, arg);
}

TEST (teams_nest)
{
  tally t = { .threads = 3 };

  ae_team_run (3, team_in_team, &t);
}
