/* rank = __ae_ranks__ (X, self, index, threads)

   The places (from 1), rising, of the columns index(:,i) (int32, from 0) of X
   among the neighbours of column self+i; rank is int32, k-by-m like index. */
#include "indices.h"
#include "../core/embed.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) x;
  size_t d, n, self, k, m, count;
  const int32_t *index;
  int32_t *rank;
  int threads;
  ae_error err;

  ae_count_args (call, 4, 4);
  x = AE (array_arg) (call, 0, "X");
  d = x.dims[0];
  n = x.dims[1];
  if (d < 1 || n < 1 || x.count != d * n || n >= INT32_MAX || d >= INT32_MAX)
    ae_raise_text (call, "size", "X must be d-by-n, got %zu-by-%zu", d, n);
  self = (size_t) ae_scalar_arg (call, 1, "self", 0, (double) n - 1);
  index = AE (indices_arg) (call, 2, "index", n, &count);
  k = mxGetM (call->prhs[2]);
  m = k > 0 ? count / k : 0;
  if (k < 1 || m < 1 || k * m != count || m > n - self)
    ae_raise_text (call, "size", "index must be k-by-m with m <= %zu, got %zu-by-%zu", n - self, k, m);
  threads = (int) ae_scalar_arg (call, 3, "threads", 0, 256);
  rank = AE (indices_result) (call, 0, k, m);
  if (AE (ranks) (x.data, d, n, self, m, index, k, threads, rank, &err) != AE_OK)
    ae_raise (call, &err);
}
