/* k = __ae_finite__ (X)

   The place (from 1) of the first element of X (n-by-1) that is NaN or
   infinite, 0 when there is none. */
#include "gateway.h"
#include "../core/finite.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) x;
  size_t first;

  ae_count_args (call, 1, 1);
  x = AE (array_arg) (call, 0, "X");
  first = AE (first_nonfinite) (x.data, x.count);
  ae_scalar_result (call, 0, first < x.count ? (double) first + 1 : 0);
}
