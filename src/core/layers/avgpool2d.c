/* Average pooling: the mean of the window's pixels that lie inside the image,
   so that padding counts for nothing (as in Keras). */
#include "image.h"

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  return AE (need_image) (layer, err) == AE_OK ? AE (window_shape) (layer, layer->pool, err) : err->status;
}

static ae_real
share (const ae_window *w)
{
  return (ae_real) 1 / (ae_real) ((w->r1 - w->r0) * (w->c1 - w->c0));
}

static void
visit_forward (const AE (layer) *layer, const AE (pass) *pass, const ae_window *w)
{
  size_t down = pass->S, right = pass->S * (size_t) layer->in.h;
  ae_real part = share (w);

  for (size_t s = 0; s < pass->S; s += AE_LANES)
    {
      ae_real sum[AE_LANES] = { 0 };

      for (int c = 0; c < w->c1 - w->c0; c++)
        for (int r = 0; r < w->r1 - w->r0; r++)
          {
            const ae_real *x = pass->x + w->x + s + (size_t) r * down + (size_t) c * right;

            for (int l = 0; l < AE_LANES; l++)
              sum[l] += x[l];
          }
      for (int l = 0; l < AE_LANES; l++)
        sum[l] *= part;
      memcpy (pass->y + w->y + s, sum, sizeof sum);
    }
}

static void
visit_backward (const AE (layer) *layer, const AE (pass) *pass, const ae_window *w)
{
  size_t down = pass->S, right = pass->S * (size_t) layer->in.h;
  ae_real part = share (w);

  for (size_t s = 0; s < pass->S; s += AE_LANES)
    {
      ae_real dy[AE_LANES];

      for (int l = 0; l < AE_LANES; l++)
        dy[l] = part * pass->dy[w->y + s + (size_t) l];
      for (int c = 0; c < w->c1 - w->c0; c++)
        for (int r = 0; r < w->r1 - w->r0; r++)
          {
            ae_real *dx = pass->dx + w->x + s + (size_t) r * down + (size_t) c * right;

            for (int l = 0; l < AE_LANES; l++)
              dx[l] += dy[l];
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

static const ae_option options[] = { AE_POOL_OPTIONS, { NULL } };

const AE (layer_type) AE (layer_avgpool2d) = {
  .name = "avgpool2d",
  .help = "mean of windows of [rows columns]",
  .options = options,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};
