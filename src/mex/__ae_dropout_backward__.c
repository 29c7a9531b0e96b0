/* dX = __ae_dropout_backward__ (dY, input_size, X, Y, rate, seed, training): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "rate", "seed", "training", NULL };

  AE (teach_backward) (call, &AE (layer_dropout), options, 0);
}
