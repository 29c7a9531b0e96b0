/* Flatten: an image becomes a vector, column-major as X(:) in Octave.  The
   numbers stay where they are. */
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  (void) err;
  layer->out = (ae_shape){ (int) ae_size (layer->in), 1, 1, 1 };
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

const AE (layer_type) AE (layer_flatten) = {
  .name = "flatten",
  .help = "image or series to vector, column-major",
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .alias = 1,
};
