/* Batch normalisation (Ioffe and Szegedy, ICML 2015):
   y = gamma (x - mean) / sqrt (variance + epsilon) + beta,
   by channel of an image (over rows, columns and samples), by element of a
   vector (over samples).  gamma is W, beta is b; mean and variance are moving
   ones.  In training mean and (biased) variance are those of the whole batch,
   whose shards meet in the statistics; else the moving ones are used.

   stats, for C channels: numbers a channel, C means, C sums of squared
   differences from them, C sums of dy, C sums of dy times normalised x.
   Parts are combined by the formula of Chan, Golub and LeVeque (1979). */
#include "image.h"

#include <math.h>

/* What the statistics hold, and the places of the arrays. */
enum { MEAN, SQUARES, SUM_DY, SUM_DYX };
enum { GAMMA, BETA, MOVING_MEAN, MOVING_VARIANCE };

typedef struct { size_t channels, length; } extent;

static extent
extent_of (const AE (layer) *layer)
{
  ae_shape in = layer->in;

  if (in.kind == AE_VECTOR)
    return (extent){ ae_size (in), 1 };
  return (extent){ (size_t) in.c, (size_t) in.h * (size_t) in.w };
}

/* Where the C numbers of one kind start. */
static double *
field (const AE (layer) *layer, const double *stats, int kind)
{
  return (double *) stats + 1 + (size_t) kind * extent_of (layer).channels;
}

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  size_t C = extent_of (layer).channels;

  if (! (layer->epsilon > 0))
    return ae_fail (err, AE_VALUE, "layer", "epsilon of a batchnorm layer must be > 0");
  for (int k = GAMMA; k <= MOVING_VARIANCE; k++)
    AE (set_array) (layer, k, C, 1, 1, 1);
  layer->stats = 1 + 4 * C;
  return AE (shape_same) (layer, err);
}

/* Mean and 1 / standard deviation that channel c is normalised with. */
static void
scale_of (const AE (layer) *layer, const AE (pass) *pass, size_t c, double *mean, double *factor)
{
  double variance;

  if (pass->training)
    {
      *mean = field (layer, pass->stats, MEAN)[c];
      variance = field (layer, pass->stats, SQUARES)[c] / pass->stats[0];
    }
  else
    {
      *mean = pass->array[MOVING_MEAN][c];
      variance = pass->array[MOVING_VARIANCE][c];
    }
  *factor = 1 / sqrt (variance + layer->epsilon);
}

/* Sum of ((x - mean) * factor) ^ power * w over the real samples of length
   features; w NULL: 1. */
static double
sum_moment (const ae_real *x, const ae_real *w, size_t length, const AE (pass) *pass, double mean, double factor,
            int power)
{
  double total = 0;

  for (size_t s = 0; s < pass->n; s += AE_LANES)
    {
      double sum[AE_LANES] = { 0 };

      for (size_t f = 0; f < length; f++)
        for (size_t l = 0; l < AE_LANES; l++)
          {
            size_t at = f * pass->S + s + l;
            double v = power == 0 ? 1 : ((double) x[at] - mean) * factor;

            sum[l] += (power == 2 ? v * v : v) * (w ? (double) w[at] : 1);
          }
      for (size_t l = 0; l < AE_LANES && s + l < pass->n; l++)
        total += sum[l];
    }
  return total;
}

static void
stats_forward (const AE (layer) *layer, const AE (pass) *pass, double *part)
{
  extent e = extent_of (layer);

  memset (part, 0, layer->stats * sizeof *part);
  part[0] = (double) (e.length * pass->n);
  if (pass->n == 0)
    return;
  for (size_t c = 0; c < e.channels; c++)
    {
      const ae_real *x = pass->x + c * e.length * pass->S;
      double mean = sum_moment (x, NULL, e.length, pass, 0, 1, 1) / part[0];

      field (layer, part, MEAN)[c] = mean;
      field (layer, part, SQUARES)[c] = sum_moment (x, NULL, e.length, pass, mean, 1, 2);
    }
}

