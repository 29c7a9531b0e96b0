/* [shapes, failed, text] = __ae_shapes__ (0, layers, input_size)

   Runs the shape rules.  shapes is a struct array with an element a layer:
   input and size, those of its (first) input and its output (d, [t c] or
   [h w c]), arrays (the dimensions of each, a
   row an array, as many as the type has rows), fan ([in out]).  failed is the
   number of the first layer whose rule refused (0: none) and text says why. */
#include "spec.h"

#include <string.h>

static void
set_numbers (mxArray *shapes, size_t k, const char *name, const double *v, size_t n)
{
  mxArray *a = mxCreateDoubleMatrix (1, (mwSize) n, mxREAL);

  memcpy (mxGetData (a), v, n * sizeof *v);
  mxSetField (shapes, (mwIndex) k, name, a);
}

static void
fill_arrays (mxArray *shapes, size_t k, const AE (layer) *l)
{
  size_t rows = 0;
  double *v;
  mxArray *a;

  while (AE (array_row_at) (l->type, rows))
    rows++;
  a = mxCreateDoubleMatrix ((mwSize) rows, 4, mxREAL);
  v = mxGetData (a);
  for (size_t i = 0; i < rows; i++)
    for (size_t d = 0; d < 4; d++)
      v[i + rows * d] = (double) l->arrays[i].dims[d];
  mxSetField (shapes, (mwIndex) k, "arrays", a);
}

static void
set_size (mxArray *shapes, size_t k, const char *name, ae_shape s)
{
  const double image[3] = { s.h, s.w, s.c }, series[2] = { s.h, s.c };

  if (s.kind == AE_SERIES)
    set_numbers (shapes, k, name, series, 2);
  else
    set_numbers (shapes, k, name, image, s.kind == AE_VECTOR ? 1 : 3);
}

static void
fill (mxArray *shapes, size_t k, const AE (layer) *l)
{
  const double fan[2] = { (double) l->fan_in, (double) l->fan_out };

  set_size (shapes, k, "input", l->in);
  set_size (shapes, k, "size", l->out);
  set_numbers (shapes, k, "fan", fan, 2);
  fill_arrays (shapes, k, l);
}

void
AE (gateway) (ae_call *call)
{
  static const char *fields[] = { "input", "size", "arrays", "fan" };
  AE (net) net AE_OWNED (AE (net_free)) = { 0 };
  ae_shape in;
  ae_error err = { .text = "" };
  size_t k = 0, n;
  ae_status status = AE_OK;

  ae_count_args (call, 3, 3);
  in = AE (shape_arg) (call, 2);
  n = mxGetNumberOfElements (call->prhs[1]);
  call->plhs[0] = mxCreateStructMatrix (1, (mwSize) n, 4, fields);
  AE (spec_arg) (call, 1, &net);
  for (; k < n; k++)
    {
      status = AE (net_shape_layer) (&net, (int) k, in, &err);
      if (status != AE_OK)
        break;
      fill (call->plhs[0], k, &net.layers[k]);
    }
  ae_scalar_result (call, 1, status == AE_OK ? 0 : (double) k + 1);
  if (call->nlhs > 2)
    call->plhs[2] = mxCreateString (err.text);
}
