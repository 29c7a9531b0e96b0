/* dX = __ae_activation_backward__ (dY, input_size, X, Y, activation, alpha): see teach.h;
   of X and Y the one that the activation wants is looked at, the other may be []. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "activation", "alpha", NULL };

  const AE (activation) *row;
  char name[16];

  ae_text_arg (call, 4, "activation", name, sizeof name);
  row = AE (find_activation) (name);
  AE (teach_backward) (call, &AE (layer_activation), options, row && row->keeps_input ? AE_NEEDS_X : AE_NEEDS_Y);
}
