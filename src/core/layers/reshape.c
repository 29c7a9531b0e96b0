/* Reshape to images of target rows, columns and channels, column-major as
   Octave's reshape; with columns and channels 0 to vectors (of target[0]
   numbers, 0: of as many as there are).  The numbers stay where they are. */
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  const int *t = layer->target;
  size_t d = ae_size (layer->in), wanted;
  int flat = t[1] == 0 && t[2] == 0;

  wanted = ! flat ? ae_size ((ae_shape){ t[0], t[1], t[2], 0 }) : t[0] ? (size_t) t[0] : d;
  if (wanted != d)
    return ae_fail (err, AE_SHAPE, "size", "%zu numbers cannot be reshaped to %d-by-%d-by-%d", d, t[0],
                    flat ? 1 : t[1], flat ? 1 : t[2]);
  layer->out = flat ? (ae_shape){ (int) d, 1, 1, 1 } : (ae_shape){ t[0], t[1], t[2], 0 };
  return AE_OK;
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  AE (copy) (pass->x, pass->y, ae_size (layer->in) * pass->S);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  AE (copy) (pass->dy, pass->dx, ae_size (layer->in) * pass->S);
}

static const ae_option options[] = {
  { .name = "Target", .kind = AE_TARGET, .at = AE_IN_LAYER (target), .hi = 1 << 24, .place = 1,
    .help = "the number of elements, or [rows columns channels]" },
  { NULL }
};

const AE (layer_type) AE (layer_reshape) = {
  .name = "reshape",
  .help = "to a vector or to images, column-major",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .alias = 1,
};
