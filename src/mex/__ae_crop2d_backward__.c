/* dX = __ae_crop2d_backward__ (dY, input_size, X, Y, margins): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "margins", NULL };

  AE (teach_backward) (call, &AE (layer_crop2d), options, 0);
}
