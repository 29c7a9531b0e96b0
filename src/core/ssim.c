/* Structural similarity, AE_LANES images at a time. */
#include "ssim.h"
#include "samples.h"
#include "simd/simd.h"

#include <math.h>

typedef struct {
  AE (windows) windows;
  const ae_real *x, *y;
  size_t d, c, n, room; /* room: numbers of scratch a worker */
  ae_real *work;
  double *s;
} job;

/* The window along a side of n pixels; returns its length. */
static size_t
make_window (size_t n, ae_real *window)
{
  size_t length = n >= AE_SSIM_WINDOW ? AE_SSIM_WINDOW : n - (n + 1) % 2;
  double sum = 0, middle = (double) (length - 1) / 2;

  for (int pass = 0; pass < 2; pass++)
    for (size_t k = 0; k < length; k++)
      {
        double g = exp (-((double) k - middle) * ((double) k - middle) / (2 * 1.5 * 1.5));

        sum += pass == 0 ? g : 0;
        window[k] = (ae_real) (g / sum);
      }
  return length;
}

AE (windows)
AE (ssim_windows) (size_t h, size_t w, double c1, double c2)
{
  AE (windows) g = { .h = h, .w = w, .c1 = (ae_real) c1, .c2 = (ae_real) c2 };

  g.nh = make_window (h, g.along_h);
  g.nw = make_window (w, g.along_w);
  return g;
}

size_t
AE (ssim_room) (size_t pixels)
{
  return 5 * pixels * AE_LANES;
}

void
AE (ssim_of_lanes) (const AE (windows) *g, size_t c, const ae_real *x, const ae_real *y, size_t S, size_t n,
                    ae_real *work, double *s)
{
  const AE (kernels) *use = AE (kernels_now) ();
  size_t plane = g->h * g->w * S;
  double sum[AE_LANES] = { 0 }, places = (double) ((g->h - g->nh + 1) * (g->w - g->nw + 1) * c);

  for (size_t k = 0; k < c; k++)
    use->similarity (g, x + k * plane, y + k * plane, S, work, sum);
  for (size_t i = 0; i < n; i++)
    s[i] = sum[i] / places;
}

/* Task: AE_LANES images. */
static void
measure (void *arg, size_t group, int worker)
{
  job *j = arg;
  size_t first = group * AE_LANES, n = j->n - first < AE_LANES ? j->n - first : AE_LANES;
  ae_real *x = j->work + (size_t) worker * j->room, *y = x + j->d * AE_LANES;

  AE (gather) (j->x, j->d, NULL, first, n, AE_LANES, x);
  AE (gather) (j->y, j->d, NULL, first, n, AE_LANES, y);
  AE (ssim_of_lanes) (&j->windows, j->c, x, y, AE_LANES, n, y + j->d * AE_LANES, j->s + first);
}

ae_status
AE (ssim) (const ae_real *x, const ae_real *y, const size_t size[4], double c1, double c2, double *s, ae_error *err)
{
  size_t pixels = size[0] * size[1], n = size[3], groups = (n + AE_LANES - 1) / AE_LANES;
  size_t threads = (size_t) ae_default_threads ();
  job j = { .windows = AE (ssim_windows) (size[0], size[1], c1, c2), .x = x, .y = y, .d = pixels * size[2],
            .c = size[2], .n = n, .s = s };

  j.room = 2 * j.d * AE_LANES + AE (ssim_room) (pixels);
  threads = threads < groups ? threads : groups;
  j.work = ae_malloc (threads * j.room, sizeof *j.work);
  if (! j.work)
    return ae_fail_memory (err, threads * j.room * sizeof *j.work);
  ae_parallel ((int) threads, groups, measure, &j);
  ae_free (j.work);
  return AE_OK;
}
