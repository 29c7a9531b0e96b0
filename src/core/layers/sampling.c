/* The code of a variational autoencoder (Kingma and Welling, Auto-encoding
   variational Bayes, ICLR 2014).  The input holds the means m of k numbers and
   then the logarithms v of their variances; the output is drawn from that
   normal distribution in training, z = m + exp (v / 2) e with e from N(0, 1)
   (so that derivatives pass: section 2.4), and is m else.

   Penalty: weight times the mean over the minibatch's samples of

     KL (N(m, exp (v)) || N(0, 1)) = - sum_j (1 + v_j - m_j^2 - exp (v_j)) / 2

   e is counted from seed, epoch, sample, layer and element.  memo: e, a float
   for each element, [element][S].  stats: samples, the sum of their KL.  The
   penalty belongs to the whole batch, as that of sparsity.c. */
#include "../noise.h"
#include "image.h"

#include <math.h>

enum { SAMPLES, TOTAL, STATS };

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  if (layer->in.kind != AE_VECTOR || layer->in.h % 2 != 0)
    return ae_fail (err, AE_VALUE, "layer",
                    "a sampling layer takes a vector of means and as many logarithms of variances, got %d numbers%s",
                    (int) ae_size (layer->in), layer->in.kind == AE_VECTOR ? "" : " of an image or a series");
  layer->out = layer->in;
  layer->out.h = layer->in.h / 2;
  layer->memo = ae_size (layer->out) * sizeof (float);
  layer->stats = STATS;
  return AE_OK;
}

static void
stats_forward (const AE (layer) *layer, const AE (pass) *pass, double *part)
{
  size_t count = ae_size (layer->out) * pass->S, S = pass->S;
  const ae_real *m = pass->x, *v = pass->x + count;
  double sum = 0;

  for (size_t i = 0; i < count; i += S)
    for (size_t s = i; s < i + pass->n; s++)
      sum -= (1 + (double) v[s] - (double) m[s] * (double) m[s] - exp ((double) v[s])) / 2;
  part[SAMPLES] = (double) pass->n;
  part[TOTAL] = sum;
}

static void
combine_forward (const AE (layer) *layer, const double *parts, size_t nparts, double *stats)
{
  (void) layer;
  stats[SAMPLES] = stats[TOTAL] = 0;
  for (size_t p = 0; p < nparts; p++)
    {
      stats[SAMPLES] += parts[p * STATS + SAMPLES];
      stats[TOTAL] += parts[p * STATS + TOTAL];
    }
}

static double
penalty (const AE (layer) *layer, const double *stats)
{
  return layer->kl_weight * stats[TOTAL] / stats[SAMPLES];
}

/* e of sample s, at e[element * S]. */
static void
draw (const AE (layer) *layer, const AE (pass) *pass, size_t s, float *e)
{
  ae_noise_stream stream = ae_noise_stream_of (pass->seed, pass->epoch, pass->samples[s], (uint32_t) layer->index);
  size_t d = ae_size (layer->out);
  float z[AE_NOISE_CHUNK];

  for (size_t at = 0; at < d; at += AE_NOISE_CHUNK)
    {
      size_t count = d - at < AE_NOISE_CHUNK ? d - at : AE_NOISE_CHUNK;

      ae_noise_normals (&stream, at, count, z);
      for (size_t i = 0; i < count; i++)
        e[(at + i) * pass->S] = z[i];
    }
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t count = ae_size (layer->out) * pass->S;
  const ae_real *v = pass->x + count;
  float *e = (float *) pass->memo;

  AE (copy) (pass->x, pass->y, count);
  if (! pass->training)
    return;
  memset (e, 0, count * sizeof *e);
  for (size_t s = 0; s < pass->n; s++)
    draw (layer, pass, s, e + s);
  for (size_t i = 0; i < count; i++)
    pass->y[i] += (ae_real) (exp ((double) v[i] / 2) * e[i]);
}

/* By the mean as by a sum; by the logarithm of the variance half the deviation. */
static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t count = ae_size (layer->out) * pass->S, S = pass->S;
  const ae_real *m = pass->x, *v = pass->x + count;
  const float *e = (const float *) pass->memo;

  if (! pass->dx)
    return;
  AE (copy) (pass->dy, pass->dx, count);
  memset (pass->dx + count, 0, count * sizeof *pass->dx);
  if (! pass->training)
    return;
  for (size_t i = 0; i < count; i += S)
    for (size_t s = i; s < i + pass->n; s++)
      {
        double kl = layer->kl_weight / pass->stats[SAMPLES], deviation = exp ((double) v[s] / 2);

        pass->dx[s] += (ae_real) (kl * (double) m[s]);
        pass->dx[count + s]
            = (ae_real) ((double) pass->dy[s] * deviation * e[s] / 2 + kl * (deviation * deviation - 1) / 2);
      }
}

static const ae_option options[] = {
  { .name = "KL_weight", .kind = AE_AMOUNT, .at = AE_IN_LAYER (kl_weight), .hi = 1e30, .nusual = 1, .usual = { 1 },
    .place = 1, .help = "of the penalty in the loss; ae_vae takes 1 / the number of outputs, which makes the loss an ELBO" },
  { NULL }
};

const AE (layer_type) AE (layer_sampling) = {
  .name = "sampling",
  .help = "means and logarithms of variances to half as many numbers, drawn in training (the code of a variational autoencoder, see ae_vae)",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .stats_forward = stats_forward,
  .combine_forward = combine_forward,
  .penalty = penalty,
};
