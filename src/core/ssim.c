/* Structural similarity, AE_LANES images at a time. */
#include "ssim.h"
#include "samples.h"
#include "simd/simd.h"

#include <math.h>

typedef struct {
  const AE (kernels) *use;
  AE (windows) windows;
  const ae_real *x, *y;
  size_t pixels, c, n, room; /* room: numbers of scratch a worker */
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

/* Task: AE_LANES images. */
static void
measure (void *arg, size_t group, int worker)
{
  job *j = arg;
  const AE (windows) *g = &j->windows;
  size_t d = j->pixels * j->c, first = group * AE_LANES, n = j->n - first < AE_LANES ? j->n - first : AE_LANES;
  ae_real *x = j->work + (size_t) worker * j->room, *y = x + d * AE_LANES, *work = y + d * AE_LANES;
  double sum[AE_LANES] = { 0 }, places = (double) ((g->h - g->nh + 1) * (g->w - g->nw + 1) * j->c);

  AE (gather) (j->x, d, NULL, first, n, AE_LANES, x);
  AE (gather) (j->y, d, NULL, first, n, AE_LANES, y);
  for (size_t c = 0; c < j->c; c++)
    j->use->similarity (g, x + c * j->pixels * AE_LANES, y + c * j->pixels * AE_LANES, work, sum);
  for (size_t i = 0; i < n; i++)
    j->s[first + i] = sum[i] / places;
}

ae_status
AE (ssim) (const ae_real *x, const ae_real *y, const size_t size[4], double c1, double c2, double *s, ae_error *err)
{
  size_t pixels = size[0] * size[1], n = size[3], groups = (n + AE_LANES - 1) / AE_LANES;
  size_t threads = (size_t) ae_default_threads ();
  job j = { .use = AE (kernels_now) (), .x = x, .y = y, .pixels = pixels, .c = size[2], .n = n, .s = s };

  j.windows = (AE (windows)){ .h = size[0], .w = size[1], .c1 = (ae_real) c1, .c2 = (ae_real) c2 };
  j.windows.nh = make_window (size[0], j.windows.along_h);
  j.windows.nw = make_window (size[1], j.windows.along_w);
  j.room = (2 * size[2] + 5) * pixels * AE_LANES;
  threads = threads < groups ? threads : groups;
  j.work = ae_malloc (threads * j.room, sizeof *j.work);
  if (! j.work)
    return ae_fail_memory (err, threads * j.room * sizeof *j.work);
  ae_parallel ((int) threads, groups, measure, &j);
  ae_free (j.work);
  return AE_OK;
}
