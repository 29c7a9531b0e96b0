/* Ctrl-C while the engine runs: a flag instead of a lost model.  The first
   SIGINT asks the training loop to stop; one that comes a second later or more
   goes to the handler that was there before, so a person can always get out.
   (A shell or `timeout` may send the same Ctrl-C twice.) */
#include "platform.h"

#include <signal.h>

static volatile sig_atomic_t interrupted = 0;
static int holds = 0;
static double first;

static void
on_interrupt (int sig)
{
  double now = ae_seconds ();

  if (! interrupted)
    first = now;
  else if (now > first + 1)
    ae_pass_interrupt_on (sig);
  interrupted = 1;
}

void
ae_interrupt_hold (void)
{
  if (holds++ > 0)
    return;
  interrupted = 0;
  ae_take_interrupts (on_interrupt);
}

void
ae_interrupt_release (void)
{
  if (holds == 0 || --holds > 0)
    return;
  ae_give_interrupts_back ();
}

int
ae_interrupt_listen (void)
{
  ae_interrupt_hold ();
  return 1;
}

void
ae_interrupt_pass (int *listening)
{
  int heard = *listening && interrupted;

  if (*listening)
    ae_interrupt_release ();
  *listening = 0;
  if (heard)
    ae_pass_interrupt_on (SIGINT);
}

int
ae_interrupted (void)
{
  return interrupted;
}
