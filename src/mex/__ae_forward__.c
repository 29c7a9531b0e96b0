/* [Y, finite] = __ae_forward__ (p, layers, input_size, X, threads, fuse [, in, out])

   Runs the layers over the samples of X (d-by-n), without training.  p: the
   block of parameters.  Y: numbers of the last layer by n.  in: how the samples
   are scaled on their way in, out: what is undone on the way out (samples.h).
   finite: whether none of Y is NaN or infinite. */
#include "samples.h"
#include "spec.h"

void
AE (gateway) (ae_call *call)
{
  AE (net) net AE_OWNED (AE (net_free)) = { 0 };
  AE (view) p;
  AE (samples) X;
  ae_mapping file AE_OWNED (ae_unmap_file) = { 0 };
  ae_scale scale = { NULL, NULL, NULL };
  AE (outputs) to = { NULL };
  ae_error err;
  ae_status status;
  size_t out, d, nparams, rows, n;
  int threads, fuse;

  ae_count_args (call, 6, 8);
  p = AE (array_arg) (call, 0, "the parameters");
  X = AE (samples_arg) (call, 3, "X", &file, &rows, &n);
  threads = (int) ae_scalar_arg (call, 4, "threads", 0, 256);
  fuse = (int) ae_scalar_arg (call, 5, "fuse", 0, 1);
  AE (net_arg) (call, 1, fuse, &net);
  out = ae_size (net.layers[net.nlayers - 1].out);
  d = ae_size (net.layers[0].in);
  nparams = net.nparams;
  if (p.count != nparams || rows != d || n < 1)
    ae_raise_text (call, "size", "%zu parameters and %zu-by-n data wanted, got %zu and %zu-by-%zu", nparams, d,
                   p.count, rows, n);
  to.Y = AE (result_unset) (call, 0, out, n);
  status = AE (scale_of) (call->nrhs > 6 ? call->prhs[6] : NULL, d, &X.scale, &err);
  if (status == AE_OK)
    status = AE (scale_of) (call->nrhs > 7 ? call->prhs[7] : NULL, out, &scale, &err);
  if (status == AE_OK)
    {
      to.scale = scale.offset ? &scale : NULL;
      status = AE (net_forward) (&net, p.data, &X, n, &to, ae_useful_threads (threads), &err);
    }
  if (status != AE_OK)
    ae_raise (call, &err);
  AE (samples_check) (call, 3, &file);
  ae_scalar_result (call, 1, to.finite);
}
