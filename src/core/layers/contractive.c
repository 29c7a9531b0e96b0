/* A dense layer with the penalty of the contractive autoencoder (Rifai, Vincent,
   Muller, Glorot, Bengio, Contractive auto-encoders: explicit invariance during
   feature extraction, ICML 2011): contraction times the mean over the minibatch's
   samples of the squared Frobenius norm of the layer's Jacobian,

     || dy/dx ||^2 = sum_j f'(z_j)^2 |W_j|^2,   z = W x + b, W_j row j of W.

   Its gradient comes by two ways.  By z_j it is 2 f' f'' |W_j|^2: backward adds
   2 f'' |W_j|^2 to dy, which the dense layer multiplies by f'.  By W_j itself it is
   2 W_j times the mean of f'^2 (penalise).

   packed: |W_j|^2 of each unit.  work: a number for each output.  stats, for m
   units: samples, the sum of squared norms, m sums of f'^2, later their means.  The
   statistics want the output, so it is stats_forward that makes it in training.
   The penalty belongs to the whole batch, as that of sparsity.c. */
#include "../layer.h"

#include <string.h>

enum { SAMPLES, TOTAL, MEANS };

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  if (! layer->activation->bend)
    return ae_fail (err, AE_VALUE, "layer", "a contractive layer cannot have the activation \"%s\"",
                    layer->activation->name);
  if (AE (layer_dense).shape (layer, err) != AE_OK)
    return err->status;
  layer->packed = ae_size (layer->out);
  layer->work = ae_size (layer->out);
  layer->stats = MEANS + ae_size (layer->out);
  return AE_OK;
}

static void
prepare (const AE (layer) *layer, const ae_real *W, ae_real *packed)
{
  size_t m = layer->arrays[AE_W].dims[0], d = layer->arrays[AE_W].dims[1];

  memset (packed, 0, m * sizeof *packed);
  for (size_t k = 0; k < d; k++)
    for (size_t j = 0; j < m; j++)
      packed[j] += W[j + m * k] * W[j + m * k];
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (! pass->training)
    AE (layer_dense).forward (layer, pass);
}

static void
stats_forward (const AE (layer) *layer, const AE (pass) *pass, double *part)
{
  size_t m = ae_size (layer->out), S = pass->S;

  AE (layer_dense).forward (layer, pass);
  for (size_t i = 0; i < m * S; i++)
    pass->work[i] = 1;
  AE (slope) (layer, pass, pass->work);
  part[SAMPLES] = (double) pass->n;
  part[TOTAL] = 0;
  for (size_t j = 0; j < m; j++)
    {
      double sum = 0;

      for (size_t i = j * S; i < j * S + pass->n; i++)
        sum += (double) pass->work[i] * (double) pass->work[i];
      part[MEANS + j] = sum;
      part[TOTAL] += sum * (double) pass->packed[j];
    }
}

static void
combine_forward (const AE (layer) *layer, const double *parts, size_t nparts, double *stats)
{
  memset (stats, 0, layer->stats * sizeof *stats);
  for (size_t p = 0; p < nparts; p++)
    for (size_t k = 0; k < layer->stats; k++)
      stats[k] += parts[p * layer->stats + k];
  for (size_t k = MEANS; k < layer->stats; k++)
    stats[k] /= stats[SAMPLES];
}

static double
penalty (const AE (layer) *layer, const double *stats)
{
  return layer->contraction * stats[TOTAL] / stats[SAMPLES];
}

/* Lanes that hold no sample get nothing: they would enter sums over the shard. */
static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t m = ae_size (layer->out), S = pass->S;

  if (pass->training)
    {
      for (size_t j = 0; j < m; j++)
        for (size_t i = 0; i < S; i++)
          pass->work[j * S + i]
              = i < pass->n ? (ae_real) (2 * layer->contraction / pass->stats[SAMPLES] * (double) pass->packed[j]) : 0;
      AE (bend) (layer, pass, pass->work);
      if (pass->derived)
        AE (slope) (layer, pass, pass->work);
      for (size_t i = 0; i < m * S; i++)
        pass->dy[i] += pass->work[i];
    }
  AE (layer_dense).backward (layer, pass);
}

static void
penalise (const AE (layer) *layer, const double *stats, const ae_real *const array[AE_ARRAYS],
          ae_real *const grad[AE_ARRAYS])
{
  size_t m = layer->arrays[AE_W].dims[0], d = layer->arrays[AE_W].dims[1];

  for (size_t k = 0; k < d; k++)
    for (size_t j = 0; j < m; j++)
      grad[AE_W][j + m * k] += (ae_real) (2 * layer->contraction * stats[MEANS + j]) * array[AE_W][j + m * k];
}

static const ae_option options[] = {
  AE_UNITS_OPTION,
  { .name = "Contraction", .kind = AE_AMOUNT, .at = AE_IN_LAYER (contraction), .hi = 1e30, .nusual = 1, .usual = { 0.1 },
    .place = 2,
    .help = "of the mean over samples of the squared Frobenius norm of the layer's Jacobian; ae_contractive divides "
            "by the number of the net's outputs" },
  AE_ACTIVATION_OPTIONS (3),
  AE_INITIALIZER_OPTION,
  { NULL }
};

static const ae_array_row arrays[] = {
  AE_DENSE_WEIGHTS_ROW,
  AE_BIAS_ROW,
  { NULL }
};

const AE (layer_type) AE (layer_contractive) = {
  .name = "contractive",
  .help = "a dense layer with a penalty on its derivatives in training (see ae_contractive)",
  .options = options,
  .arrays = arrays,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .prepare = prepare,
  .dense = 1,
  .stats_forward = stats_forward,
  .combine_forward = combine_forward,
  .penalty = penalty,
  .penalise = penalise,
};
