/* dX = __ae_maxpool2d_backward__ (dY, idx, size_of_X): adds each element of dY
   to the element of dX whose 1-based number stands in idx (double).  The one
   step of the layer that needs no window; the layer's own backward finds the
   same elements from its memo. */
#include "gateway.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) dy;
  const double *idx, *size;
  size_t n, dims[4] = { 1, 1, 1, 1 }, count = 1;
  ae_real *dx;

  ae_count_args (call, 3, 3);
  dy = AE (array_arg) (call, 0, "dY");
  idx = ae_doubles_arg (call, 1, "idx", &n);
  if (n != dy.count)
    ae_raise_text (call, "size", "idx must have as many elements as dY, %zu, got %zu", dy.count, n);
  size = ae_doubles_arg (call, 2, "size_of_X", &n);
  for (size_t k = 0; k < n; k++)
    {
      if (n > 4 || ! (size[k] >= 0 && size[k] <= 4294967296.0) || (double) count * size[k] > 1e15)
        ae_raise_text (call, "size", "size_of_X must be the size of an array of up to 4 dimensions");
      dims[k] = (size_t) size[k];
      count *= dims[k];
    }
  for (size_t i = 0; i < dy.count; i++)
    if (! (idx[i] >= 1 && idx[i] <= (double) count))
      ae_raise_text (call, "value", "idx must lie in 1 .. %zu for this size_of_X, got %g", count, idx[i]);
  dx = AE (result) (call, 0, dims[0], dims[1], dims[2], dims[3]);
  for (size_t i = 0; i < dy.count; i++)
    dx[(size_t) idx[i] - 1] += dy.data[i];
}
