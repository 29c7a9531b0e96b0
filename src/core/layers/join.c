/* Layers that join several: add, the sum of equal shapes (He et al., CVPR 2016),
   and concat, one after the other along the channels (the elements of vectors),
   which is how they lie in memory (Huang et al., CVPR 2017; Ronneberger et al.,
   MICCAI 2015). */
#include "image.h"

static ae_status
need_several (const AE (layer) *layer, ae_error *err)
{
  if (layer->ninputs < 2)
    return ae_fail (err, AE_VALUE, "layer", "%s %s layer joins two layers or more",
                    ae_article (layer->type->name), layer->type->name);
  return AE_OK;
}

static ae_status
refuse (const AE (layer) *layer, int k, const char *what, ae_error *err)
{
  ae_shape a = layer->ins[0], b = layer->ins[k];

  return ae_fail (err, AE_SHAPE, "size", "%s, got %d-by-%d-by-%d and %d-by-%d-by-%d", what, a.h, a.w, a.c, b.h, b.w, b.c);
}

/* d += v or d = v, n numbers. */
static void
give (const ae_real *v, ae_real *d, size_t n, int add)
{
  if (! add)
    {
      AE (copy) (v, d, n);
      return;
    }
  for (size_t i = 0; i < n; i++)
    d[i] += v[i];
}

/* ---- add ---- */

static ae_status
add_shape (AE (layer) *layer, ae_error *err)
{
  ae_shape in = layer->in;

  if (need_several (layer, err) != AE_OK)
    return err->status;
  for (int k = 1; k < layer->ninputs; k++)
    {
      ae_shape s = layer->ins[k];

      if (s.h != in.h || s.w != in.w || s.c != in.c || s.kind != in.kind)
        return refuse (layer, k, "an add layer needs inputs of one shape", err);
    }
  return AE (shape_same) (layer, err);
}

static void
add_forward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = ae_size (layer->out) * pass->S;

  for (int k = 0; k < layer->ninputs; k++)
    give (pass->xs[k], pass->y, n, k > 0);
}

static void
add_backward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = ae_size (layer->out) * pass->S;

  for (int k = 0; k < layer->ninputs; k++)
    if (pass->dxs[k])
      give (pass->dy, pass->dxs[k], n, pass->adds >> k & 1);
}

const AE (layer_type) AE (layer_add) = {
  .name = "add",
  .help = "the sum of several nodes of one size: ae_layer ({h1, h2}, \"add\")",
  .shape = add_shape,
  .forward = add_forward,
  .backward = add_backward,
  .joins = 1,
};

/* ---- concat ---- */

static ae_status
concat_shape (AE (layer) *layer, ae_error *err)
{
  if (need_several (layer, err) != AE_OK)
    return err->status;
  layer->out = layer->in;
  for (int k = 1; k < layer->ninputs; k++)
    {
      ae_shape a = layer->in, b = layer->ins[k];
      int vectors = a.kind == AE_VECTOR;

      if (a.kind != b.kind || (! vectors && (a.h != b.h || a.w != b.w)))
        return refuse (layer, k, "a concat layer needs vectors, or images or series that differ in their channels alone", err);
      layer->out.h = vectors ? ae_length ((int64_t) layer->out.h + b.h) : a.h;
      layer->out.c = vectors ? 1 : ae_length ((int64_t) layer->out.c + b.c);
    }
  return AE_OK;
}

static void
concat_forward (const AE (layer) *layer, const AE (pass) *pass)
{
  ae_real *y = pass->y;

  for (int k = 0; k < layer->ninputs; k++)
    {
      size_t n = ae_size (layer->ins[k]) * pass->S;

      AE (copy) (pass->xs[k], y, n);
      y += n;
    }
}

static void
concat_backward (const AE (layer) *layer, const AE (pass) *pass)
{
  const ae_real *dy = pass->dy;

  for (int k = 0; k < layer->ninputs; k++)
    {
      size_t n = ae_size (layer->ins[k]) * pass->S;

      if (pass->dxs[k])
        give (dy, pass->dxs[k], n, pass->adds >> k & 1);
      dy += n;
    }
}

const AE (layer_type) AE (layer_concat) = {
  .name = "concat",
  .help = "several nodes side by side in one: channels behind channels (elements behind elements for vectors)",
  .shape = concat_shape,
  .forward = concat_forward,
  .backward = concat_backward,
  .joins = 1,
};
