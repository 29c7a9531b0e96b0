/* N = __ae_normal__ (like, rows, cols, seed, purpose)

   rows-by-cols standard normal numbers of the class of like, from the counter-
   based generator: they depend on seed and purpose (see ae.h) alone. */
#include "gateway.h"

void
AE (gateway) (ae_call *call)
{
  double seed, purpose, pair[2] = { 0, 0 };
  size_t rows, cols;
  ae_real *out;

  ae_count_args (call, 5, 5);
  rows = (size_t) ae_scalar_arg (call, 1, "rows", 0, 2147483647.0);
  cols = (size_t) ae_scalar_arg (call, 2, "cols", 0, 2147483647.0);
  seed = ae_scalar_arg (call, 3, "seed", 0, 9007199254740992.0);
  purpose = ae_scalar_arg (call, 4, "purpose", 1, 255);
  out = AE (result) (call, 0, rows, cols, 1, 1);
  for (size_t k = 0; k < rows * cols; k++)
    {
      if (k % 2 == 0)
        ae_normal_pair (ae_philox ((uint64_t) seed, (uint64_t) purpose << 32, k / 2), pair);
      out[k] = (ae_real) pair[k % 2];
    }
}
