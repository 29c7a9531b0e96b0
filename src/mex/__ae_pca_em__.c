/* [W, mean, noise, report] = __ae_pca_em__ (W, mean, noise, X, scale, most, tolerance)

   EM from that start, d-by-k, d-by-1 and a number > 0, on the samples of X
   (d-by-n; NaN: missing), scaled first (samples.h).  report = [iterations,
   converged, log-likelihood].  In double only.

   Y = __ae_pca_em__ (W, mean, noise, Y)

   Y (d-by-n, double, scaled) with its missing values filled in. */
#include "samples.h"
#include "../core/pca_em.h"

#include <string.h>

/* The model of the first three arguments, its arrays Octave's. */
static ae_ppca
model_arg (const ae_call *call)
{
  AE (view) W = AE (array_arg) (call, 0, "W"), mean = AE (array_arg) (call, 1, "the mean");
  ae_ppca m = { W.dims[0], W.dims[1], (double *) W.data, (double *) mean.data, 0 };

  m.noise = ae_scalar_arg (call, 2, "noise", 1e-300, 1e300);
  if (sizeof (ae_real) != sizeof (double) || W.count != m.d * m.k || W.count < 1 || mean.count != m.d)
    ae_raise_text (call, "size", "W must be d-by-k and the mean d-by-1, in double");
  return m;
}

static void
fill (ae_call *call, const ae_ppca *m)
{
  AE (view) x = AE (sized_arg) (call, 3, "Y", m->d, SIZE_MAX, 1, 1);
  ae_real *y = AE (result) (call, 0, m->d, x.dims[1], 1, 1);
  ae_error err;

  memcpy (y, x.data, x.count * sizeof *y);
  if (AE (pca_fill) (m, y, x.dims[1], &err) != AE_OK)
    ae_raise (call, &err);
}

static void
fit (ae_call *call, ae_ppca *m)
{
  ae_mapping file AE_OWNED (ae_unmap_file) = { 0 };
  size_t d, n;
  AE (samples) x = AE (samples_arg) (call, 3, "X", &file, &d, &n);
  size_t most = (size_t) ae_scalar_arg (call, 5, "most", 0, 1e9);
  double tolerance = ae_scalar_arg (call, 6, "tolerance", 0, 1), *out;
  const double *W = m->W, *mean = m->mean;
  ae_em_report report;
  ae_error err;
  ae_status status = AE (scale_of) (call->prhs[4], m->d, &x.scale, &err);

  if (d != m->d || n < 1 || call->nlhs != 4)
    ae_raise_text (call, "size", "X must be %zu-by-n and 4 results asked for", m->d);
  m->W = (double *) AE (result) (call, 0, m->d, m->k, 1, 1);
  m->mean = (double *) AE (result) (call, 1, m->d, 1, 1, 1);
  memcpy (m->W, W, m->d * m->k * sizeof *W);
  memcpy (m->mean, mean, m->d * sizeof *mean);
  call->plhs[3] = mxCreateDoubleMatrix (1, 3, mxREAL);
  out = mxGetData (call->plhs[3]);
  if (status == AE_OK)
    status = AE (pca_em) (&x, n, most, tolerance, m, &report, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
  AE (samples_check) (call, 3, &file);
  ae_scalar_result (call, 2, m->noise);
  out[0] = (double) report.iterations, out[1] = report.converged, out[2] = report.loglik;
}

void
AE (gateway) (ae_call *call)
{
  ae_ppca m;

  ae_count_args (call, 4, 7);
  m = model_arg (call);
  if (call->nrhs == 4)
    fill (call, &m);
  else if (call->nrhs == 7)
    fit (call, &m);
  else
    ae_raise_text (call, "nargin", "wants 4 or 7 arguments, got %d", call->nrhs);
}
