/* Group normalisation (Wu and He, ECCV 2018): the channels of a sample (the
   elements of a vector) are divided into groups, and

     y = gamma (x - mean) / sqrt (variance + epsilon) + beta

   with mean and (biased) variance over all numbers of the group; gamma and beta
   belong to the channel.  With one group it is layer normalisation (Ba, Kiros
   and Hinton 2016).  Each sample stands alone, in training and in use.

   gamma is W, beta is b. */
#include "image.h"

#include <math.h>

enum { GAMMA, BETA };

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  int channels = ae_units (layer->in);

  if (layer->groups < 1 || channels % layer->groups != 0)
    return ae_fail (err, AE_SHAPE, "size", "%d channels cannot be divided into %d groups", channels, layer->groups);
  AE (set_array) (layer, GAMMA, (size_t) channels, 1, 1, 1);
  AE (set_array) (layer, BETA, (size_t) channels, 1, 1, 1);
  return AE (shape_same) (layer, err);
}

/* A group of a block of AE_LANES samples: its first number, how many numbers a
   sample has in it, how many of them a channel has, its first channel. */
typedef struct {
  size_t at, count, length, channel, S;
  double mean[AE_LANES], factor[AE_LANES];
} group;

/* Mean and 1 / standard deviation of the group, for each lane. */
static void
measure (const AE (layer) *layer, const ae_real *x, group *g)
{
  double sum[AE_LANES] = { 0 }, squares[AE_LANES] = { 0 };

  for (size_t f = 0; f < g->count; f++)
    for (int l = 0; l < AE_LANES; l++)
      sum[l] += (double) x[g->at + f * g->S + (size_t) l];
  for (int l = 0; l < AE_LANES; l++)
    g->mean[l] = sum[l] / (double) g->count;
  for (size_t f = 0; f < g->count; f++)
    for (int l = 0; l < AE_LANES; l++)
      {
        double v = (double) x[g->at + f * g->S + (size_t) l] - g->mean[l];

        squares[l] += v * v;
      }
  for (int l = 0; l < AE_LANES; l++)
    g->factor[l] = 1 / sqrt (squares[l] / (double) g->count + layer->epsilon);
}

static void
normalise (const AE (pass) *pass, const group *g)
{
  for (size_t f = 0; f < g->count; f++)
    {
      size_t at = g->at + f * g->S, c = g->channel + f / g->length;
      ae_real v[AE_LANES], gamma = pass->array[GAMMA][c], beta = pass->array[BETA][c];

      for (int l = 0; l < AE_LANES; l++)
        v[l] = gamma * (ae_real) (((double) pass->x[at + (size_t) l] - g->mean[l]) * g->factor[l]) + beta;
      memcpy (pass->y + at, v, sizeof v);
    }
}

/* dgamma += sum dy xhat, dbeta += sum dy, over the real samples. */
static void
add_gradients (const AE (pass) *pass, const group *g, size_t lanes)
{
  for (size_t f = 0; f < g->count; f++)
    {
      size_t at = g->at + f * g->S, c = g->channel + f / g->length;
      double dgamma = 0, dbeta = 0;

      for (size_t l = 0; l < lanes; l++)
        {
          dgamma += (double) pass->dy[at + l] * ((double) pass->x[at + l] - g->mean[l]) * g->factor[l];
          dbeta += (double) pass->dy[at + l];
        }
      pass->grad[GAMMA][c] += (ae_real) dgamma;
      pass->grad[BETA][c] += (ae_real) dbeta;
    }
}

/* dx = factor (d - mean (d) - xhat mean (d xhat)) with d = gamma dy. */
static void
give_back (const AE (pass) *pass, const group *g)
{
  double d[AE_LANES] = { 0 }, dx[AE_LANES] = { 0 };

  for (size_t f = 0; f < g->count; f++)
    for (int l = 0; l < AE_LANES; l++)
      {
        size_t at = g->at + f * g->S + (size_t) l;
        double v = (double) pass->array[GAMMA][g->channel + f / g->length] * (double) pass->dy[at];

        d[l] += v / (double) g->count;
        dx[l] += v * ((double) pass->x[at] - g->mean[l]) * g->factor[l] / (double) g->count;
      }
  for (size_t f = 0; f < g->count; f++)
    {
      size_t at = g->at + f * g->S;
      double gamma = (double) pass->array[GAMMA][g->channel + f / g->length];
      ae_real v[AE_LANES];

      for (int l = 0; l < AE_LANES; l++)
        {
          double xhat = ((double) pass->x[at + (size_t) l] - g->mean[l]) * g->factor[l];

          v[l] = (ae_real) (g->factor[l] * (gamma * (double) pass->dy[at + (size_t) l] - d[l] - xhat * dx[l]));
        }
      memcpy (pass->dx + at, v, sizeof v);
    }
}

/* Group k of the samples from lane s on. */
static group
group_at (const AE (layer) *layer, const AE (pass) *pass, int k, size_t s)
{
  size_t channels = layer->arrays[GAMMA].count / (size_t) layer->groups;
  size_t length = ae_size (layer->in) / layer->arrays[GAMMA].count;
  group g = { .count = channels * length, .length = length, .channel = (size_t) k * channels, .S = pass->S };

  g.at = g.channel * length * pass->S + s;
  measure (layer, pass->x, &g);
  return g;
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  for (size_t s = 0; s < pass->S; s += AE_LANES)
    for (int k = 0; k < layer->groups; k++)
      {
        group g = group_at (layer, pass, k, s);

        normalise (pass, &g);
      }
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  for (size_t s = 0; s < pass->S; s += AE_LANES)
    for (int k = 0; k < layer->groups; k++)
      {
        group g = group_at (layer, pass, k, s);
        size_t lanes = pass->n < s ? 0 : pass->n - s < AE_LANES ? pass->n - s : AE_LANES;

        if (pass->grad[GAMMA])
          add_gradients (pass, &g, lanes);
        if (pass->dx)
          give_back (pass, &g);
      }
}

static const ae_option options[] = {
  { .name = "Groups", .kind = AE_COUNT, .at = AE_IN_LAYER (groups), .lo = 1, .hi = 1 << 24, .nusual = 1, .usual = { 1 },
    .place = 1, .help = "into how many groups the channels are divided; 1 is layer normalisation" },
  { .name = "Epsilon", .kind = AE_POSITIVE, .at = AE_IN_LAYER (epsilon), .hi = 1e3, .nusual = 1, .usual = { 1e-5 },
    .help = "added to the variance under the root" },
  { NULL }
};

static const ae_array_row arrays[] = {
  [GAMMA] = { .name = "W", .file = "gamma", .torch = "weight", .rank = 1, .start = 1, .trained = 1 },
  [BETA] = { .name = "b", .file = "beta", .torch = "bias", .rank = 1, .trained = 1 },
  { NULL }
};

const AE (layer_type) AE (layer_groupnorm) = {
  .name = "groupnorm",
  .help = "normalisation of each sample, over groups of channels (of elements for a vector)",
  .options = options,
  .arrays = arrays,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};
