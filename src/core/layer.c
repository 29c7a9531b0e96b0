/* The table of layer types, options by name, and what the types share. */
#include "layer.h"

#include <stddef.h>
#include <string.h>

static const AE (layer_type) *const types[] = {
  &AE (layer_input),    &AE (layer_dense),     &AE (layer_activation),       &AE (layer_conv2d),
  &AE (layer_conv2d_transpose), &AE (layer_maxpool2d), &AE (layer_avgpool2d), &AE (layer_upsample2d),
  &AE (layer_crop2d),   &AE (layer_zeropad2d), &AE (layer_flatten),          &AE (layer_reshape),
  &AE (layer_dropout),  &AE (layer_noise),     &AE (layer_batchnorm),      &AE (layer_sparsity),
};

const AE (layer_type) *
AE (layer_type_at) (size_t i)
{
  return i < sizeof types / sizeof *types ? types[i] : NULL;
}

const AE (layer_type) *
AE (find_layer_type) (const char *name)
{
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (strcmp (types[i]->name, name) == 0)
      return types[i];
  return NULL;
}

void
AE (layer_init) (AE (layer) *layer, const AE (layer_type) *type)
{
  static const AE (layer) defaults = { .kernel = { 1, 1 }, .stride = { 1, 1 }, .factor = { 1, 1 }, .pool = { 1, 1 },
                                       .alpha = (ae_real) 0.01, .tied = -1, .momentum = 0.99, .epsilon = 1e-3,
                                       .target_rate = 0.05 };

  *layer = defaults;
  layer->type = type;
  layer->activation = AE (find_activation) ("linear");
}

/* Numeric options: where the value goes, how many numbers, their range. */
typedef struct {
  const char *name;
  size_t offset;
  int count, whole;
  double lo, hi;
} option;

#define WHOLE(name, field, count, lo, hi) { name, offsetof (AE (layer), field), count, 1, lo, hi }
#define REAL(name, field, count, lo, hi) { name, offsetof (AE (layer), field), count, 0, lo, hi }

static const option options[] = {
  WHOLE ("units", units, 1, 1, 1 << 24),
  WHOLE ("kernel", kernel, 2, 1, 64),
  WHOLE ("stride", stride, 2, 1, 64),
  WHOLE ("padding", padding, 1, AE_VALID, AE_SAME),
  WHOLE ("factor", factor, 2, 1, 64),
  WHOLE ("pool", pool, 2, 1, 64),
  WHOLE ("interpolation", interpolation, 1, AE_NEAREST, AE_BILINEAR),
  WHOLE ("margins", margins, 4, 0, 4096),
  WHOLE ("target", target, 3, 0, 1 << 24),
  WHOLE ("kind", kind, 1, 0, 16),
  WHOLE ("clipped", clipped, 1, 0, 1),
  WHOLE ("frozen", frozen, 1, 0, 1),
  WHOLE ("tied", tied, 1, -1, 1 << 20),
  REAL ("rate", rate, 1, 0, 1e6),
  REAL ("momentum", momentum, 1, 0, 1),
  REAL ("epsilon", epsilon, 1, 0, 1e3),
  REAL ("clip", clip, 2, -1e300, 1e300),
  REAL ("target_rate", target_rate, 1, 0, 1),
  REAL ("kl_weight", kl_weight, 1, 0, 1e30),
  REAL ("l1_weight", l1_weight, 1, 0, 1e30),
};

static const option *
find_option (const char *name)
{
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    if (strcmp (options[i].name, name) == 0)
      return &options[i];
  return NULL;
}

