/* Dense layer: Y = f (W X + b), W m-by-d.  In a shard X is S-by-d and Y S-by-m
   (column-major, samples first), so Y' = X' W' is one gemm. */
#include "../blas.h"
#include "../layer.h"

#include <string.h>

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  size_t d = ae_size (layer->in), m = (size_t) layer->units;

  if (m < 1)
    return ae_fail (err, AE_VALUE, "layer", "a dense layer needs 1 unit or more");
  layer->out = (ae_shape){ layer->units, 1, 1, 1 };
  layer->memo = AE (activation_memo) (layer);
  layer->arrays = (ae_arrays){ m * d, m, 0, { m, d, 1, 1 }, d, m };
  return AE_OK;
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t d = ae_size (layer->in), m = ae_size (layer->out), S = pass->S;

  AE (gemm) ('N', 'T', S, m, d, 1, pass->x, S, pass->W, m, 0, pass->y, S);
  AE (bias_activate) (layer, pass);
}

/* dX = W' dZ; dW += dZ X', db += sum of dZ, unless the engine takes those over
   the whole batch later (dW NULL). */
static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t d = ae_size (layer->in), m = ae_size (layer->out), S = pass->S;

  AE (activate_backward) (layer, pass);
  if (pass->dx)
    AE (gemm) ('N', 'N', S, d, m, 1, pass->dy, S, pass->W, m, 0, pass->dx, S);
  if (! pass->dW)
    return;
  AE (gemm) ('T', 'N', m, d, S, 1, pass->dy, S, pass->x, S, 1, pass->dW, m);
  pass->simd->sum_lanes (pass->dy, m, S, pass->db);
}

const AE (layer_type) AE (layer_dense)
    = { .name = "dense", .shape = shape, .forward = forward, .backward = backward, .dense = 1 };
