/* Y = __ae_activation_forward__ (X, input_size, activation, alpha): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "activation", "alpha", NULL };

  AE (teach_forward) (call, &AE (layer_activation), options, NULL);
}
