#include "spec.h"

#include <ctype.h>
#include <string.h>

enum { MOST_LAYERS = 10000 };

/* Layer k of the argument: element `at` of the struct array s. */
typedef struct {
  const mxArray *layers, *s;
  mwIndex at;
  size_t k;
} element;

static element
element_at (const mxArray *layers, size_t k)
{
  if (mxIsCell (layers))
    return (element){ layers, mxGetCell (layers, (mwIndex) k), 0, k };
  return (element){ layers, layers, (mwIndex) k, k };
}

/* The field, NULL when it is absent or empty. */
static const mxArray *
field (element e, const char *name)
{
  const mxArray *v = e.s && mxIsStruct (e.s) ? mxGetField (e.s, e.at, name) : NULL;

  return v && ! mxIsEmpty (v) ? v : NULL;
}

static int
read_text (const mxArray *v, char *out, size_t size)
{
  return mxIsChar (v) && mxGetNumberOfElements (v) < size && ! mxGetString (v, out, (mwSize) size);
}

/* Up to 4 real numbers; 0 when they are not. */
static size_t
read_numbers (const mxArray *v, double out[4])
{
  size_t n = mxGetNumberOfElements (v);

  if (n > 4 || mxIsComplex (v) || mxIsSparse (v))
    return 0;
  for (size_t i = 0; i < n; i++)
    if (mxIsDouble (v))
      out[i] = ((const double *) mxGetData (v))[i];
    else if (mxIsSingle (v))
      out[i] = (double) ((const float *) mxGetData (v))[i];
    else if (mxIsLogical (v))
      out[i] = ((const mxLogical *) mxGetData (v))[i];
    else
      return 0;
  return n;
}

static int
same_text (const mxArray *a, const mxArray *b)
{
  size_t n = a && mxIsChar (a) ? mxGetNumberOfElements (a) : 0;

  return n > 0 && b && mxIsChar (b) && mxGetNumberOfElements (b) == n
         && memcmp (mxGetChars (a), mxGetChars (b), n * sizeof (mxChar)) == 0;
}

/* Number of the first layer of that name; -1: there is none. */
static int
layer_named (element e, const mxArray *name)
{
  size_t n = mxGetNumberOfElements (e.layers);

  for (size_t k = 0; k < n; k++)
    if (same_text (name, field (element_at (e.layers, k), "name")))
      return (int) k;
  return -1;
}

static ae_status
set_layer_name (AE (layer) *layer, const ae_option *o, element e, const mxArray *v, ae_error *err)
{
  int k = layer_named (e, v);

  if (k < 0)
    return ae_fail (err, AE_VALUE, "layer", "%s of layer %zu names no layer", o->name, e.k + 1);
  *(int *) ((char *) layer + o->at) = k;
  return AE_OK;
}

/* inputs: the name of a layer, or a cell of several. */
static ae_status
set_inputs (AE (layer) *layer, element e, ae_error *err)
{
  const mxArray *v = field (e, "inputs");
  size_t n = v ? mxIsCell (v) ? mxGetNumberOfElements (v) : 1 : 0;

  if (n > AE_MOST_INPUTS)
    return ae_fail (err, AE_VALUE, "layer", "layer %zu must have at most %d inputs, got %zu", e.k + 1, AE_MOST_INPUTS, n);
  for (size_t i = 0; i < n; i++)
    {
      int k = layer_named (e, mxIsCell (v) ? mxGetCell (v, (mwIndex) i) : v);

      if (k < 0)
        return ae_fail (err, AE_VALUE, "layer", "input %zu of layer %zu names no layer", i + 1, e.k + 1);
      layer->inputs[i] = k;
    }
  layer->ninputs = (int) n;
  return AE_OK;
}

static ae_status
set_option (AE (layer) *layer, const ae_option *o, element e, const char *name, ae_error *err)
{
  const mxArray *v = field (e, name);
  char text[32];
  double numbers[4];
  size_t n;
  int words = o->kind == AE_WORD || o->kind == AE_ACTIVATION || o->kind == AE_LAYER_NAME;

  if (o->kind == AE_RANGE && ! v && mxGetField (e.s, e.at, name))
    return AE (layer_set) (layer, name, NULL, 0, err); /* [] stands for none */
  if (! v || o->kind == AE_TEXT)
    return AE_OK;
  if (words && ! mxIsChar (v))
    return ae_fail (err, AE_VALUE, "layer", "%s of layer %zu must be a string, got class %s", name, e.k + 1,
                    mxGetClassName (v));
  if (o->kind == AE_LAYER_NAME)
    return set_layer_name (layer, o, e, v, err);
  if (words && ! read_text (v, text, sizeof text))
    return ae_fail (err, AE_VALUE, "layer", "%s of layer %zu must be a short string", name, e.k + 1);
  if (words)
    return AE (layer_set_text) (layer, name, text, err);
  n = read_numbers (v, numbers);
  if (n == 0)
    return ae_fail (err, AE_VALUE, "layer", "%s of layer %zu must be a few real numbers, got %zu of class %s", name,
                    e.k + 1, mxGetNumberOfElements (v), mxGetClassName (v));
  return AE (layer_set) (layer, name, numbers, n, err);
}

