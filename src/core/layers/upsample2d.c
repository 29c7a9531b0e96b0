/* Upsampling by whole factors: nearest repeats each pixel, bilinear
   interpolates between pixel centres (the centre of output i lies at
   (i + 0.5) / factor - 0.5, held inside the image), as Keras and as PyTorch
   with align_corners=False. */
#include "image.h"

static ae_shape
enlarged (const AE (layer) *layer)
{
  return (ae_shape){ ae_length ((int64_t) layer->in.h * layer->factor[0]),
                     ae_length ((int64_t) layer->in.w * layer->factor[1]), layer->in.c, layer->in.kind };
}

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  layer->out = enlarged (layer);
  return AE (need_image) (layer, err);
}

/* upsample1d: along the times of a series, the rows of an image of one column. */
static ae_status
shape_of_series (AE (layer) *layer, ae_error *err)
{
  layer->factor[1] = 1;
  layer->out = enlarged (layer);
  return AE (need_series) (layer, err);
}

/* ---- nearest ---- */

/* Output columns of one input column: the first is spread from it, the others
   are copies of the first. */
static void
spread_column (const AE (layer) *layer, const ae_real *x, ae_real *y, size_t S)
{
  size_t column = (size_t) layer->out.h * S;

  for (int i = 0; i < layer->out.h; i++)
    memcpy (y + (size_t) i * S, x + (size_t) (i / layer->factor[0]) * S, S * sizeof *y);
  for (int k = 1; k < layer->factor[1]; k++)
    memcpy (y + (size_t) k * column, y, column * sizeof *y);
}

/* One input pixel from the derivatives of its copies; dy: the first of them. */
static void
gather_pixel (const AE (layer) *layer, const ae_real *dy, ae_real *dx, size_t S)
{
  size_t column = (size_t) layer->out.h * S;

  for (size_t s = 0; s < S; s += AE_LANES)
    {
      ae_real sum[AE_LANES] = { 0 };

      for (int j = 0; j < layer->factor[1]; j++)
        for (int i = 0; i < layer->factor[0]; i++)
          {
            const ae_real *from = dy + (size_t) j * column + (size_t) i * S + s;

            for (int l = 0; l < AE_LANES; l++)
              sum[l] += from[l];
          }
      memcpy (dx + s, sum, sizeof sum);
    }
}

static void
forward_nearest (const AE (layer) *layer, const AE (pass) *pass)
{
  ae_shape in = layer->in, out = layer->out;

  for (int c = 0; c < in.c; c++)
    for (int j = 0; j < in.w; j++)
      spread_column (layer, pass->x + ae_at (in, 0, j, c, pass->S),
                     pass->y + ae_at (out, 0, j * layer->factor[1], c, pass->S), pass->S);
}

static void
backward_nearest (const AE (layer) *layer, const AE (pass) *pass)
{
  ae_shape in = layer->in, out = layer->out;

  for (int c = 0; c < in.c; c++)
    for (int j = 0; j < in.w; j++)
      for (int i = 0; i < in.h; i++)
        gather_pixel (layer, pass->dy + ae_at (out, i * layer->factor[0], j * layer->factor[1], c, pass->S),
                      pass->dx + ae_at (in, i, j, c, pass->S), pass->S);
}

/* ---- bilinear ---- */

/* Output i takes (1 - part) of input lo and part of input hi. */
typedef struct {
  int lo, hi;
  ae_real part;
} between;

static between
neighbours (const AE (layer) *layer, int axis, int i)
{
  int n = axis ? layer->in.w : layer->in.h;
  double at = ((double) i + 0.5) / layer->factor[axis] - 0.5;
  between b;

  at = at > 0 ? at : 0;
  b.lo = (int) at;
  b.hi = b.lo + 1 < n ? b.lo + 1 : b.lo;
  b.part = (ae_real) (at - b.lo);
  return b;
}

/* Weights of the four neighbours and the numbers of their first lanes. */
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
mix (const AE (pass) *pass, const ae_real w[4], const size_t at[4], size_t to)
{
  for (size_t s = 0; s < pass->S; s += AE_LANES)
    {
      const ae_real *a = pass->x + at[0] + s, *b = pass->x + at[1] + s;
      const ae_real *c = pass->x + at[2] + s, *d = pass->x + at[3] + s;
      ae_real v[AE_LANES];

      for (int l = 0; l < AE_LANES; l++)
        v[l] = w[0] * a[l] + w[1] * b[l] + (w[2] * c[l] + w[3] * d[l]);
      memcpy (pass->y + to + s, v, sizeof v);
    }
}

static void
give_back (const AE (pass) *pass, const ae_real w[4], const size_t at[4], size_t from)
{
  for (size_t s = 0; s < pass->S; s += AE_LANES)
    {
      ae_real dy[AE_LANES];

      memcpy (dy, pass->dy + from + s, sizeof dy);
      for (int k = 0; k < 4; k++)
        {
          ae_real *dx = pass->dx + at[k] + s, part = w[k];

          for (int l = 0; l < AE_LANES; l++)
            dx[l] += part * dy[l];
        }
    }
}

/* Calls one of the two for every output pixel. */
static void
each_pixel (const AE (layer) *layer, const AE (pass) *pass,
            void (*visit) (const AE (pass) *, const ae_real w[4], const size_t at[4], size_t))
{
  ae_shape out = layer->out;
  ae_real w[4];
  size_t at[4];

  for (int k = 0; k < out.c; k++)
    for (int j = 0; j < out.w; j++)
      for (int i = 0; i < out.h; i++)
        {
          corners (layer->in, neighbours (layer, 0, i), neighbours (layer, 1, j), k, pass->S, w, at);
          visit (pass, w, at, ae_at (out, i, j, k, pass->S));
        }
}

/* ---- both ---- */

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (layer->interpolation == AE_NEAREST)
    forward_nearest (layer, pass);
  else
    each_pixel (layer, pass, mix);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (! pass->dx)
    return;
  if (layer->interpolation == AE_NEAREST)
    {
      backward_nearest (layer, pass);
      return;
    }
  memset (pass->dx, 0, ae_size (layer->in) * pass->S * sizeof *pass->dx);
  each_pixel (layer, pass, give_back);
}

static const ae_option options[] = {
  { .name = "Factor", .kind = AE_PAIR, .at = AE_IN_LAYER (factor), .lo = 1, .hi = 64, .nusual = 2, .usual = { 2, 2 },
    .place = 1, .help = "how many times more rows and columns; one number stands for both" },
  { .name = "Interpolation", .kind = AE_WORD, .at = AE_IN_LAYER (interpolation), .words = "nearest|bilinear",
    .nusual = 1, .help = "nearest repeats each pixel, bilinear interpolates between pixel centres" },
  { NULL }
};

const AE (layer_type) AE (layer_upsample2d) = {
  .name = "upsample2d",
  .help = "larger by a whole factor",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};

static const ae_option series_options[] = {
  { .name = "Factor", .kind = AE_COUNT, .at = AE_IN_LAYER (factor), .lo = 1, .hi = 64, .nusual = 1, .usual = { 2 },
    .place = 1, .help = "how many times longer" },
  { .name = "Interpolation", .kind = AE_WORD, .at = AE_IN_LAYER (interpolation), .words = "nearest|bilinear",
    .nusual = 1, .help = "nearest repeats each value, bilinear interpolates between times" },
  { NULL }
};

const AE (layer_type) AE (layer_upsample1d) = {
  .name = "upsample1d",
  .help = "a series longer by a whole factor",
  .options = series_options,
  .shape = shape_of_series,
  .forward = forward,
  .backward = backward,
};
