/* Noise on what goes through in training, else the identity: the denoising
   autoencoder of Vincent et al., ICML 2008.  kind, rate (the level) and clip
   are those of ../noise.h.

   Backward is the exact derivative: 1 where the output moves with the input,
   0 where it was masked, salted, peppered or clipped. */
#include "../noise.h"
#include "image.h"

#include <math.h>

/* Is there a range to stay in? */
static int
clipped (const AE (layer) *layer)
{
  return ! isnan (layer->clip[0]);
}

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  if (layer->kind > AE_NOISE_SALTPEPPER)
    return ae_fail (err, AE_VALUE, "layer", "there is no noise of kind %d", layer->kind);
  if (layer->kind != AE_NOISE_GAUSSIAN && layer->rate > 1)
    return ae_fail (err, AE_VALUE, "layer", "the level of this noise is a probability in [0, 1], got %g", layer->rate);
  if (clipped (layer) && ! (layer->clip[0] < layer->clip[1]))
    return ae_fail (err, AE_VALUE, "layer", "noise is clipped to [lo, hi] with lo < hi, got [%g, %g]", layer->clip[0],
                    layer->clip[1]);
  return AE (shape_same) (layer, err);
}

/* The noise of this pass on each sample of x, to y (which may be x). */
static void
corrupt (const AE (layer) *layer, const AE (pass) *pass, const ae_real *x, ae_real *y)
{
  ae_real clip[2] = { (ae_real) layer->clip[0], (ae_real) layer->clip[1] };

  for (size_t s = 0; s < pass->n; s++)
    AE (noise_apply) (layer->kind, layer->rate, clipped (layer) ? clip : NULL, pass->seed, pass->epoch,
                      pass->samples[s], (uint32_t) layer->index, x + s, y + s, ae_size (layer->in), pass->S);
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  AE (copy) (pass->x, pass->y, ae_size (layer->in) * pass->S);
  if (pass->training)
    corrupt (layer, pass, pass->y, pass->y);
}

/* dx = dy where y was not clipped. */
static void
backward_clipped (const AE (layer) *layer, const AE (pass) *pass)
{
  ae_real lo = (ae_real) layer->clip[0], hi = (ae_real) layer->clip[1];

  for (size_t i = 0; i < ae_size (layer->in) * pass->S; i++)
    pass->dx[i] = pass->y[i] > lo && pass->y[i] < hi ? pass->dy[i] : 0;
}

/* The same noise on numbers that it never writes shows where it struck. */
static void
backward_struck (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t count = ae_size (layer->in) * pass->S;
  ae_real probe = (ae_real) 1.5;

  while (clipped (layer) && (probe == (ae_real) layer->clip[0] || probe == (ae_real) layer->clip[1]))
    probe *= 2;
  for (size_t i = 0; i < count; i++)
    pass->dx[i] = probe;
  corrupt (layer, pass, pass->dx, pass->dx);
  for (size_t i = 0; i < count; i++)
    pass->dx[i] = pass->dx[i] == probe ? pass->dy[i] : 0;
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (! pass->dx)
    return;
  if (pass->training && layer->kind != AE_NOISE_GAUSSIAN)
    backward_struck (layer, pass);
  else if (pass->training && clipped (layer))
    backward_clipped (layer, pass);
  else
    AE (copy) (pass->dy, pass->dx, ae_size (layer->in) * pass->S);
}

static const ae_option options[] = {
  { .name = "Kind", .kind = AE_WORD, .at = AE_IN_LAYER (kind), .words = "gaussian|masking|saltpepper", .nusual = 1,
    .place = 1, .help = "as in ae_add_noise" },
  { .name = "Rate", .kind = AE_AMOUNT, .at = AE_IN_LAYER (rate), .hi = 1e6, .nusual = 1, .usual = { 0.5 }, .place = 2,
    .help = "level: standard deviation, or share of the values that are struck" },
  { .name = "Clip", .kind = AE_RANGE, .at = AE_IN_LAYER (clip), .lo = -1e300, .hi = 1e300, .nusual = 2,
    .usual = { 0, 1 }, .help = "[low high] that the result is clipped to; [] for none" },
  { NULL }
};

const AE (layer_type) AE (layer_noise) = {
  .name = "noise",
  .help = "in training only: noise as ae_add_noise makes, fresh in every epoch",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};
