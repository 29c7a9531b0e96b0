/* [table, failed, text] = __ae_shapes__ (0, layers, input_size)

   Runs the shape rules.  table has a row a layer: h, w, c, flat, numbers in W,
   b and moments, the four dimensions of W, fan in, fan out.  failed is the
   number of the first layer whose rule refused (0: none) and text says why. */
#include "spec.h"

enum { COLUMNS = 13 };

static void
fill_row (const AE (layer) *l, double *table, size_t rows, size_t k)
{
  const ae_arrays *a = &l->arrays;
  double v[COLUMNS] = { l->out.h, l->out.w, l->out.c, l->out.flat, (double) a->W, (double) a->b, (double) a->moments,
                        (double) a->W_dims[0], (double) a->W_dims[1], (double) a->W_dims[2], (double) a->W_dims[3],
                        (double) a->fan_in, (double) a->fan_out };

  for (size_t c = 0; c < COLUMNS; c++)
    table[k + rows * c] = v[c];
}

void
AE (gateway) (ae_call *call)
{
  AE (net) net AE_OWNED (AE (net_free)) = { 0 };
  ae_shape in;
  ae_error err = { .text = "" };
  size_t k = 0, n;
  ae_status status = AE_OK;
  double *table;

  ae_count_args (call, 3, 3);
  in = AE (shape_arg) (call, 2);
  n = mxGetNumberOfElements (call->prhs[1]);
  call->plhs[0] = mxCreateDoubleMatrix ((mwSize) n, COLUMNS, mxREAL);
  table = mxGetData (call->plhs[0]);
  AE (spec_arg) (call, 1, &net);
  for (; k < n; k++, in = net.layers[k - 1].out)
    {
      status = AE (layer_shape) (&net.layers[k], in, &err);
      if (status != AE_OK)
        break;
      fill_row (&net.layers[k], table, n, k);
    }
  ae_scalar_result (call, 1, status == AE_OK ? 0 : (double) k + 1);
  if (call->nlhs > 2)
    call->plhs[2] = mxCreateString (err.text);
}