/* stats of the part's numbers and those already there. */
static void
add_part (const AE (layer) *layer, const double *part, double *stats)
{
  double n = stats[0] + part[0];
  double *mean = field (layer, stats, MEAN), *squares = field (layer, stats, SQUARES);

  if (n == 0)
    return;
  for (size_t c = 0; c < extent_of (layer).channels; c++)
    {
      double delta = field (layer, part, MEAN)[c] - mean[c];

      mean[c] += delta * part[0] / n;
      squares[c] += field (layer, part, SQUARES)[c] + delta * delta * stats[0] * part[0] / n;
    }
  stats[0] = n;
}

static void
combine_forward (const AE (layer) *layer, const double *parts, size_t nparts, double *stats)
{
  memset (stats, 0, layer->stats * sizeof *stats);
  for (size_t p = 0; p < nparts; p++)
    add_part (layer, parts + p * layer->stats, stats);
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  extent e = extent_of (layer);

  for (size_t c = 0; c < e.channels; c++)
    {
      const ae_real *x = pass->x + c * e.length * pass->S;
      ae_real *y = pass->y + c * e.length * pass->S;
      double mean, factor;
      ae_real m, a, b = pass->array[BETA][c];

      scale_of (layer, pass, c, &mean, &factor);
      m = (ae_real) mean;
      a = (ae_real) (factor * pass->array[GAMMA][c]);
      for (size_t i = 0; i < e.length * pass->S; i += AE_LANES)
        {
          ae_real v[AE_LANES];

          for (int l = 0; l < AE_LANES; l++)
            v[l] = (x[i + l] - m) * a + b;
          memcpy (y + i, v, sizeof v);
        }
    }
}

/* A shard's sums for channel c, of dy and of dy times normalised x. */
static void
channel_sums (const AE (layer) *layer, const AE (pass) *pass, size_t c, double *dy, double *dyx)
{
  size_t length = extent_of (layer).length, at = c * length * pass->S;
  double mean, factor;

  scale_of (layer, pass, c, &mean, &factor);
  *dy = sum_moment (pass->x + at, pass->dy + at, length, pass, 0, 1, 0);
  *dyx = sum_moment (pass->x + at, pass->dy + at, length, pass, mean, factor, 1);
}

static void
stats_backward (const AE (layer) *layer, const AE (pass) *pass, double *part)
{
  memset (part, 0, layer->stats * sizeof *part);
  for (size_t c = 0; c < extent_of (layer).channels; c++)
    channel_sums (layer, pass, c, field (layer, part, SUM_DY) + c, field (layer, part, SUM_DYX) + c);
}

/* Keeps what combine_forward put into stats. */
static void
combine_backward (const AE (layer) *layer, const double *parts, size_t nparts, double *stats)
{
  size_t C = extent_of (layer).channels;
  double *sums = field (layer, stats, SUM_DY);

  memset (sums, 0, 2 * C * sizeof *sums);
  for (size_t p = 0; p < nparts; p++)
    for (size_t k = 0; k < 2 * C; k++)
      sums[k] += field (layer, parts + p * layer->stats, SUM_DY)[k];
}

/* dx = gamma factor (dy - mean (dy) - xhat mean (dy xhat)); without training
   the means are constants and only the first term is there. */
