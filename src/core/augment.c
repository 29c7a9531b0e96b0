/* Images turned, scaled, sheared and shifted for training. */
#include "augment.h"

#include <math.h>
#include <string.h>

/* Where a pixel of the result, counted from the middle, comes from:
   row = rr r + rc c + r0, column = cr r + cc c + c0. */
typedef struct { double rr, rc, r0, cr, cc, c0; } source;

/* Number k of those drawn for an image: in [-1, 1). */
static double
drawn (uint64_t seed, uint64_t epoch, uint64_t sample, int k)
{
  uint64_t hi = (uint64_t) AE_FOR_AUGMENT << 56 | (epoch & 0xFFFFFFFFFF);

  return 2 * ae_uniform (ae_philox (seed, hi, sample << 28 | (uint64_t) (k / 2)), k % 2) - 1;
}

/* turn * [1 shear; 0 1] * the two scales, then the shift; 0: the image stays. */
static int
draw_source (const ae_augment *a, uint64_t seed, uint64_t epoch, uint64_t sample, source *s)
{
  double turn = drawn (seed, epoch, sample, 0) * a->rotate * (3.14159265358979323846 / 180);
  double down = 1 + drawn (seed, epoch, sample, 1) * a->scale, across = 1 + drawn (seed, epoch, sample, 2) * a->scale;
  double shear = drawn (seed, epoch, sample, 3) * a->shear, co = cos (turn), si = sin (turn);

  s->rr = co * down;
  s->rc = (co * shear - si) * across;
  s->cr = si * down;
  s->cc = (si * shear + co) * across;
  s->r0 = drawn (seed, epoch, sample, 4) * a->shift + 0.5 * (double) (a->h - 1);
  s->c0 = drawn (seed, epoch, sample, 5) * a->shift + 0.5 * (double) (a->w - 1);
  return drawn (seed, epoch, sample, 6) < 2 * a->share - 1;
}

/* Weights of the four neighbours at floor (t) - 1 .. floor (t) + 2, f = t - floor (t):
   cubic convolution with a = -1/2 (Keys 1981, equation 15). */
static void
cubic (double f, double w[4])
{
  w[0] = ((-0.5 * f + 1) * f - 0.5) * f;
  w[1] = (1.5 * f - 2.5) * f * f + 1;
  w[2] = ((-1.5 * f + 2) * f + 0.5) * f;
  w[3] = (0.5 * f - 0.5) * f * f;
}

/* The first of the four that t lies between, and their weights.  Beyond two steps
   from the edge all is the edge, so t is drawn in: then the whole part is cheap. */
static ptrdiff_t
neighbours (double t, size_t n, double w[4])
{
  double end = (double) n + 2, near = t < -3 ? -3 : t > end ? end : t;
  ptrdiff_t whole = (ptrdiff_t) (near + 4) - 4;

  cubic (near - (double) whole, w);
  return whole - 1;
}

static size_t
within (ptrdiff_t i, size_t n)
{
  return i < 0 ? 0 : i < (ptrdiff_t) n ? (size_t) i : n - 1;
}

static double
value_at (const ae_real *x, size_t h, size_t w, double row, double column)
{
  double a[4], b[4], sum = 0;
  ptrdiff_t r = neighbours (row, h, a), c = neighbours (column, w, b);
  ae_real edge[16];
  const ae_real *p = edge;
  size_t apart = 4;

  if (r >= 0 && c >= 0 && r + 4 <= (ptrdiff_t) h && c + 4 <= (ptrdiff_t) w)
    {
      p = x + (size_t) c * h + (size_t) r;
      apart = h;
    }
  else
    for (ptrdiff_t k = 0; k < 16; k++)
      edge[k] = x[within (c + k / 4, w) * h + within (r + k % 4, h)];
  for (int j = 0; j < 4; j++, p += apart)
    sum += b[j] * (a[0] * (double) p[0] + a[1] * (double) p[1] + a[2] * (double) p[2] + a[3] * (double) p[3]);
  return sum;
}

/* One channel. */
static void
move_plane (const source *s, size_t h, size_t w, const ae_real *x, ae_real *y, size_t stride)
{
  double least = (double) x[0], most = (double) x[0];

  for (size_t i = 1; i < h * w; i++)
    {
      least = (double) x[i] < least ? (double) x[i] : least;
      most = (double) x[i] > most ? (double) x[i] : most;
    }
  for (size_t j = 0; j < w; j++)
    for (size_t i = 0; i < h; i++)
      {
        double r = (double) i - 0.5 * (double) (h - 1), c = (double) j - 0.5 * (double) (w - 1);
        double v = value_at (x, h, w, s->rr * r + s->rc * c + s->r0, s->cr * r + s->cc * c + s->c0);

        y[(j * h + i) * stride] = (ae_real) (v < least ? least : v > most ? most : v);
      }
}

void
AE (augment_image) (const ae_augment *a, uint64_t seed, uint64_t epoch, uint64_t sample, const ae_real *x, ae_real *y,
                    size_t stride)
{
  size_t plane = a->h * a->w;
  source s;

  if (! draw_source (a, seed, epoch, sample, &s))
    {
      for (size_t i = 0; i < plane * a->c; i++)
        y[i * stride] = x[i];
      return;
    }
  for (size_t k = 0; k < a->c; k++)
    move_plane (&s, a->h, a->w, x + k * plane, y + k * plane * stride, stride);
}

void
AE (gather_augmented) (const AE (samples) *from, const ae_augment *a, uint64_t seed, uint64_t epoch,
                       const uint32_t *order, size_t first, size_t n, size_t S, ae_real *room, ae_real *x)
{
  size_t d = a->h * a->w * a->c;

  for (size_t s = 0; s < n; s++)
    {
      size_t i = order ? order[first + s] : first + s;

      AE (samples_row) (from, d, i, 0, d, room);
      AE (augment_image) (a, seed, epoch, i, room, x + s, S);
    }
  for (size_t f = 0; n < S && f < d; f++)
    memset (x + f * S + n, 0, (S - n) * sizeof *x);
}
