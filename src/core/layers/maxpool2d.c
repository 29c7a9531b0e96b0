/* Max pooling.  Padding counts for nothing: every window holds a pixel of the
   image.  Of equal maxima the first one in memory wins (column by column, as
   Octave's max); a NaN beats every number.

   memo: number of the winning tap, row + window height * column, of each
   output: the low byte in [output][S], where there are more than 256 taps the
   high byte in a second such array. */
#include "image.h"

static size_t
memo_bytes (const AE (layer) *layer)
{
  return layer->pool[0] * layer->pool[1] > 256 ? 2 : 1;
}

static ae_status
pool_shape (AE (layer) *layer, ae_error *err)
{
  ae_status status = AE (window_shape) (layer, layer->pool, err);

  layer->memo = status == AE_OK ? memo_bytes (layer) * ae_size (layer->out) : 0;
  return status;
}

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  return AE (need_image) (layer, err) == AE_OK ? pool_shape (layer, err) : err->status;
}

/* maxpool1d: along the times of a series, the rows of an image of one column. */
static ae_status
shape_of_series (AE (layer) *layer, ae_error *err)
{
  layer->pool[1] = layer->stride[1] = 1;
  return AE (need_series) (layer, err) == AE_OK ? pool_shape (layer, err) : err->status;
}

static void
keep_taps (const AE (layer) *layer, const AE (pass) *pass, size_t at, const ae_whole tap[AE_LANES])
{
  unsigned char bytes[AE_LANES];

  if (! pass->memo)
    return;
  for (int l = 0; l < AE_LANES; l++)
    bytes[l] = (unsigned char) tap[l];
  memcpy (pass->memo + at, bytes, sizeof bytes);
  if (memo_bytes (layer) == 1)
    return;
  for (int l = 0; l < AE_LANES; l++)
    bytes[l] = (unsigned char) (tap[l] >> 8);
  memcpy (pass->memo + ae_size (layer->out) * pass->S + at, bytes, sizeof bytes);
}

static void
kept_taps (const AE (layer) *layer, const AE (pass) *pass, size_t at, ae_whole tap[AE_LANES])
{
  const unsigned char *low = pass->memo + at, *high = low + ae_size (layer->out) * pass->S;

  for (int l = 0; l < AE_LANES; l++)
    tap[l] = low[l];
  if (memo_bytes (layer) == 2)
    for (int l = 0; l < AE_LANES; l++)
      tap[l] |= (ae_whole) high[l] << 8;
}

static void
visit_forward (const AE (layer) *layer, const AE (pass) *pass, const ae_window *w)
{
  size_t down = pass->S, right = pass->S * (size_t) layer->in.h;
  ae_real best[AE_LANES];
  ae_whole winner[AE_LANES];

  for (size_t s = 0; s < pass->S; s += AE_LANES)
    {
      const ae_real *x = pass->x + w->x + s;

      memcpy (best, x, sizeof best);
      for (int l = 0; l < AE_LANES; l++)
        winner[l] = w->r0 + layer->pool[0] * w->c0;
      for (int c = w->c0; c < w->c1; c++)
        for (int r = w->r0; r < w->r1; r++)
          {
            const ae_real *v = x + (size_t) (r - w->r0) * down + (size_t) (c - w->c0) * right;
            ae_whole tap = r + layer->pool[0] * c;

            for (int l = 0; l < AE_LANES; l++)
              {
                int better = (v[l] > best[l]) | (v[l] != v[l]);

                winner[l] = better ? tap : winner[l];
                best[l] = better ? v[l] : best[l];
              }
          }
      memcpy (pass->y + w->y + s, best, sizeof best);
      keep_taps (layer, pass, w->y + s, winner);
    }
}

static void
visit_backward (const AE (layer) *layer, const AE (pass) *pass, const ae_window *w)
{
  size_t down = pass->S, right = pass->S * (size_t) layer->in.h;
  ae_whole winner[AE_LANES];
  ae_real dy[AE_LANES];

  for (size_t s = 0; s < pass->S; s += AE_LANES)
    {
      memcpy (dy, pass->dy + w->y + s, sizeof dy);
      kept_taps (layer, pass, w->y + s, winner);
      for (int c = w->c0; c < w->c1; c++)
        for (int r = w->r0; r < w->r1; r++)
          {
            ae_real *dx = pass->dx + w->x + s + (size_t) (r - w->r0) * down + (size_t) (c - w->c0) * right;
            ae_whole tap = r + layer->pool[0] * c;

            for (int l = 0; l < AE_LANES; l++)
              dx[l] += winner[l] == tap ? dy[l] : 0;
          }
    }
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  AE (each_window) (layer, pass, visit_forward);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  if (! pass->dx)
    return;
  memset (pass->dx, 0, ae_size (layer->in) * pass->S * sizeof *pass->dx);
  AE (each_window) (layer, pass, visit_backward);
}

/* The feature of the input that won. */
static size_t
source (const AE (layer) *layer, const AE (pass) *pass, size_t f, size_t s)
{
  size_t h = (size_t) layer->out.h, w = (size_t) layer->out.w, count = h * w * (size_t) layer->out.c;
  int tap = pass->memo[f * pass->S + s], row, col;

  if (memo_bytes (layer) == 2)
    tap |= pass->memo[(count + f) * pass->S + s] << 8;
  row = (int) (f % h) * layer->stride[0] - layer->pad[0] + tap % layer->pool[0];
  col = (int) (f / h % w) * layer->stride[1] - layer->pad[1] + tap / layer->pool[0];
  return ae_at (layer->in, row, col, (int) (f / (h * w)), 1);
}

static const ae_option options[] = { AE_POOL_OPTIONS, { NULL } };

const AE (layer_type) AE (layer_maxpool2d) = {
  .name = "maxpool2d",
  .help = "maximum of windows of [rows columns]",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .source = source,
};

static const ae_option series_options[] = {
  { .name = "Pool", .kind = AE_COUNT, .at = AE_IN_LAYER (pool), .lo = 1, .hi = 64, .nusual = 1, .usual = { 2 },
    .place = 1, .help = "times that the window spans" },
  { .name = "Stride", .kind = AE_COUNT, .at = AE_IN_LAYER (stride), .lo = 1, .hi = 64, .follows = "Pool",
    .help = "step from one window to the next" },
  AE_PADDING_OPTION,
  { NULL }
};

const AE (layer_type) AE (layer_maxpool1d) = {
  .name = "maxpool1d",
  .help = "maximum of windows along the times of a series",
  .options = series_options,
  .shape = shape_of_series,
  .forward = forward,
  .backward = backward,
  .source = source,
};
