/* Zero padding: adds margins (top, bottom, left, right) of zeros to each image. */
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  const int *m = layer->margins;
  ae_status status = AE (need_image) (layer, err);

  layer->out = (ae_shape){ layer->in.h + m[0] + m[1], layer->in.w + m[2] + m[3], layer->in.c, 0 };
  return status;
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  AE (put_in) (pass->x, layer->in, pass->y, layer->out, layer->margins, pass->S);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (pass->dx)
    AE (cut_out) (pass->dy, layer->out, pass->dx, layer->in, layer->margins, pass->S);
}

static const ae_option options[] = { AE_MARGINS_OPTION, { NULL } };

const AE (layer_type) AE (layer_zeropad2d) = {
  .name = "zeropad2d",
  .help = "adds rows and columns of zeros around",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};
