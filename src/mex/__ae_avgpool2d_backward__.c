/* dX = __ae_avgpool2d_backward__ (dY, input_size, X, Y, pool, stride, padding): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "pool", "stride", "padding", NULL };

  AE (teach_backward) (call, &AE (layer_avgpool2d), options, 0);
}
