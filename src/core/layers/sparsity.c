/* Activity penalty on what passes through, the identity otherwise (Ng, CS294A
   lecture notes "Sparse autoencoder", 2011): with a_ij the activation of unit
   j for sample i and m_j its mean over the minibatch,

     kl_weight sum_j KL (target_rate || m_j) + l1_weight mean_i sum_j |a_ij|

   KL (r || m) = r log (r / m) + (1 - r) log ((1 - r) / (1 - m)), meant for
   activations in (0, 1), as sigmoid's: m is clamped to [EDGE, 1 - EDGE], where
   the slope is then 0.  Every element of an image is a unit.

   stats, for d units: samples, sum of all |a|, d sums of a, later their means.
   The penalty belongs to the whole batch, so its gradient takes no share: nets
   with such a layer are never cut into several batches (objective_batch). */
#include "image.h"

#include <math.h>

static const double EDGE = 1e-7;

enum { SAMPLES, TOTAL, MEANS };

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  if (! (layer->target_rate > 0 && layer->target_rate < 1))
    return ae_fail (err, AE_VALUE, "layer", "the target rate of a sparsity layer must be in (0, 1), got %g",
                    layer->target_rate);
  layer->stats = MEANS + ae_size (layer->in);
  return AE (shape_same) (layer, err);
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  (void) layer;
  (void) pass;
}

static void
stats_forward (const AE (layer) *layer, const AE (pass) *pass, double *part)
{
  part[SAMPLES] = (double) pass->n;
  part[TOTAL] = 0;
  for (size_t j = 0; j < ae_size (layer->in); j++)
    {
      const ae_real *a = pass->x + j * pass->S;
      double sum = 0, total = 0;

      for (size_t i = 0; i < pass->n; i++)
        {
          sum += (double) a[i];
          total += fabs ((double) a[i]);
        }
      part[MEANS + j] = sum;
      part[TOTAL] += total;
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
clamped (double mean)
{
  return mean < EDGE ? EDGE : mean > 1 - EDGE ? 1 - EDGE : mean;
}

static double
penalty (const AE (layer) *layer, const double *stats)
{
  double r = layer->target_rate, sum = 0;

  for (size_t k = MEANS; k < layer->stats; k++)
    {
      double m = clamped (stats[k]);

      sum += r * log (r / m) + (1 - r) * log ((1 - r) / (1 - m));
    }
  return layer->kl_weight * sum + layer->l1_weight * stats[TOTAL] / stats[SAMPLES];
}

/* Adds the penalty's gradient to dy, which is dx (alias). */
static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  double n = pass->stats[SAMPLES], r = layer->target_rate;

  if (! pass->training)
    return;
  for (size_t j = 0; j < ae_size (layer->in); j++)
    {
      double m = pass->stats[MEANS + j], slope = m == clamped (m) ? (1 - r) / (1 - m) - r / m : 0;
      ae_real kl = (ae_real) (layer->kl_weight * slope / n), l1 = (ae_real) (layer->l1_weight / n);
      const ae_real *a = pass->x + j * pass->S;
      ae_real *da = pass->dy + j * pass->S;

      for (size_t i = 0; i < pass->n; i++)
        da[i] += kl + (a[i] > 0 ? l1 : a[i] < 0 ? -l1 : 0);
    }
}

static const ae_option options[] = {
  { .name = "Target_rate", .kind = AE_SHARE, .at = AE_IN_LAYER (target_rate), .hi = 1, .nusual = 1, .usual = { 0.05 },
    .place = 1, .help = "the mean over a minibatch that each number should have, in (0, 1)" },
  { .name = "KL_weight", .kind = AE_AMOUNT, .at = AE_IN_LAYER (kl_weight), .hi = 1e30, .nusual = 1, .place = 2,
    .help = "of the sum of the divergences from that" },
  { .name = "L1_weight", .kind = AE_AMOUNT, .at = AE_IN_LAYER (l1_weight), .hi = 1e30, .nusual = 1, .place = 3,
    .help = "of the mean over samples of the sum of absolute values" },
  { NULL }
};

/* ae_sparse puts it behind the code, or ae_fit for its own penalties
   (private/fit_start.m). */
const AE (layer_type) AE (layer_sparsity) = {
  .name = "sparsity",
  .help = "lets its input pass and adds a penalty on it to the loss in training (see ae_sparse)",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .alias = 1,
  .stats_forward = stats_forward,
  .combine_forward = combine_forward,
  .penalty = penalty,
};
