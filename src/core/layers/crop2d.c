/* Cropping: takes margins (top, bottom, left, right) off each image. */
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  const int *m = layer->margins;
  ae_status status = AE (need_image) (layer, err);

  if (status != AE_OK)
    return status;
  layer->out = (ae_shape){ layer->in.h - m[0] - m[1], layer->in.w - m[2] - m[3], layer->in.c, 0 };
  if (layer->out.h < 1 || layer->out.w < 1)
    return ae_fail (err, AE_SHAPE, "size", "margins of %d + %d rows and %d + %d columns leave nothing of %d-by-%d",
                    m[0], m[1], m[2], m[3], layer->in.h, layer->in.w);
  return AE_OK;
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  AE (cut_out) (pass->x, layer->in, pass->y, layer->out, layer->margins, pass->S);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (pass->dx)
    AE (put_in) (pass->dy, layer->out, pass->dx, layer->in, layer->margins, pass->S);
}

static const ae_option options[] = { AE_MARGINS_OPTION, { NULL } };

const AE (layer_type) AE (layer_crop2d) = {
  .name = "crop2d",
  .help = "takes rows and columns off the border",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};