static void
channel_backward (const AE (layer) *layer, const AE (pass) *pass, size_t c)
{
  size_t length = extent_of (layer).length, at = c * length * pass->S;
  double mean, factor;
  ae_real m, f, a, dy_mean = 0, dyx_mean = 0;

  scale_of (layer, pass, c, &mean, &factor);
  m = (ae_real) mean;
  f = (ae_real) factor;
  a = (ae_real) (factor * pass->array[GAMMA][c]);
  if (pass->training)
    {
      dy_mean = (ae_real) (field (layer, pass->stats, SUM_DY)[c] / pass->stats[0]);
      dyx_mean = (ae_real) (field (layer, pass->stats, SUM_DYX)[c] / pass->stats[0]);
    }
  for (size_t i = at; i < at + length * pass->S; i += AE_LANES)
    {
      ae_real v[AE_LANES];

      for (int l = 0; l < AE_LANES; l++)
        v[l] = a * (pass->dy[i + l] - dy_mean - (pass->x[i + l] - m) * f * dyx_mean);
      memcpy (pass->dx + i, v, sizeof v);
    }
}

/* The spare lanes of dx must be zero, which the means would spoil. */
static void
clear_spare (const AE (layer) *layer, const AE (pass) *pass)
{
  if (pass->n == pass->S)
    return;
  for (size_t f = 0; f < ae_size (layer->in); f++)
    memset (pass->dx + f * pass->S + pass->n, 0, (pass->S - pass->n) * sizeof *pass->dx);
}

static void
add_gradients (const AE (layer) *layer, const AE (pass) *pass)
{
  for (size_t c = 0; c < extent_of (layer).channels; c++)
    {
      double dy, dyx;

      channel_sums (layer, pass, c, &dy, &dyx);
      pass->grad[GAMMA][c] += (ae_real) dyx;
      pass->grad[BETA][c] += (ae_real) dy;
    }
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t C = extent_of (layer).channels;

  if (pass->grad[GAMMA])
    add_gradients (layer, pass);
  if (! pass->dx)
    return;
  for (size_t c = 0; c < C; c++)
    channel_backward (layer, pass, c);
  clear_spare (layer, pass);
}

/* Moving variance takes the unbiased variance of the batch, as PyTorch. */
static void
move (const AE (layer) *layer, const double *stats, ae_real *const array[AE_ARRAYS])
{
  ae_real *mean = array[MOVING_MEAN], *variance = array[MOVING_VARIANCE];
  double keep = layer->momentum, n = stats[0] > 1 ? stats[0] - 1 : 1;

  for (size_t c = 0; c < extent_of (layer).channels; c++)
    {
      mean[c] = (ae_real) (keep * mean[c] + (1 - keep) * field (layer, stats, MEAN)[c]);
      variance[c] = (ae_real) (keep * variance[c] + (1 - keep) * field (layer, stats, SQUARES)[c] / n);
    }
}

static const ae_option options[] = {
  { .name = "Momentum", .kind = AE_SHARE, .at = AE_IN_LAYER (momentum), .hi = 1, .nusual = 1, .usual = { 0.99 },
    .help = "share that the moving mean and variance keep in each step" },
  { .name = "Epsilon", .kind = AE_POSITIVE, .at = AE_IN_LAYER (epsilon), .hi = 1e3, .nusual = 1, .usual = { 1e-3 },
    .help = "added to the variance under the root" },
  { NULL }
};

static const ae_array_row arrays[] = {
  [GAMMA] = { .name = "W", .file = "gamma", .torch = "weight", .rank = 1, .start = 1, .trained = 1 },
  [BETA] = { .name = "b", .file = "beta", .torch = "bias", .rank = 1, .trained = 1 },
  [MOVING_MEAN] = { .name = "mean", .file = "moving_mean", .torch = "running_mean", .rank = 1 },
  [MOVING_VARIANCE] = { .name = "variance", .file = "moving_variance", .torch = "running_var", .rank = 1, .start = 1 },
  { NULL }
};

const AE (layer_type) AE (layer_batchnorm) = {
  .name = "batchnorm",
  .help = "batch normalisation by channel (by element for a vector)",
  .options = options,
  .arrays = arrays,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .stats_forward = stats_forward,
  .stats_backward = stats_backward,
  .combine_forward = combine_forward,
  .combine_backward = combine_backward,
  .move = move,
};
