/* [value, column, start] = __ae_affinities__ (distance, index, perplexity, threads)

   Symmetric affinities of t-SNE by rows from squared distances and numbers
   (int32, from 0) of neighbours, both k-by-n: row i holds the entries
   start(i)+1 .. start(i+1).  column and start are int32; entries beyond
   start(n+1) are 0. */
#include "indices.h"
#include "../core/embed.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) distance;
  size_t k, n, count;
  const int32_t *index;
  double perplexity;
  int threads;
  ae_real *value, *p AE_OWNED (ae_free_at) = NULL;
  int32_t *column, *start;
  ae_error err;

  ae_count_args (call, 4, 4);
  distance = AE (array_arg) (call, 0, "distance");
  k = distance.dims[0];
  n = distance.dims[1];
  if (k < 1 || distance.count != k * n || 2 * k * n >= INT32_MAX)
    ae_raise_text (call, "size", "distance must be k-by-n with 2*k*n < 2^31, got %zu-by-%zu", k, n);
  index = AE (indices_arg) (call, 1, "index", n, &count);
  if (count != distance.count)
    ae_raise_text (call, "size", "index must be %zu-by-%zu, got %zu elements", k, n, count);
  perplexity = ae_scalar_arg (call, 2, "perplexity", 1, (double) n);
  threads = (int) ae_scalar_arg (call, 3, "threads", 0, 256);
  if (call->nlhs != 3)
    ae_raise_text (call, "nargout", "gives 3 results, asked for %d", call->nlhs);
  value = AE (result) (call, 0, 2 * k * n, 1, 1, 1);
  column = AE (indices_result) (call, 1, 2 * k * n, 1);
  start = AE (indices_result) (call, 2, n + 1, 1);
  p = ae_malloc (k * n, sizeof *p);
  if (! p)
    ae_raise_text (call, "memory", "out of memory for %zu affinities", k * n);
  AE (conditional) (distance.data, k, n, perplexity, threads, p);
  ae_status status = AE (symmetrise) (index, p, k, n, threads, start, column, value, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
}
