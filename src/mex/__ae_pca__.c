/* [mean, components, variances, total, k] = __ae_pca__ (X, k, share [, scale])

   X is d-by-n, n >= 2; scale: how it is scaled first (samples.h), so that the
   results are those of the scaled samples.  share = 0: the k leading components; 0 < share < 1:
   as many as hold this share (the k of the results).  components is
   d-by-min (d, n) and variances min (d, n)-by-1, of which k columns and
   elements are filled. */
#include "samples.h"
#include "../core/pca.h"

void
AE (gateway) (ae_call *call)
{
  AE (samples) x;
  ae_mapping file AE_OWNED (ae_unmap_file) = { 0 };
  size_t d, n, most, k;
  double share, total = 0;
  int listening AE_OWNED (ae_interrupt_pass) = 0;
  ae_real *mean, *components, *variances;
  ae_error err;

  ae_count_args (call, 3, 4);
  x = AE (samples_arg) (call, 0, "X", &file, &d, &n);
  if (d < 1 || n < 2 || d >= INT32_MAX)
    ae_raise_text (call, "size", "X must be d-by-n with 2 samples or more, got %zu-by-%zu", d, n);
  most = d < n ? d : n;
  k = (size_t) ae_scalar_arg (call, 1, "k", 1, (double) most);
  share = ae_scalar_arg (call, 2, "share", 0, 1);
  if (call->nlhs != 5)
    ae_raise_text (call, "nargout", "gives 5 results, asked for %d", call->nlhs);
  mean = AE (result) (call, 0, d, 1, 1, 1);
  components = AE (result) (call, 1, d, most, 1, 1);
  variances = AE (result) (call, 2, most, 1, 1, 1);
  ae_status status = AE (scale_of) (call->nrhs > 3 ? call->prhs[3] : NULL, d, &x.scale, &err);
  listening = ae_interrupt_listen ();
  if (status == AE_OK)
    status = AE (pca) (&x, d, n, share, &k, mean, components, variances, &total, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
  AE (samples_check) (call, 0, &file);
  ae_scalar_result (call, 3, total);
  ae_scalar_result (call, 4, (double) k);
}
