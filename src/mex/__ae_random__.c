/* v = __ae_random__ (seed, stream, purpose, n, normal): n numbers as a double
   column that depend on the first three arguments alone, uniform in [0, 1) or
   standard normal. */
#include "gateway.h"

void
AE (gateway) (ae_call *call)
{
  double seed, stream, purpose, n, *out;
  int normal;

  ae_count_args (call, 5, 5);
  seed = ae_scalar_arg (call, 0, "seed", 0, 9007199254740992.0);
  stream = ae_scalar_arg (call, 1, "stream", 0, 4294967295.0);
  purpose = ae_scalar_arg (call, 2, "purpose", 1, 255);
  n = ae_scalar_arg (call, 3, "n", 0, 4294967295.0);
  normal = (int) ae_scalar_arg (call, 4, "normal", 0, 1);
  call->plhs[0] = mxCreateDoubleMatrix ((mwSize) n, 1, mxREAL);
  out = mxGetData (call->plhs[0]);
  for (size_t i = 0; i < (size_t) n; i += 2)
    {
      ae_block b = ae_philox ((uint64_t) seed, (uint64_t) purpose << 32, (uint64_t) stream << 32 | i / 2);
      double pair[2] = { ae_uniform (b, 0), ae_uniform (b, 1) };

      if (normal)
        ae_normal_pair (b, pair);
      out[i] = pair[0];
      if (i + 1 < (size_t) n)
        out[i + 1] = pair[1];
    }
}
