/* The table of layer types, options by name, and what the types share. */
#include "layer.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#define ROW(name) &AE (layer_##name),
static const AE (layer_type) *const types[] = { AE_LAYER_TYPES (ROW) };

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

const ae_array_row *
AE (array_row_at) (const AE (layer_type) *type, size_t i)
{
  for (size_t k = 0; k < i; k++)
    if (! type->arrays || ! type->arrays[k].name)
      return NULL;
  return type->arrays && type->arrays[i].name ? &type->arrays[i] : NULL;
}

/* ---- options ---- */

/* How many numbers a kind has, whether they are whole, and arg_value's check. */
static const struct {
  const char *check;
  size_t fewest, most;
  int whole;
} kinds[] = {
  [AE_COUNT] = { "whole >= 1", 1, 1, 1 },   [AE_PAIR] = { "pair", 2, 2, 1 },
  [AE_MARGINS] = { "margins", 4, 4, 1 },    [AE_TARGET] = { "target", 1, 3, 1 },
  [AE_SHARE] = { "share", 1, 1, 0 },        [AE_AMOUNT] = { "number >= 0", 1, 1, 0 },
  [AE_SLOPE] = { "slope?", 1, 1, 0 },       [AE_POSITIVE] = { "number > 0", 1, 1, 0 },
  [AE_RANGE] = { "range?", 0, 2, 0 },
  [AE_FLAG] = { "flag", 1, 1, 1 },          [AE_WORD] = { NULL, 1, 1, 1 },
  [AE_TEXT] = { "string", 0, 0, 0 },        [AE_ACTIVATION] = { NULL, 0, 0, 0 },
  [AE_LAYER_NAME] = { "string", 1, 1, 1 },
};

static const ae_option common[] = {
  { .name = "Name", .kind = AE_TEXT, .help = "a name of its own; by default the type and a number" },
  { .name = "Trainable", .kind = AE_FLAG, .at = AE_IN_LAYER (trainable), .hi = 1, .nusual = 1, .usual = { 1 },
    .help = "false: training leaves the layer's arrays alone" },
};

enum { COMMON = sizeof common / sizeof *common };

const ae_option *
AE (option_at) (const AE (layer_type) *type, size_t i)
{
  size_t own = 0;

  while (type->options && type->options[own].name)
    own++;
  if (i < own)
    return &type->options[i];
  return i - own < COMMON ? &common[i - own] : NULL;
}

const ae_option *
AE (find_option) (const AE (layer_type) *type, const char *name)
{
  const ae_option *o;

  for (size_t i = 0; (o = AE (option_at) (type, i)); i++)
    if (strcasecmp (o->name, name) == 0)
      return o;
  return NULL;
}

const char *
AE (option_check) (const ae_option *option)
{
  return kinds[option->kind].check;
}

size_t
AE (word_length) (const char *words)
{
  return strcspn (words, "|");
}

const char *
AE (next_word) (const char *words)
{
  const char *end = words + AE (word_length) (words);

  return *end ? end + 1 : NULL;
}

static void
store (AE (layer) *layer, const ae_option *o, const double *v, size_t n)
{
  char *at = (char *) layer + o->at;

  for (size_t i = 0; i < kinds[o->kind].most; i++)
    if (kinds[o->kind].whole)
      ((int *) at)[i] = i < n ? (int) v[i] : 0;
    else
      ((double *) at)[i] = i < n ? v[i] : NAN;
}

void
AE (layer_init) (AE (layer) *layer, const AE (layer_type) *type)
{
  const ae_option *o;

  memset (layer, 0, sizeof *layer);
  layer->type = type;
  layer->activation = AE (find_activation) ("linear");
  layer->tied = -1;
  layer->pool[0] = layer->pool[1] = layer->factor[0] = layer->factor[1] = 1;
  for (size_t i = 0; (o = AE (option_at) (type, i)); i++)
    if (o->kind != AE_LAYER_NAME)
      store (layer, o, o->usual, (size_t) o->nusual);
}

ae_status
AE (layer_set) (AE (layer) *layer, const char *name, const double *v, size_t n, ae_error *err)
{
  const ae_option *o = AE (find_option) (layer->type, name);

  if (! o || kinds[o->kind].most == 0)
    return ae_fail (err, AE_VALUE, "layer", "%s %s layer has no option \"%s\" of numbers",
                    ae_article (layer->type->name), layer->type->name, name);
  if (n < kinds[o->kind].fewest || n > kinds[o->kind].most)
    return ae_fail (err, AE_VALUE, "layer", "%s of %s %s layer must have %zu numbers, got %zu", name,
                    ae_article (layer->type->name), layer->type->name, kinds[o->kind].most, n);
  for (size_t i = 0; i < n; i++)
    if (! (v[i] >= o->lo && v[i] <= o->hi))
      return ae_fail (err, AE_VALUE, "layer", "%s of %s %s layer must be in [%g, %g], got %g", name,
                      ae_article (layer->type->name), layer->type->name, o->lo, o->hi, v[i]);
  store (layer, o, v, n);
  return AE_OK;
}

