/* [Y, moments] = __ae_batchnorm_forward__ (X, input_size, epsilon, momentum, training, gamma, beta, moments): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "epsilon", "momentum", "training", NULL };

  AE (teach_forward) (call, &AE (layer_batchnorm), options, NULL);
}