static void
lower (const char *name, char *out, size_t size)
{
  size_t i = 0;

  for (; name[i] && i + 1 < size; i++)
    out[i] = (char) tolower ((unsigned char) name[i]);
  out[i] = '\0';
}

/* May a layer of this type have such a field? */
static int
is_known (const AE (layer_type) *type, const char *name)
{
  static const char *const always[] = { "type", "inputs", "input_size", "output_size", "slots" };
  const ae_array_row *row;

  for (size_t i = 0; i < sizeof always / sizeof *always; i++)
    if (strcmp (always[i], name) == 0)
      return 1;
  for (size_t i = 0; (row = AE (array_row_at) (type, i)); i++)
    if (strcmp (row->name, name) == 0)
      return 1;
  return AE (find_option) (type, name) != NULL;
}

static ae_status
refuse_unknown (const AE (layer_type) *type, element e, ae_error *err)
{
  for (int f = 0; f < mxGetNumberOfFields (e.s); f++)
    {
      const char *name = mxGetFieldNameByNumber (e.s, f);

      if (field (e, name) && ! is_known (type, name))
        return ae_fail (err, AE_VALUE, "layer", "layer %zu has the field \"%s\", which %s %s layer does not have",
                        e.k + 1, name, ae_article (type->name), type->name);
    }
  return AE_OK;
}

static ae_status
set_layer (AE (layer) *layer, element e, ae_error *err)
{
  const AE (layer_type) *type = NULL;
  const mxArray *v = field (e, "type");
  const ae_option *o;
  char text[48];
  ae_status status;

  if (v && read_text (v, text, sizeof text))
    type = AE (find_layer_type) (text);
  if (! type)
    return ae_fail (err, AE_VALUE, "layer", "layer %zu has no known type", e.k + 1);
  AE (layer_init) (layer, type);
  status = refuse_unknown (type, e, err);
  if (status == AE_OK)
    status = set_inputs (layer, e, err);
  for (size_t i = 0; status == AE_OK && (o = AE (option_at) (type, i)); i++)
    {
      lower (o->name, text, sizeof text);
      status = set_option (layer, o, e, text, err);
    }
  return status;
}

void
AE (spec_arg) (const ae_call *call, int i, AE (net) *net)
{
  const mxArray *layers = call->prhs[i];
  size_t n = mxGetNumberOfElements (layers);
  ae_error err;
  ae_status status;

  if (! (mxIsStruct (layers) || mxIsCell (layers)) || n < 1 || n > MOST_LAYERS)
    ae_raise_text (call, "layers", "the layers must be 1 to %d structs", MOST_LAYERS);
  status = AE (net_make) (net, (int) n, &err);
  for (size_t k = 0; status == AE_OK && k < n; k++)
    status = set_layer (&net->layers[k], element_at (layers, k), &err);
  if (status != AE_OK)
    ae_raise (call, &err);
}

ae_status
AE (layer_arg) (const ae_call *call, int i, AE (layer) *layer, ae_error *err)
{
  if (! mxIsStruct (call->prhs[i]) || mxGetNumberOfElements (call->prhs[i]) != 1)
    ae_raise_text (call, "layer", "the layer must be a struct");
  return set_layer (layer, element_at (call->prhs[i], 0), err);
}

ae_shape
AE (shape_arg) (const ae_call *call, int i)
{
  size_t n;
  const double *v = ae_doubles_arg (call, i, "input_size", &n);

  if (n < 1 || n > 3)
    ae_raise_text (call, "size", "input_size must have 1, 2 or 3 elements, got %zu", n);
  for (size_t k = 0; k < n; k++)
    if (! (v[k] >= 1 && v[k] <= AE_MOST_NUMBERS && v[k] == (int) v[k]))
      ae_raise_text (call, "size", "input_size must hold whole numbers from 1 to %d, got %g", AE_MOST_NUMBERS, v[k]);
  if (n == 1)
    return (ae_shape){ (int) v[0], 1, 1, AE_VECTOR };
  if (n == 2)
    return (ae_shape){ (int) v[0], 1, (int) v[1], AE_SERIES };
  return (ae_shape){ (int) v[0], (int) v[1], (int) v[2], AE_IMAGE };
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
