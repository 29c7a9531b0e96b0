/* Y = __ae_upsample2d_forward__ (X, input_size, factor, interpolation): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "factor", "interpolation", NULL };

  AE (teach_forward) (call, &AE (layer_upsample2d), options, NULL);
}
