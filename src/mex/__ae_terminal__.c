/* n = __ae_terminal__ (0): how many columns has the terminal that standard output
   goes to?  0 when it goes elsewhere, 80 when the terminal does not say. */
#include "gateway.h"

#include <unistd.h>
#ifndef _WIN32
#include <sys/ioctl.h>
#endif

static int
columns (void)
{
#ifdef TIOCGWINSZ
  struct winsize size;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
#endif
  return 80;
}

void
AE (gateway) (ae_call *call)
{
  ae_count_args (call, 1, 1);
  ae_scalar_result (call, 0, isatty (STDOUT_FILENO) ? columns () : 0);
}
