/* Y = __ae_dense_forward__ (X, input_size, units, W, b): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "units", NULL };

  AE (teach_forward) (call, &AE (layer_dense), options, NULL);
}
