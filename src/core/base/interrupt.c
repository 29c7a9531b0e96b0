/* Ctrl-C while the engine runs: a flag instead of a lost model.  The first
   SIGINT asks the training loop to stop; one that comes a second later or more
   goes to the handler that was there before, so a person can always get out.
   (A shell or `timeout` may send the same Ctrl-C twice.) */
#define _GNU_SOURCE
#include "../ae.h"

#include <signal.h>
#include <time.h>

static volatile sig_atomic_t interrupted = 0;
static struct sigaction before;
static int holds = 0;
static struct timespec first;

static void
on_interrupt (int sig)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  if (! interrupted)
    first = now;
  else if (now.tv_sec > first.tv_sec + 1 && before.sa_handler != SIG_IGN && before.sa_handler != SIG_DFL)
    before.sa_handler (sig);
  interrupted = 1;
}

void
ae_interrupt_hold (void)
{
  struct sigaction now;

  if (holds++ > 0)
    return;
  interrupted = 0;
  sigemptyset (&now.sa_mask);
  now.sa_flags = SA_RESTART;
  now.sa_handler = on_interrupt;
  sigaction (SIGINT, &now, &before);
}

void
ae_interrupt_release (void)
{
  if (holds == 0 || --holds > 0)
    return;
  sigaction (SIGINT, &before, NULL);
}

int
ae_interrupted (void)
{
  return interrupted;
}
