/* Y = __ae_conv2d_transpose_forward__ (X, input_size, kernel, units, stride, padding, W, b): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "kernel", "units", "stride", "padding", NULL };

  AE (teach_forward) (call, &AE (layer_conv2d_transpose), options, NULL);
}
