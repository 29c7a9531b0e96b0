/* s = __ae_ssim__ (X, Y, c)

   The structural similarity of each of the n images of X to that of Y, both
   h-by-w-by-c-by-n of one class with sides of 3 or more: n-by-1 double.  c: the
   two constants.  NaN where squares overflow. */
#include "gateway.h"
#include "../core/ssim.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) x, y;
  const double *c;
  size_t n;
  ae_error err;

  ae_count_args (call, 3, 3);
  x = AE (array_arg) (call, 0, "X");
  y = AE (sized_arg) (call, 1, "Y", x.dims[0], x.dims[1], x.dims[2], x.dims[3]);
  c = ae_doubles_arg (call, 2, "c", &n);
  if (x.dims[0] < 3 || x.dims[1] < 3 || x.count == 0 || n != 2)
    ae_raise_text (call, "size", "X must be h-by-w-by-c-by-n with h and w of 3 or more, c 2 numbers, got %zu-by-%zu and %zu",
                   x.dims[0], x.dims[1], n);
  call->plhs[0] = mxCreateDoubleMatrix ((mwSize) x.dims[3], 1, mxREAL);
  if (AE (ssim) (x.data, y.data, x.dims, c[0], c[1], mxGetData (call->plhs[0]), &err) != AE_OK)
    ae_raise (call, &err);
}
