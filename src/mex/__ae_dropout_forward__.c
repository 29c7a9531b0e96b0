/* Y = __ae_dropout_forward__ (X, input_size, rate, seed, training): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "rate", "seed", "training", NULL };

  AE (teach_forward) (call, &AE (layer_dropout), options, NULL);
}
