/* [Y, velocity, gains, done, norm, Z] = __ae_tsne__ (Y, velocity, gains, value, column, start, plan, threads)

   Up to plan(5) steps of t-SNE from the map Y (dims-by-n), as many as end
   within plan(6) seconds but one at least; done counts them.  plan(1:4) is
   theta, exaggeration, momentum, learning rate. */
#include "affinity.h"

#include <string.h>

void
AE (gateway) (ae_call *call)
{
  AE (view) y, velocity, gains;
  AE (affinity) p;
  AE (tsne_work) work AE_OWNED (AE (tsne_work_free)) = { 0 };
  ae_tsne_progress done = { 0, 0, 0 };
  ae_error err;
  const double *v;
  ae_real *out[3];
  size_t count, dims, n;
  int threads, listening AE_OWNED (ae_interrupt_pass) = 0;

  ae_count_args (call, 8, 8);
  y = AE (map_arg) (call);
  dims = y.dims[0];
  n = y.dims[1];
  velocity = AE (sized_arg) (call, 1, "velocity", dims, n, 1, 1);
  gains = AE (sized_arg) (call, 2, "gains", dims, n, 1, 1);
  p = AE (affinity_arg) (call, 3, n);
  v = ae_doubles_arg (call, 6, "plan", &count);
  if (count != 6 || ! (v[4] >= 0 && v[4] < 1e15))
    ae_raise_text (call, "size", "plan must have 6 elements, the fifth >= 0, got %zu elements", count);
  threads = (int) ae_scalar_arg (call, 7, "threads", 0, 256);
  if (call->nlhs != 6)
    ae_raise_text (call, "nargout", "gives 6 results, asked for %d", call->nlhs);
  ae_tsne_plan plan = { v[0], v[1], v[2], v[3], (size_t) v[4], v[5] };
  const ae_real *in[3] = { y.data, velocity.data, gains.data };
  for (int k = 0; k < 3; k++)
    {
      out[k] = AE (result) (call, k, dims, n, 1, 1);
      memcpy (out[k], in[k], y.count * sizeof *out[k]);
    }
  ae_status status = AE (tsne_work_new) (&work, n, (int) dims, threads, &err);
  listening = ae_interrupt_listen ();
  if (status == AE_OK)
    status = AE (tsne_steps) (&work, &p, &plan, out[0], out[1], out[2], &done, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
  ae_scalar_result (call, 3, (double) done.iterations);
  ae_scalar_result (call, 4, done.norm);
  ae_scalar_result (call, 5, done.z);
}
