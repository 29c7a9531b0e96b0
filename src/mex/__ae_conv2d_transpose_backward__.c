/* [dX, dW, db] = __ae_conv2d_transpose_backward__ (dY, input_size, X, Y, kernel, units, stride, padding, W): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "kernel", "units", "stride", "padding", NULL };

  AE (teach_backward) (call, &AE (layer_conv2d_transpose), options, AE_NEEDS_X);
}
