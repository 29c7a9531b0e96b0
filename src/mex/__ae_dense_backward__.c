/* [dX, dW, db] = __ae_dense_backward__ (dY, input_size, X, Y, units, W): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "units", NULL };

  AE (teach_backward) (call, &AE (layer_dense), options, AE_NEEDS_X);
}
