/* Upsampling by whole factors: nearest repeats each pixel, bilinear
   interpolates between pixel centres (the centre of output i lies at
   (i + 0.5) / factor - 0.5, held inside the image), as Keras and as PyTorch
   with align_corners=False. */
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  enum { LONGEST = 1 << 24 };
  ae_status status = AE (need_image) (layer, err);

  if (layer->in.h > LONGEST || layer->in.w > LONGEST)
    return ae_fail (err, AE_SHAPE, "size", "images of %d-by-%d are too large to upsample", layer->in.h, layer->in.w);
  layer->out = (ae_shape){ layer->in.h * layer->factor[0], layer->in.w * layer->factor[1], layer->in.c, 0 };
  return status;
}

/* Output i takes (1 - part) of input lo and part of input hi. */
typedef struct { int lo, hi; ae_real part; } between;

static between
neighbours (const AE (layer) *layer, int axis, int i)
{
  int n = axis ? layer->in.w : layer->in.h, factor = layer->factor[axis];
  double at = ((double) i + 0.5) / factor - 0.5;
  between b = { i / factor, i / factor, 0 };

  if (layer->interpolation == AE_NEAREST)
    return b;
  at = at > 0 ? at : 0;
  b.lo = (int) at;
  b.hi = b.lo + 1 < n ? b.lo + 1 : b.lo;
  b.part = (ae_real) (at - b.lo);
  return b;
}

/* One output pixel from its four neighbours. */
static void
mix (const ae_real *const x[4], const ae_real w[4], ae_real *y, size_t S)
{
  for (size_t s = 0; s < S; s += AE_LANES)
    {
      ae_real v[AE_LANES];

      for (int l = 0; l < AE_LANES; l++)
        v[l] = w[0] * x[0][s + l] + w[1] * x[1][s + l] + (w[2] * x[2][s + l] + w[3] * x[3][s + l]);
      memcpy (y + s, v, sizeof v);
    }
}

static void
add_share (ae_real *restrict dx, const ae_real *dy, ae_real w, size_t S)
{
  for (size_t s = 0; s < S; s += AE_LANES)
    for (size_t l = s; l < s + AE_LANES; l++)
      dx[l] += w * dy[l];
}

/* Weights of the corners and the numbers of their first lanes. */
static void
corners (ae_shape in, between r, between c, int channel, size_t S, ae_real w[4], size_t at[4])
{
  for (int k = 0; k < 4; k++)
    {
      w[k] = (k & 1 ? r.part : 1 - r.part) * (k & 2 ? c.part : 1 - c.part);
      at[k] = ae_at (in, k & 1 ? r.hi : r.lo, k & 2 ? c.hi : c.lo, channel, S);
    }
}

static void
forward_pixel (const AE (layer) *layer, const AE (pass) *pass, between r, between c, int channel, ae_real *y)
{
  const ae_real *x[4];
  ae_real w[4];
  size_t at[4];

  corners (layer->in, r, c, channel, pass->S, w, at);
  for (int k = 0; k < 4; k++)
    x[k] = pass->x + at[k];
  if (layer->interpolation == AE_NEAREST)
    memcpy (y, x[0], pass->S * sizeof *y);
  else
    mix (x, w, y, pass->S);
}

static void
backward_pixel (const AE (layer) *layer, const AE (pass) *pass, between r, between c, int channel, const ae_real *dy)
{
  ae_real w[4];
  size_t at[4];

  corners (layer->in, r, c, channel, pass->S, w, at);
  for (int k = 0; k < 4; k++)
    if (w[k] > 0)
      add_share (pass->dx + at[k], dy, w[k], pass->S);
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  ae_shape out = layer->out;

  for (int k = 0; k < out.c; k++)
    for (int j = 0; j < out.w; j++)
      {
        between c = neighbours (layer, 1, j);

        for (int i = 0; i < out.h; i++)
          forward_pixel (layer, pass, neighbours (layer, 0, i), c, k, pass->y + ae_at (out, i, j, k, pass->S));
      }
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  ae_shape out = layer->out;

  if (! pass->dx)
    return;
  memset (pass->dx, 0, ae_size (layer->in) * pass->S * sizeof *pass->dx);
  for (int k = 0; k < out.c; k++)
    for (int j = 0; j < out.w; j++)
      {
        between c = neighbours (layer, 1, j);

        for (int i = 0; i < out.h; i++)
          backward_pixel (layer, pass, neighbours (layer, 0, i), c, k, pass->dy + ae_at (out, i, j, k, pass->S));
      }
}

const AE (layer_type) AE (layer_upsample2d)
    = { .name = "upsample2d", .shape = shape, .forward = forward, .backward = backward };
