/* [Y, idx] = __ae_maxpool2d_forward__ (X, input_size, pool, stride, padding):
   see teach.h.  idx: the 1-based number of each maximum in X, double. */
#include "../core/layers/image.h"
#include "teach.h"

static void
winners (const AE (layer) *layer, const AE (pass) *pass, size_t first, double *idx)
{
  size_t din = ae_size (layer->in), dout = ae_size (layer->out);

  for (size_t s = 0; s < pass->n; s++)
    for (size_t f = 0; f < dout; f++)
      idx[dout * (first + s) + f] = (double) (din * (first + s) + AE (maxpool2d_winner) (layer, pass, f, s)) + 1;
}

void
AE (gateway) (ae_call *call)
{
  static const char *const options[] = { "pool", "stride", "padding", NULL };

  AE (teach_forward) (call, &AE (layer_maxpool2d), options, winners);
}
