/* A crew of threads without OpenMP: started for each crew, and joined. */
#include "platform.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST = 256 };

typedef struct {
  void (*member) (void *arg, int number);
  void *arg;
  int number;
} duty;

static _Thread_local int busy = 0;

static void *
serve (void *arg)
{
  duty *d = arg;

  busy++;
  d->member (d->arg, d->number);
  busy--;
  return NULL;
}

/* A thread that cannot be started is done without. */
void
ae_crew_run (int n, void (*member) (void *arg, int number), void *arg)
{
  pthread_t threads[MOST];
  duty duties[MOST];
  int started = 1;

  duties[0] = (duty){ member, arg, 0 };
  for (; started < n && started < MOST; started++)
    {
      duties[started] = (duty){ member, arg, started };
      if (pthread_create (&threads[started], NULL, serve, &duties[started]) != 0)
        break;
    }
  serve (&duties[0]);
  for (int i = 1; i < started; i++)
    pthread_join (threads[i], NULL);
}

/* The variable that OpenMP would read. */
int
ae_crew_default (void)
{
  const char *text = getenv ("OMP_NUM_THREADS");
  int n = text ? atoi (text) : 0;

  return n > 0 && n <= MOST ? n : ae_processors ();
}

int
ae_crew_busy (void)
{
  return busy > 0;
}

int
ae_crew_limit (void)
{
  return 0;
}

void
ae_crew_set_limit (int n)
{
  (void) n;
}

int
ae_crew_is_openmp (void)
{
  return 0;
}
