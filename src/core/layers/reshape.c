/* Reshape to images of target rows, columns and channels, column-major as
   Octave's reshape; with channels 0 to series of target times and channels;
   with columns 0, too, to vectors (of target[0] numbers, 0: of as many as there
   are).  The numbers stay where they are. */
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  const int *t = layer->target;
  size_t d = ae_size (layer->in);

  if (t[1] == 0)
    layer->out = (ae_shape){ t[0] ? t[0] : (int) d, 1, 1, AE_VECTOR };
  else if (t[2] == 0)
    layer->out = (ae_shape){ t[0], 1, t[1], AE_SERIES };
  else
    layer->out = (ae_shape){ t[0], t[1], t[2], AE_IMAGE };
  if (ae_size (layer->out) != d)
    return ae_fail (err, AE_SHAPE, "size", "%zu numbers cannot be reshaped to %d-by-%d-by-%d", d, t[0],
                    t[1] ? t[1] : 1, t[2] ? t[2] : 1);
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
    .help = "the number of elements, [times channels] or [rows columns channels]" },
  { NULL }
};

const AE (layer_type) AE (layer_reshape) = {
  .name = "reshape",
  .help = "to a vector, a series or an image, column-major",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .alias = 1,
};