ae_status
AE (layer_set_text) (AE (layer) *layer, const char *name, const char *text, ae_error *err)
{
  const ae_option *o = AE (find_option) (layer->type, name);
  const AE (activation) *activation = AE (find_activation) (text);
  double k = 0;

  if (! o || (o->kind != AE_WORD && o->kind != AE_ACTIVATION))
    return ae_fail (err, AE_VALUE, "layer", "%s %s layer has no option \"%s\" of words",
                    ae_article (layer->type->name), layer->type->name, name);
  if (o->kind == AE_ACTIVATION && ! activation)
    return ae_fail (err, AE_VALUE, "activation", "unknown activation \"%s\"", text);
  if (o->kind == AE_ACTIVATION)
    {
      layer->activation = activation;
      return AE_OK;
    }
  for (const char *word = o->words; word; word = AE (next_word) (word), k++)
    if (strlen (text) == AE (word_length) (word) && strncmp (text, word, strlen (text)) == 0)
      {
        store (layer, o, &k, 1);
        return AE_OK;
      }
  return ae_fail (err, AE_VALUE, "layer", "%s of %s %s layer must be one of %s, got \"%s\"", name,
                  ae_article (layer->type->name), layer->type->name, o->words, text);
}

/* ---- shapes ---- */

void
AE (set_array) (AE (layer) *layer, int k, size_t d0, size_t d1, size_t d2, size_t d3)
{
  layer->arrays[k] = (ae_array){ d0 * d1 * d2 * d3, { d0, d1, d2, d3 } };
}

ae_status
AE (check_size) (const AE (layer) *layer, const char *what, ae_shape s, ae_error *err)
{
  size_t n = ae_size (s);

  if (s.h >= 1 && s.w >= 1 && s.c >= 1 && n <= AE_MOST_NUMBERS)
    return AE_OK;
  return ae_fail (err, AE_SHAPE, "size", "the %s of %s %s layer would be %d-by-%d-by-%d; 1 to %d numbers are allowed",
                  what, ae_article (layer->type->name), layer->type->name, s.h, s.w, s.c, AE_MOST_NUMBERS);
}

ae_status
AE (layer_shape) (AE (layer) *layer, ae_shape in, ae_error *err)
{
  layer->in = layer->ins[0] = in;
  memset (&layer->arrays, 0, sizeof layer->arrays);
  if (isnan (layer->alpha))
    layer->alpha = layer->activation->alpha;
  layer->relu = strcmp (layer->activation->name, "relu") == 0;
  if (AE (check_size) (layer, "input", in, err) != AE_OK || layer->type->shape (layer, err) != AE_OK
      || AE (check_size) (layer, "output", layer->out, err) != AE_OK)
    return err->status;
  for (int k = 0; k < AE_ARRAYS; k++)
    if (layer->arrays[k].count > AE_MOST_WEIGHTS)
      return ae_fail (err, AE_SHAPE, "size",
                      "%s %s layer from %zu to %zu numbers would have %zu weights, more than %zu",
                      ae_article (layer->type->name), layer->type->name, ae_size (in),
                      ae_size (layer->out), layer->arrays[k].count, AE_MOST_WEIGHTS);
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
  pass->simd->add_bias (pass->y, pass->array[AE_B], ae_size (layer->out), pass->S, layer->relu);
  if (! layer->relu)
    AE (activate) (layer, pass);
}

size_t
AE (plane) (const AE (layer) *layer, size_t S)
{
  return layer->out.kind == AE_VECTOR ? S : (size_t) layer->out.h * (size_t) layer->out.w * S;
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
  layer->activation->forward (pass->y, n, AE (plane) (layer, pass->S), (ae_real) layer->alpha);
}

/* What the activation's derivatives are written in. */
static const ae_real *
derivative_at (const AE (layer) *layer, const AE (pass) *pass)
{
  return layer->activation->keeps_input ? (const ae_real *) pass->memo : pass->y;
}

void
AE (slope) (const AE (layer) *layer, const AE (pass) *pass, ae_real *d)
{
  layer->activation->backward (d, derivative_at (layer, pass), ae_size (layer->out) * pass->S,
                               AE (plane) (layer, pass->S), (ae_real) layer->alpha);
}

void
AE (bend) (const AE (layer) *layer, const AE (pass) *pass, ae_real *d)
{
  layer->activation->bend (d, derivative_at (layer, pass), ae_size (layer->out) * pass->S, (ae_real) layer->alpha);
}

void
AE (activate_backward) (const AE (layer) *layer, const AE (pass) *pass)
{
  if (! pass->derived)
    AE (slope) (layer, pass, pass->dy);
}
