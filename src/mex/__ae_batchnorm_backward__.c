/* [dX, dgamma, dbeta] = __ae_batchnorm_backward__ (dY, input_size, X, Y, epsilon, momentum, training, gamma, moments): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "epsilon", "momentum", "training", NULL };

  AE (teach_backward) (call, &AE (layer_batchnorm), options, AE_NEEDS_X);
}
