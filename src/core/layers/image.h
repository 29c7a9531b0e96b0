/* What the layers that work on images share. */
#ifndef AE_LAYERS_IMAGE_H
#define AE_LAYERS_IMAGE_H

#include "../layer.h"

#include <string.h>

/* A whole number as wide as ae_real: comparisons of one select the other. */
#ifdef AE_DOUBLE
typedef int64_t ae_whole;
#else
typedef int32_t ae_whole;
#endif

#define AE_POOL_OPTIONS \
  { .name = "Pool", .kind = AE_PAIR, .at = AE_IN_LAYER (pool), .lo = 1, .hi = 64, .nusual = 2, .usual = { 2, 2 }, \
    .place = 1, .help = "rows and columns of the window; one number stands for both" }, \
  { .name = "Stride", .kind = AE_PAIR, .at = AE_IN_LAYER (stride), .lo = 1, .hi = 64, .follows = "Pool", \
    .help = "step from one window to the next" }, \
  AE_PADDING_OPTION
#define AE_MARGINS_OPTION \
  { .name = "Margins", .kind = AE_MARGINS, .at = AE_IN_LAYER (margins), .hi = 4096, .place = 1, \
    .help = "one number, [rows columns], or [top bottom left right]" }

/* A pooling window: its taps r0 <= r < r1, c0 <= c < c1 lie inside the image;
   x is the number of tap (r0, c0)'s first lane there, y that of the output. */
typedef struct {
  int r0, r1, c0, c1;
  size_t x, y;
} ae_window;

/* Number of the first lane of (row i, column j, channel c). */
static inline size_t
ae_at (ae_shape shape, int i, int j, int c, size_t S)
{
  return ((size_t) i + (size_t) shape.h * ((size_t) j + (size_t) shape.w * (size_t) c)) * S;
}

/* Fail when the input of the layer is of another kind. */
ae_status AE (need_image) (const AE (layer) *layer, ae_error *err);
ae_status AE (need_series) (const AE (layer) *layer, ae_error *err);
/* Shape rule of a window (height, width) that slides with layer->stride and
   layer->padding: sets out and pad. */
ae_status AE (window_shape) (AE (layer) *layer, const int window[2], ae_error *err);
/* Calls visit for each window of layer->pool, channel by channel. */
void AE (each_window) (const AE (layer) *layer, const AE (pass) *pass,
                       void (*visit) (const AE (layer) *, const AE (pass) *, const ae_window *));

/* Copies the small image out of, or into, the large one, whose margins (top,
   bottom, left, right) are what it has more. */
void AE (cut_out) (const ae_real *large, ae_shape l, ae_real *small, ae_shape s, const int margins[4], size_t S);
void AE (put_in) (const ae_real *small, ae_shape s, ae_real *large, ae_shape l, const int margins[4], size_t S);

/* n numbers, unless they are in their place. */
static inline void
AE (copy) (const ae_real *from, ae_real *to, size_t n)
{
  if (to && from != to)
    memcpy (to, from, n * sizeof *to);
}

#endif
