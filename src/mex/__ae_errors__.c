/* [sse, sst] = __ae_errors__ (Y, T, mu)

   The sum of (Y - T) .^ 2 and of (T - mu) .^ 2; Y and T are d-by-n of one class,
   mu is d-by-1 double. */
#include "gateway.h"
#include "../core/errors.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) y, t;
  const double *mean;
  size_t d;
  ae_errors sums;
  ae_error err;

  ae_count_args (call, 3, 3);
  y = AE (array_arg) (call, 0, "Y");
  t = AE (sized_arg) (call, 1, "T", y.dims[0], y.dims[1], 1, 1);
  mean = ae_doubles_arg (call, 2, "mu", &d);
  if (y.count != y.dims[0] * y.dims[1] || d != y.dims[0])
    ae_raise_text (call, "size", "Y must be d-by-n and mu d-by-1, got %zu-by-%zu and %zu", y.dims[0], y.dims[1], d);
  if (AE (errors) (y.data, t.data, mean, d, y.dims[1], &sums, &err) != AE_OK)
    ae_raise (call, &err);
  ae_scalar_result (call, 0, sums.sse);
  ae_scalar_result (call, 1, sums.sst);
}
