/* Inverted dropout (Srivastava et al., JMLR 2014): in training each number is
   set to 0 with probability rate, the rest is divided by 1 - rate; else the
   identity.  Which numbers go is counted from seed, epoch, sample, layer and
   element.

   memo: 1 where a number stays, [element][S]. */
#include "../noise.h"
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  if (! (layer->rate >= 0 && layer->rate < 1))
    return ae_fail (err, AE_VALUE, "layer", "the rate of a dropout layer must be in [0, 1), got %g", layer->rate);
  layer->memo = ae_size (layer->in);
  return AE (shape_same) (layer, err);
}

/* What sample s keeps, at memo[element * S]. */
static void
draw (const AE (layer) *layer, const AE (pass) *pass, size_t s)
{
  ae_noise_stream stream = ae_noise_stream_of (pass->seed, pass->epoch, pass->samples[s], (uint32_t) layer->index);
  uint64_t limit = (uint64_t) (layer->rate * 4294967296.0 + 0.5);
  size_t d = ae_size (layer->in);
  uint32_t bits[AE_NOISE_CHUNK];

  stream.hi ^= (uint64_t) (AE_FOR_NOISE ^ AE_FOR_DROPOUT) << 56;
  for (size_t at = 0; at < d; at += AE_NOISE_CHUNK)
    {
      size_t count = d - at < AE_NOISE_CHUNK ? d - at : AE_NOISE_CHUNK;

      ae_noise_bits (&stream, at, count, bits);
      for (size_t i = 0; i < count; i++)
        pass->memo[(at + i) * pass->S + s] = bits[i] >= limit;
    }
}

static void
thin_out (const AE (layer) *layer, const AE (pass) *pass, const ae_real *from, ae_real *to)
{
  ae_real scale = (ae_real) (1 / (1 - layer->rate));

  for (size_t i = 0; i < ae_size (layer->in) * pass->S; i += AE_LANES)
    {
      ae_real v[AE_LANES];

      for (int l = 0; l < AE_LANES; l++)
        v[l] = pass->memo[i + l] ? scale * from[i + l] : 0;
      memcpy (to + i, v, sizeof v);
    }
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (! pass->training)
    {
      AE (copy) (pass->x, pass->y, ae_size (layer->in) * pass->S);
      return;
    }
  memset (pass->memo, 0, ae_size (layer->in) * pass->S);
  for (size_t s = 0; s < pass->n; s++)
    draw (layer, pass, s);
  thin_out (layer, pass, pass->x, pass->y);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (pass->dx && pass->training)
    thin_out (layer, pass, pass->dy, pass->dx);
  else
    AE (copy) (pass->dy, pass->dx, ae_size (layer->in) * pass->S);
}

static const ae_option options[] = {
  { .name = "Rate", .kind = AE_SHARE, .at = AE_IN_LAYER (rate), .hi = 1, .nusual = 1, .usual = { 0.5 }, .place = 1,
    .help = "share of the values that become zero" },
  { NULL }
};

const AE (layer_type) AE (layer_dropout) = {
  .name = "dropout",
  .help = "in training, a share of the values becomes zero and the others grow to match",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};
