/* An activation as a layer of its own. */
#include "../layer.h"

#include <string.h>

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = ae_size (layer->in) * pass->S;

  if (pass->y != pass->x)
    memcpy (pass->y, pass->x, n * sizeof *pass->y);
  layer->activation->forward (pass->y, n, layer->alpha);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  AE (activate_backward) (layer, pass);
  if (pass->dx && pass->dx != pass->dy)
    memcpy (pass->dx, pass->dy, ae_size (layer->in) * pass->S * sizeof *pass->dx);
}

const AE (layer_type) AE (layer_activation)
    = { .name = "activation", .shape = AE (shape_same), .forward = forward, .backward = backward };
