/* flag = __ae_interrupt__ (action): "hold" makes Ctrl-C set a flag, "check"
   returns it, "release" gives Ctrl-C back to Octave.  A second Ctrl-C while
   the flag is set goes to Octave. */
#include "gateway.h"

#include <string.h>

void
AE (gateway) (ae_call *call)
{
  char action[16];

  ae_count_args (call, 1, 1);
  ae_text_arg (call, 0, "action", action, sizeof action);
  if (strcmp (action, "hold") == 0)
    ae_interrupt_hold ();
  else if (strcmp (action, "release") == 0)
    ae_interrupt_release ();
  else if (strcmp (action, "check") != 0)
    ae_raise_text (call, "value", "action must be hold, check or release, got %s", action);
  ae_scalar_result (call, 0, ae_interrupted ());
}
