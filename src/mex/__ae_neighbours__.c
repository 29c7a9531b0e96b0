/* [index, distance] = __ae_neighbours__ (X, Q, self, k, threads)

   The k nearest columns of X (d-by-n) to each column of Q (d-by-m): index is
   int32, from 0, distance squared; both k-by-m.  self >= 0: Q is the columns
   self+1 .. self+m of X, and none is its own neighbour; self = -1: it is not. */
#include "indices.h"
#include "../core/embed.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) x, q;
  size_t d, n, m, k;
  double self;
  int threads;
  int32_t *index;
  ae_real *distance;
  ae_error err;

  ae_count_args (call, 5, 5);
  x = AE (array_arg) (call, 0, "X");
  d = x.dims[0];
  n = x.dims[1];
  q = AE (sized_arg) (call, 1, "Q", d, SIZE_MAX, 1, 1);
  m = q.dims[1];
  if (d < 1 || n < 1 || m < 1 || x.count != d * n || n >= INT32_MAX || d >= INT32_MAX)
    ae_raise_text (call, "size", "X must be d-by-n, got %zu-by-%zu", d, n);
  self = ae_scalar_arg (call, 2, "self", -1, (double) n - (double) m < -1 ? -1 : (double) n - (double) m);
  k = (size_t) ae_scalar_arg (call, 3, "k", 1, (double) n);
  threads = (int) ae_scalar_arg (call, 4, "threads", 0, 256);
  if (call->nlhs != 2)
    ae_raise_text (call, "nargout", "gives 2 results, asked for %d", call->nlhs);
  index = AE (indices_result) (call, 0, k, m);
  distance = AE (result) (call, 1, k, m, 1, 1);
  if (AE (neighbours) (x.data, d, n, q.data, m, (long) self, k, threads, index, distance, &err) != AE_OK)
    ae_raise (call, &err);
}
