/* [loss, gradient] = __ae_objective__ (p, layers, input_size, X, T, options)

   Mean loss over all samples at parameters p (N-by-1), and its gradient
   (N-by-1) when asked for. */
#include "job.h"

void
AE (gateway) (ae_call *call)
{
  AE (net) net AE_OWNED (AE (net_free)) = { 0 };
  ae_job_files files AE_OWNED (AE (job_files_close)) = { { { 0 } } };
  AE (job) job;
  AE (view) p;
  ae_error err;
  ae_status status;
  ae_real *gradient = NULL;
  double loss, *out;

  ae_count_args (call, 6, 6);
  p = AE (array_arg) (call, 0, "the parameters");
  AE (job_arg) (call, 3, 5, &net, &files, &job);
  if (p.count != net.nparams)
    ae_raise_text (call, "size", "%zu parameters wanted, got %zu", net.nparams, p.count);
  job.p = (ae_real *) p.data; /* objective only reads them */
  call->plhs[0] = mxCreateDoubleScalar (0);
  out = mxGetData (call->plhs[0]);
  gradient = call->nlhs > 1 ? AE (result) (call, 1, net.nparams, 1, 1, 1) : NULL;
  status = AE (objective) (&net, &job, &loss, gradient, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
  AE (job_check) (call, 3, &files);
  *out = loss;
}
