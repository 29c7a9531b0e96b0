/* [value, column, start] = __ae_renumber__ (value, column, start, order, threads)

   Affinities as __ae_affinities__ makes them, with the points in another order:
   the new point i is the old point order(i) (int32, from 0). */
#include "affinity.h"

void
AE (gateway) (ae_call *call)
{
  AE (affinity) p;
  const int32_t *order;
  int32_t *column, *start;
  ae_real *value;
  size_t n, room;
  int threads;
  ae_error err;

  ae_count_args (call, 5, 5);
  n = mxGetNumberOfElements (call->prhs[3]);
  room = mxGetNumberOfElements (call->prhs[0]);
  p = AE (affinity_arg) (call, 0, n);
  order = AE (indices_arg) (call, 3, "order", n, &n);
  threads = (int) ae_scalar_arg (call, 4, "threads", 0, 256);
  if (call->nlhs != 3)
    ae_raise_text (call, "nargout", "gives 3 results, asked for %d", call->nlhs);
  value = AE (result) (call, 0, (size_t) p.start[n], 1, 1, 1);
  column = AE (indices_result) (call, 1, (size_t) p.start[n], 1);
  start = AE (indices_result) (call, 2, n + 1, 1);
  if (room == 0 || p.start[0] != 0)
    ae_raise_text (call, "value", "start must begin with 0 and value must not be empty");
  if (AE (renumber) (&p, order, threads, start, column, value, &err) != AE_OK)
    ae_raise (call, &err);
}
