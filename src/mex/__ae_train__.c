/* [p, state, progress] = __ae_train__ (p, layers, input_size, X, T, state, options)

   One slice of training.  p: the block of parameters (N-by-1).  state: N-by-k,
   k as the optimizer wants.  X: d-by-n, T: m-by-n or empty (targets are the
   inputs).  progress = [steps, samples, loss sum, nonfinite, last loss]. */
#include "job.h"

#include <string.h>

/* Results with copies of the inputs. */
static void
copy_inputs (ae_call *call, AE (job) *job, const AE (view) *p, const AE (view) *s)
{
  size_t n = p->count;

  job->p = AE (result_unset) (call, 0, n, 1);
  job->s1 = AE (result_unset) (call, 1, n, s->dims[1]);
  job->s2 = s->dims[1] > 1 ? job->s1 + n : NULL;
  memcpy (job->p, p->data, n * sizeof *job->p);
  if (s->count > 0)
    memcpy (job->s1, s->data, s->count * sizeof *job->s1);
}

void
AE (gateway) (ae_call *call)
{
  AE (net) net AE_OWNED (AE (net_free)) = { 0 };
  ae_job_files files AE_OWNED (AE (job_files_close)) = { { { 0 } } };
  AE (job) job;
  int listening AE_OWNED (ae_interrupt_pass) = 0;
  AE (view) p, s;
  ae_progress done;
  ae_error err;
  ae_status status;
  double *out;

  ae_count_args (call, 7, 7);
  if (call->nlhs < 3)
    ae_raise_text (call, "nargout", "wants 3 outputs, got %d", call->nlhs);
  p = AE (array_arg) (call, 0, "the parameters");
  s = AE (array_arg) (call, 5, "the optimizer state");
  AE (job_arg) (call, 3, 6, &net, &files, &job);
  if (p.count != net.nparams || s.dims[1] != (size_t) job.step->states || (s.dims[1] > 0 && s.dims[0] != p.count))
    ae_raise_text (call, "size", "%zu parameters and %zu-by-%d state wanted, got %zu and %zu-by-%zu", net.nparams,
                   net.nparams, job.step->states, p.count, s.dims[0], s.dims[1]);
  copy_inputs (call, &job, &p, &s);
  call->plhs[2] = mxCreateDoubleMatrix (1, 5, mxREAL);
  out = mxGetData (call->plhs[2]);
  listening = ae_interrupt_listen ();
  status = AE (train_slice) (&net, &job, &done, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
  AE (job_check) (call, 3, &files);
  out[0] = (double) done.steps, out[1] = (double) done.samples, out[2] = done.loss;
  out[3] = done.nonfinite, out[4] = done.last_loss;
}