ae_status
AE (layer_set) (AE (layer) *layer, const char *name, const double *v, size_t n, ae_error *err)
{
  const option *o = find_option (name);

  if (strcmp (name, "alpha") == 0 && n == 1 && v[0] >= 0 && v[0] <= 1e6)
    {
      layer->alpha = (ae_real) v[0];
      return AE_OK;
    }
  if (! o || n != (size_t) o->count)
    return ae_fail (err, AE_VALUE, "layer", "layer type %s has no option \"%s\" of %zu numbers", layer->type->name,
                    name, n);
  for (size_t i = 0; i < n; i++)
    {
      char *at = (char *) layer + o->offset;

      if (! (v[i] >= o->lo && v[i] <= o->hi))
        return ae_fail (err, AE_VALUE, "layer", "%s of a %s layer must be in [%g, %g], got %g", name,
                        layer->type->name, o->lo, o->hi, v[i]);
      if (o->whole)
        ((int *) at)[i] = (int) v[i];
      else
        ((double *) at)[i] = v[i];
    }
  return AE_OK;
}

ae_status
AE (layer_set_activation) (AE (layer) *layer, const char *name, ae_error *err)
{
  const AE (activation) *a = AE (find_activation) (name);

  if (! a)
    return ae_fail (err, AE_VALUE, "activation", "unknown activation \"%s\"", name);
  layer->activation = a;
  return AE_OK;
}

ae_status
AE (check_size) (const AE (layer) *layer, const char *what, ae_shape s, ae_error *err)
{
  size_t n = ae_size (s);

  if (s.h >= 1 && s.w >= 1 && s.c >= 1 && n <= AE_MOST_NUMBERS)
    return AE_OK;
  return ae_fail (err, AE_SHAPE, "size", "the %s of a %s layer would be %d-by-%d-by-%d; 1 to %d numbers are allowed",
                  what, layer->type->name, s.h, s.w, s.c, AE_MOST_NUMBERS);
}

ae_status
AE (layer_shape) (AE (layer) *layer, ae_shape in, ae_error *err)
{
  layer->in = in;
  memset (&layer->arrays, 0, sizeof layer->arrays);
  if (AE (check_size) (layer, "input", in, err) != AE_OK || layer->type->shape (layer, err) != AE_OK
      || AE (check_size) (layer, "output", layer->out, err) != AE_OK)
    return err->status;
  if (layer->arrays.W > AE_MOST_WEIGHTS)
    return ae_fail (err, AE_SHAPE, "size", "a %s layer from %zu to %zu numbers would have %zu weights, more than %zu",
                    layer->type->name, ae_size (in), ae_size (layer->out), layer->arrays.W, AE_MOST_WEIGHTS);
  return AE_OK;
}

void
AE (layer_clean) (AE (layer) *layer)
{
  if (layer->type && layer->type->clean)
    layer->type->clean (layer);
}

ae_status
AE (shape_same) (AE (layer) *layer, ae_error *err)
{
  (void) err;
  layer->out = layer->in;
  return AE_OK;
}

void
AE (bias_activate) (const AE (layer) *layer, const AE (pass) *pass)
{
  int relu = layer->activation == AE (find_activation) ("relu");

  pass->simd->add_bias (pass->y, pass->b, ae_size (layer->out), pass->S, relu);
  if (! relu)
    AE (activate) (layer, pass);
}

size_t
AE (plane) (const AE (layer) *layer, size_t S)
{
  return layer->out.flat ? S : (size_t) layer->out.h * (size_t) layer->out.w * S;
}

size_t
AE (activation_memo) (const AE (layer) *layer)
{
  return layer->activation->keeps_input ? ae_size (layer->out) * sizeof (ae_real) : 0;
}

void
AE (activate) (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = ae_size (layer->out) * pass->S;

  if (layer->activation->keeps_input)
    memcpy (pass->memo, pass->y, n * sizeof *pass->y);
  layer->activation->forward (pass->y, n, AE (plane) (layer, pass->S), layer->alpha);
}

void
AE (activate_backward) (const AE (layer) *layer, const AE (pass) *pass)
{
  const AE (activation) *a = layer->activation;
  const ae_real *from = a->keeps_input ? (const ae_real *) pass->memo : pass->y;

  if (! pass->derived)
    a->backward (pass->dy, from, ae_size (layer->out) * pass->S, AE (plane) (layer, pass->S), layer->alpha);
}
