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
  AE (set_array) (layer, AE_W, m, d, 1, 1);
  AE (set_array) (layer, AE_B, m, 1, 1, 1);
  layer->fan_in = d;
  layer->fan_out = m;
  layer->memo = AE (activation_memo) (layer);
  return AE_OK;
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t d = ae_size (layer->in), m = ae_size (layer->out), S = pass->S;

  AE (gemm_of_shard) ('N', 'T', S, m, d, 1, pass->x, S, pass->array[AE_W], m, 0, pass->y, S);
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
    AE (gemm_of_shard) ('N', 'N', S, d, m, 1, pass->dy, S, pass->array[AE_W], m, 0, pass->dx, S);
  if (! pass->grad[AE_W])
    return;
  AE (gemm_over_shards) (m, d, S, 1, (const ae_real *[]){ pass->dy }, (const ae_real *[]){ pass->x }, 1, pass->grad[AE_W], m);
  pass->simd->sum_lanes (pass->dy, m, S, pass->grad[AE_B]);
}

static const ae_option options[] = {
  AE_UNITS_OPTION,
  AE_ACTIVATION_OPTIONS (2),
  AE_INITIALIZER_OPTION,
  { .name = "Tied", .kind = AE_LAYER_NAME, .at = AE_IN_LAYER (tied), .lo = -1, .hi = 1 << 20,
    .help = "name of an earlier dense layer whose transposed weights are used" },
  { NULL }
};

static const ae_array_row arrays[] = {
  AE_DENSE_WEIGHTS_ROW,
  AE_BIAS_ROW,
  { NULL }
};

const AE (layer_type) AE (layer_dense) = {
  .name = "dense",
  .help = "fully connected: Y = f (W X + b)",
  .options = options,
  .arrays = arrays,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .dense = 1,
};
