/* Parametric relu (He et al., ICCV 2015): y = x where x > 0, else a x, with a
   learnt slope a for each channel of images and series, each element of
   vectors. */
#include "../layer.h"

enum { SLOPE };

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  AE (set_array) (layer, SLOPE, (size_t) ae_units (layer->in), 1, 1, 1);
  return AE (shape_same) (layer, err);
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = AE (plane) (layer, pass->S);

  for (size_t c = 0; c < layer->arrays[SLOPE].count; c++)
    {
      const ae_real *x = pass->x + c * n, a = pass->array[SLOPE][c];
      ae_real *y = pass->y + c * n;

      for (size_t i = 0; i < n; i++)
        y[i] = x[i] > 0 ? x[i] : a * x[i];
    }
}

/* Sum of dy x where x <= 0. */
static double
sum_below (const ae_real *x, const ae_real *dy, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += x[i] > 0 ? 0 : (double) dy[i] * (double) x[i];
  return sum;
}

/* dx = dy, times a where x <= 0; da += sum of dy x there. */
static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t n = AE (plane) (layer, pass->S);

  for (size_t c = 0; c < layer->arrays[SLOPE].count; c++)
    {
      const ae_real *x = pass->x + c * n, *dy = pass->dy + c * n, a = pass->array[SLOPE][c];

      if (pass->grad[SLOPE])
        pass->grad[SLOPE][c] += (ae_real) sum_below (x, dy, n);
      if (pass->dx)
        for (size_t i = 0; i < n; i++)
          pass->dx[c * n + i] = x[i] > 0 ? dy[i] : a * dy[i];
    }
}

static const ae_array_row arrays[] = {
  [SLOPE] = { .name = "slope", .file = "alpha", .torch = "weight", .rank = 1, .start = 0.25, .trained = 1 },
  { NULL }
};

const AE (layer_type) AE (layer_prelu) = {
  .name = "prelu",
  .help = "parametric relu: the slope below 0 is learnt, by channel (by element for a vector)",
  .arrays = arrays,
  .shape = shape,
  .forward = forward,
  .backward = backward,
};
