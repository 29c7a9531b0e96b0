/* What the layers that work on images share. */
#include "image.h"

ae_status
AE (need_image) (const AE (layer) *layer, ae_error *err)
{
  if (layer->in.kind == AE_VECTOR)
    return ae_fail (err, AE_SHAPE, "size", "%s %s layer needs images (rows, columns, channels), got vectors of %zu",
                    ae_article (layer->type->name), layer->type->name, ae_size (layer->in));
  if (layer->in.kind == AE_SERIES)
    return ae_fail (err, AE_SHAPE, "size", "%s %s layer needs images (rows, columns, channels), got series of %d times "
                    "and %d channels", ae_article (layer->type->name), layer->type->name, layer->in.h, layer->in.c);
  return AE_OK;
}

ae_status
AE (need_series) (const AE (layer) *layer, ae_error *err)
{
  ae_shape in = layer->in;

  if (in.kind == AE_VECTOR)
    return ae_fail (err, AE_SHAPE, "size", "%s %s layer needs series (times, channels), got vectors of %d; put a "
                    "reshape to [%d 1] in front", ae_article (layer->type->name), layer->type->name, in.h, in.h);
  if (in.kind == AE_IMAGE)
    return ae_fail (err, AE_SHAPE, "size", "%s %s layer needs series (times, channels), got images of %d-by-%d-by-%d",
                    ae_article (layer->type->name), layer->type->name, in.h, in.w, in.c);
  return AE_OK;
}

ae_status
AE (window_shape) (AE (layer) *layer, const int window[2], ae_error *err)
{
  ae_shape in = layer->in;

  for (int k = 0; k < 2; k++)
    layer->stride[k] = layer->stride[k] ? layer->stride[k] : window[k];
  layer->out = in;
  layer->out.h = ae_window_length (in.h, window[0], layer->stride[0], layer->padding, &layer->pad[0]);
  layer->out.w = ae_window_length (in.w, window[1], layer->stride[1], layer->padding, &layer->pad[1]);
  if (layer->out.h < 1 || layer->out.w < 1)
    return ae_fail (err, AE_SHAPE, "size",
                    "a window of %d-by-%d does not fit into %d-by-%d: use \"same\" padding or a smaller one",
                    window[0], window[1], in.h, in.w);
  return AE_OK;
}

/* The taps first .. end - 1 of a window that lie on an axis of n; returns
   where the first of them lies. */
static int
clip_taps (int out, int stride, int pad, int window, int n, int *first, int *end)
{
  int start = out * stride - pad;

  *first = start < 0 ? -start : 0;
  *end = start + window > n ? n - start : window;
  return start + *first;
}

void
AE (each_window) (const AE (layer) *layer, const AE (pass) *pass,
                  void (*visit) (const AE (layer) *, const AE (pass) *, const ae_window *))
{
  ae_shape in = layer->in, out = layer->out;

  for (int c = 0; c < out.c; c++)
    for (int j = 0; j < out.w; j++)
      for (int i = 0; i < out.h; i++)
        {
          ae_window w;
          int row = clip_taps (i, layer->stride[0], layer->pad[0], layer->pool[0], in.h, &w.r0, &w.r1);
          int col = clip_taps (j, layer->stride[1], layer->pad[1], layer->pool[1], in.w, &w.c0, &w.c1);

          w.x = ae_at (in, row, col, c, pass->S);
          w.y = ae_at (out, i, j, c, pass->S);
          visit (layer, pass, &w);
        }
}

void
AE (cut_out) (const ae_real *large, ae_shape l, ae_real *small, ae_shape s, const int margins[4], size_t S)
{
  for (int c = 0; c < s.c; c++)
    for (int j = 0; j < s.w; j++)
      memcpy (small + ae_at (s, 0, j, c, S), large + ae_at (l, margins[0], j + margins[2], c, S),
              (size_t) s.h * S * sizeof *small);
}

void
AE (put_in) (const ae_real *small, ae_shape s, ae_real *large, ae_shape l, const int margins[4], size_t S)
{
  memset (large, 0, ae_size (l) * S * sizeof *large);
  for (int c = 0; c < s.c; c++)
    for (int j = 0; j < s.w; j++)
      memcpy (large + ae_at (l, margins[0], j + margins[2], c, S), small + ae_at (s, 0, j, c, S),
              (size_t) s.h * S * sizeof *large);
}
