/* order = __ae_permutation__ (seed, stream, purpose, n): 1-based permutation
   of 1:n as a double row; depends on the three numbers alone. */
#include "gateway.h"

void
AE (gateway) (ae_call *call)
{
  double seed, stream, purpose, n;
  uint32_t *order AE_OWNED (ae_free_at) = NULL;
  double *out;

  ae_count_args (call, 4, 4);
  seed = ae_scalar_arg (call, 0, "seed", 0, 9007199254740992.0);
  stream = ae_scalar_arg (call, 1, "stream", 0, 4294967295.0);
  purpose = ae_scalar_arg (call, 2, "purpose", 1, 255);
  n = ae_scalar_arg (call, 3, "n", 0, 4294967295.0);
  call->plhs[0] = mxCreateDoubleMatrix (1, (mwSize) n, mxREAL);
  out = mxGetData (call->plhs[0]);
  order = ae_malloc ((size_t) n + 1, sizeof *order);
  if (! order)
    ae_raise_text (call, "memory", "out of memory for a permutation of %g", n);
  ae_permutation ((uint64_t) seed, (uint64_t) stream, (uint32_t) purpose, order, (size_t) n);
  for (size_t i = 0; i < (size_t) n; i++)
    out[i] = order[i] + 1.0;
}
