/* Y = __ae_zeropad2d_forward__ (X, input_size, margins): see teach.h. */
#include "teach.h"

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "margins", NULL };

  AE (teach_forward) (call, &AE (layer_zeropad2d), options, NULL);
}
