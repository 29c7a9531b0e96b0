/* Y = __ae_forward__ (p, layers, input_size, X, threads, fuse)

   Runs the layers over the samples of X (d-by-n), without training.  p: the
   block of parameters.  Y: numbers of the last layer by n. */
#include "spec.h"

void
AE (gateway) (ae_call *call)
{
  AE (net) net;
  AE (view) p, X;
  ae_error err;
  ae_status status;
  ae_real *Y;
  size_t out, d, nparams;
  int threads, fuse;

  ae_count_args (call, 6, 6);
  p = AE (array_arg) (call, 0, "the parameters");
  X = AE (sized_arg) (call, 3, "X", SIZE_MAX, SIZE_MAX, 1, 1);
  threads = (int) ae_scalar_arg (call, 4, "threads", 0, 256);
  fuse = (int) ae_scalar_arg (call, 5, "fuse", 0, 1);
  AE (net_arg) (call, 1, fuse, &net);
  out = ae_size (net.layers[net.nlayers - 1].out);
  d = ae_size (net.layers[0].in);
  nparams = net.nparams;
  if (p.count != nparams || X.dims[0] != d || X.dims[1] < 1)
    {
      AE (net_free) (&net);
      ae_raise_text (call, "size", "%zu parameters and %zu-by-n data wanted, got %zu and %zu-by-%zu", nparams, d,
                     p.count, X.dims[0], X.dims[1]);
    }
  Y = AE (result) (call, 0, out, X.dims[1], 1, 1);
  status = AE (net_forward) (&net, p.data, X.data, X.dims[1], Y, threads < 1 ? ae_default_threads () : threads, &err);
  AE (net_free) (&net);
  if (status != AE_OK)
    ae_raise (call, &err);
}
