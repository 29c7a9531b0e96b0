/* dX = __ae_activation_backward__ (dY, input_size, X, Y, activation, alpha): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "activation", "alpha", NULL };

  AE (teach_backward) (call, &AE (layer_activation), options, AE_NEEDS_Y);
}
