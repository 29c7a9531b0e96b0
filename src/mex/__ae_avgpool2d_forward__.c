/* Y = __ae_avgpool2d_forward__ (X, input_size, pool, stride, padding): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "pool", "stride", "padding", NULL };

  AE (teach_forward) (call, &AE (layer_avgpool2d), options, NULL);
}
