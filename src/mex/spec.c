#include "spec.h"

#include <string.h>

/* A short string field of element k, "" when absent or empty. */
static int
field_text (const mxArray *spec, size_t k, int field, char *out, size_t size)
{
  const mxArray *v = mxGetFieldByNumber (spec, (mwIndex) k, field);

  out[0] = '\0';
  if (! v || mxIsEmpty (v))
    return 1;
  return mxIsChar (v) && mxGetNumberOfElements (v) < size && ! mxGetString (v, out, (mwSize) size);
}

static ae_status
set_field (AE (layer) *layer, const mxArray *spec, size_t k, int field, ae_error *err)
{
  const char *name = mxGetFieldNameByNumber (spec, field);
  const mxArray *v = mxGetFieldByNumber (spec, (mwIndex) k, field);
  char text[32];

  if (strcmp (name, "type") == 0 || ! v || mxIsEmpty (v))
    return AE_OK;
  if (strcmp (name, "activation") == 0)
    return field_text (spec, k, field, text, sizeof text)
               ? AE (layer_set_activation) (layer, text, err)
               : ae_fail (err, AE_VALUE, "layer", "activation of layer %zu must be a short string", k + 1);
  if (! mxIsDouble (v) || mxIsComplex (v) || mxIsSparse (v))
    return ae_fail (err, AE_VALUE, "layer", "%s of layer %zu must be real double, got %s", name, k + 1,
                    mxGetClassName (v));
  return AE (layer_set) (layer, name, mxGetData (v), mxGetNumberOfElements (v), err);
}

static ae_status
set_layer (AE (layer) *layer, const mxArray *spec, size_t k, ae_error *err)
{
  char text[32];
  int type = mxGetFieldNumber (spec, "type");
  const AE (layer_type) *row = NULL;
  ae_status status = AE_OK;

  if (type >= 0 && field_text (spec, k, type, text, sizeof text))
    row = AE (find_layer_type) (text);
  if (! row)
    return ae_fail (err, AE_VALUE, "layer", "layer %zu has no known type", k + 1);
  AE (layer_init) (layer, row);
  for (int f = 0; status == AE_OK && f < mxGetNumberOfFields (spec); f++)
    status = set_field (layer, spec, k, f, err);
  return status;
}

void
AE (spec_arg) (const ae_call *call, int i, AE (net) *net)
{
  const mxArray *spec = call->prhs[i];
  size_t n = mxGetNumberOfElements (spec);
  ae_error err;
  ae_status status;

  if (! mxIsStruct (spec) || n < 1 || n > 10000)
    ae_raise_text (call, "layers", "the layers must be a struct array of 1 to 10000 elements");
  status = AE (net_make) (net, (int) n, &err);
  for (size_t k = 0; status == AE_OK && k < n; k++)
    status = set_layer (&net->layers[k], spec, k, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
}

ae_shape
AE (shape_arg) (const ae_call *call, int i)
{
  size_t n;
  const double *v = ae_doubles_arg (call, i, "input_size", &n);

  if (n != 1 && n != 3)
    ae_raise_text (call, "size", "input_size must have 1 or 3 elements, got %zu", n);
  for (size_t k = 0; k < n; k++)
    if (! (v[k] >= 1 && v[k] <= 1 << 24 && v[k] == (int) v[k]))
      ae_raise_text (call, "size", "input_size must hold whole numbers from 1 to 2^24, got %g", v[k]);
  return n == 1 ? (ae_shape){ (int) v[0], 1, 1, 1 } : (ae_shape){ (int) v[0], (int) v[1], (int) v[2], 0 };
}

void
AE (net_arg) (const ae_call *call, int i, int fuse, AE (net) *net)
{
  ae_shape in = AE (shape_arg) (call, i + 1);
  ae_error err;

  AE (spec_arg) (call, i, net);
  if (AE (net_finish) (net, in, fuse, &err) != AE_OK)
    ae_raise (call, &err);
}
