/* [G, kl, Z] = __ae_tsne_gradient__ (Y, value, column, start, theta, exaggeration, threads)

   The gradient of KL (P || Q) at the map Y (dims-by-n), P times exaggeration
   in it; KL itself (without exaggeration); Z, the sum of 1 / (1 + d^2) over
   all ordered pairs.  theta = 0 is exact. */
#include "affinity.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) y;
  AE (affinity) p;
  AE (tsne_work) work AE_OWNED (AE (tsne_work_free)) = { 0 };
  ae_error err;
  ae_real *g;
  double theta, exaggeration, z = 0, kl = 0;
  size_t n;
  int threads;

  ae_count_args (call, 7, 7);
  y = AE (map_arg) (call);
  n = y.dims[1];
  p = AE (affinity_arg) (call, 1, n);
  theta = ae_scalar_arg (call, 4, "theta", 0, 1);
  exaggeration = ae_scalar_arg (call, 5, "exaggeration", 0, 1e6);
  threads = (int) ae_scalar_arg (call, 6, "threads", 0, 256);
  g = AE (result) (call, 0, y.dims[0], n, 1, 1);
  ae_status status = AE (tsne_work_new) (&work, n, (int) y.dims[0], threads, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
  z = AE (tsne_gradient) (&work, &p, y.data, theta, exaggeration, g);
  kl = AE (tsne_kl) (&work, &p, y.data, z);
  for (size_t k = 0; k < y.count; k++)
    g[k] *= 4;
  ae_scalar_result (call, 1, kl);
  ae_scalar_result (call, 2, z);
}
