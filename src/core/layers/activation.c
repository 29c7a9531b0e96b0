/* An activation as a layer of its own.  Its input x is there in backward, so
   that no activation needs a copy of it. */
#include "../layer.h"

#include <string.h>

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = ae_size (layer->in) * pass->S;

  if (pass->y != pass->x)
    memcpy (pass->y, pass->x, n * sizeof *pass->y);
  layer->activation->forward (pass->y, n, AE (plane) (layer, pass->S), (ae_real) layer->alpha);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = ae_size (layer->in) * pass->S;
  const AE (activation) *a = layer->activation;

  if (! pass->derived)
    a->backward (pass->dy, a->keeps_input ? pass->x : pass->y, n, AE (plane) (layer, pass->S), (ae_real) layer->alpha);
  if (pass->dx && pass->dx != pass->dy)
    memcpy (pass->dx, pass->dy, n * sizeof *pass->dx);
}

static const ae_option options[] = { AE_ACTIVATION_OPTIONS (1), { NULL } };

const AE (layer_type) AE (layer_activation) = {
  .name = "activation",
  .help = "an activation as a layer of its own",
  .options = options,
  .shape = AE (shape_same),
  .forward = forward,
  .backward = backward,
};
