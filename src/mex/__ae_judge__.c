/* [sse, sst, finite, similarity] = __ae_judge__ (p, layers, input_size, X, threads, T, mu [, size, c])

   What __ae_errors__ and, for images of size [h w c], __ae_ssim__ tell of the
   outputs of a net (as __ae_forward__) and the targets T, in one pass; nothing of
   T's size is made.  finite: whether none of the outputs is NaN or infinite.
   similarity: n-by-1, with size and the constants c. */
#include "samples.h"
#include "spec.h"

/* Arguments 7 and 8; sides of 3 or more that make up a sample of d numbers. */
static void
want_similarity (const ae_call *call, size_t d, AE (measures) *m)
{
  size_t n, nc;
  const double *size = ae_doubles_arg (call, 7, "size", &n), *c = ae_doubles_arg (call, 8, "c", &nc);

  if (n != 3 || nc != 2 || ! (size[0] >= 3 && size[1] >= 3 && size[2] >= 1 && size[0] * size[1] * size[2] == (double) d))
    ae_raise_text (call, "size", "size must be [h w c] of %zu numbers, h and w of 3 or more, and c 2 numbers", d);
  for (size_t k = 0; k < 3; k++)
    m->size[k] = (size_t) size[k];
  m->c1 = c[0], m->c2 = c[1];
}

void
AE (gateway) (ae_call *call)
{
  AE (net) net AE_OWNED (AE (net_free)) = { 0 };
  AE (view) p, T;
  AE (samples) X;
  AE (measures) m = { NULL };
  ae_mapping file AE_OWNED (ae_unmap_file) = { 0 };
  ae_errors sums;
  ae_error err;
  double *similarity = NULL;
  size_t out, rows, n, means;
  int threads, finite;

  ae_count_args (call, 7, 9);
  p = AE (array_arg) (call, 0, "the parameters");
  X = AE (samples_arg) (call, 3, "X", &file, &rows, &n);
  threads = (int) ae_scalar_arg (call, 4, "threads", 0, 256);
  AE (net_arg) (call, 1, 1, &net);
  out = ae_size (net.layers[net.nlayers - 1].out);
  T = AE (sized_arg) (call, 5, "T", out, n, 1, 1);
  m.T = T.data;
  m.mean = ae_doubles_arg (call, 6, "mu", &means);
  if (p.count != net.nparams || rows != ae_size (net.layers[0].in) || n < 1 || means != out)
    ae_raise_text (call, "size", "%zu parameters, %zu-by-n data and %zu means wanted, got %zu, %zu-by-%zu and %zu",
                   net.nparams, ae_size (net.layers[0].in), out, p.count, rows, n, means);
  if (call->nrhs == 9)
    {
      want_similarity (call, out, &m);
      call->plhs[3] = mxCreateDoubleMatrix ((mwSize) n, 1, mxREAL);
      similarity = mxGetData (call->plhs[3]);
    }
  if (AE (net_judge) (&net, p.data, &X, n, &m, ae_useful_threads (threads), &sums, similarity, &finite, &err) != AE_OK)
    ae_raise (call, &err);
  AE (samples_check) (call, 3, &file);
  ae_scalar_result (call, 0, sums.sse);
  ae_scalar_result (call, 1, sums.sst);
  ae_scalar_result (call, 2, finite);
}
