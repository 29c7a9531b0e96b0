/* dX = __ae_upsample2d_backward__ (dY, input_size, X, Y, factor, interpolation): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "factor", "interpolation", NULL };

  AE (teach_backward) (call, &AE (layer_upsample2d), options, 0);
}
