/* Losses over one shard: the sum of the elements' losses, and its derivative
   times a factor.  Lanes after the last real sample do not count. */
#include "vector.h"

#include <float.h>
#include <math.h>
#include <string.h>
#ifdef AE_DOUBLE
#define LOG log
#define FABS fabs
#define SMALLEST DBL_MIN
#else
#define LOG logf
#define FABS fabsf
#define SMALLEST FLT_MIN
#endif

/* Keras' guard of the logarithm, tensorflow.keras.backend.epsilon (). */
#define TINY ((ae_real) 1e-7)

/* A target that is missing (NaN, samples.h) costs nothing: it counts as met. */
AE_INLINE ae_real
error_of (ae_real y, ae_real t)
{
  return y - (t == t ? t : y);
}

AE_INLINE ae_real
mse (ae_real y, ae_real t, ae_real *d)
{
  ae_real e = error_of (y, t);

  *d = 2 * e;
  return e * e;
}

AE_INLINE ae_real
mae (ae_real y, ae_real t, ae_real *d)
{
  ae_real e = error_of (y, t);

  *d = e > 0 ? 1 : 0 > e ? -1 : e; /* 0 at 0; NaN stays */
  return FABS (e);
}

/* Binary cross-entropy with y kept inside [TINY, 1 - TINY]; outside, the
   derivative at the edge still points back inside. */
AE_INLINE ae_real
bce (ae_real y, ae_real t, ae_real *d)
{
  ae_real p = TINY > y ? TINY : y;

  p = p > 1 - TINY ? 1 - TINY : p;
  *d = t == t ? (p - t) / (p * (1 - p)) : 0;
  return t == t ? -(t * LOG (p) + (1 - t) * LOG (1 - p)) : 0;
}

/* Huber, Annals of Mathematical Statistics 35, 1964, with the knee at 1. */
AE_INLINE ae_real
huber (ae_real y, ae_real t, ae_real *d)
{
  ae_real e = error_of (y, t);

  *d = e > 1 ? 1 : -1 > e ? -1 : e;
  return FABS (e) > 1 ? FABS (e) - (ae_real) 0.5 : (ae_real) 0.5 * e * e;
}

/* Of one unit; y is kept above the smallest number that has all its digits. */
AE_INLINE ae_real
crossentropy (ae_real y, ae_real t, ae_real *d)
{
  ae_real p = SMALLEST > y ? SMALLEST : y;

  t = t == t ? t : 0;
  *d = -t / p;
  return -t * LOG (p);
}

/* Features are summed in runs of 32 in ae_real, the runs in double. */
#define RUN 32

#define LOSS(NAME)                                                                                          \
  static double NAME##_loss (const ae_real *y, const ae_real *t, size_t d, size_t S, size_t n,              \
                             ae_real scale, ae_real *dy)                                                    \
  {                                                                                                         \
    double total = 0;                                                                                       \
                                                                                                            \
    for (size_t f0 = 0; f0 < d; f0 += RUN)                                                                  \
      for (size_t s0 = 0; s0 < n; s0 += AE_LANES)                                                           \
        {                                                                                                   \
          size_t m = n - s0 < AE_LANES ? n - s0 : AE_LANES, end = d - f0 < RUN ? d : f0 + RUN;              \
          ae_real sum[AE_LANES] = { 0 }, unused[AE_LANES] = { 0 };                                          \
                                                                                                            \
          for (size_t f = f0, at = f0 * S + s0; f < end; f++, at += S)                                      \
            if (m == AE_LANES)                                                                              \
              run_##NAME (y + at, t + at, AE_LANES, scale, dy ? dy + at : unused, sum);                     \
            else                                                                                            \
              run_##NAME (y + at, t + at, m, scale, dy ? dy + at : unused, sum);                            \
          for (size_t s = 0; s < m; s++)                                                                    \
            total += sum[s];                                                                                \
        }                                                                                                   \
    clear_spare (dy, d, S, n);                                                                              \
    return total;                                                                                           \
  }

/* The m <= AE_LANES samples of one feature: their losses to sum, scale times the
   derivative to d. */
#define RUN_OF(NAME)                                                                                        \
  AE_INLINE void run_##NAME (const ae_real *y, const ae_real *t, size_t m, ae_real scale, ae_real *d,       \
                             ae_real *sum)                                                                  \
  {                                                                                                         \
    _Pragma ("omp simd") for (size_t s = 0; s < m; s++)                                                     \
      {                                                                                                     \
        ae_real slope;                                                                                      \
                                                                                                            \
        sum[s] += NAME (y[s], t[s], &slope);                                                     \
        d[s] = scale * slope;                                                                               \
      }                                                                                                     \
  }

static void
clear_spare (ae_real *dy, size_t d, size_t S, size_t n)
{
  size_t features = dy && n < S ? d : 0;

  for (size_t f = 0; f < features; f++)
    memset (dy + f * S + n, 0, (S - n) * sizeof *dy);
}

RUN_OF (mse)
RUN_OF (mae)
RUN_OF (bce)
RUN_OF (huber)
RUN_OF (crossentropy)
LOSS (mse)
LOSS (mae)
LOSS (bce)
LOSS (huber)
LOSS (crossentropy)

AE_INLINE ae_real
observed (ae_real t)
{
  return t == t ? t : 0;
}

/* With y = softmax (z) over the units of a pixel the derivative with respect to
   z is y sum (t) - t, even where y is rounded to 0. */
static void
softmax_slope (const ae_real *y, const ae_real *t, size_t units, size_t plane, size_t n, ae_real scale, ae_real *dy)
{
  for (size_t s = 0; s < n; s++)
    {
      ae_real sum = 0;

      for (size_t u = 0; u < units; u++)
        sum += observed (t[u * plane + s]);
      for (size_t u = 0; u < units; u++)
        dy[u * plane + s] = scale * (y[u * plane + s] * sum - observed (t[u * plane + s]));
    }
}

static double
crossentropy_of_softmax (const ae_real *y, const ae_real *t, size_t d, size_t units, size_t S, size_t n,
                         ae_real scale, ae_real *dy)
{
  size_t plane = d / units * S, end = dy ? plane : 0;

  for (size_t p = 0; p < end; p += S)
    softmax_slope (y + p, t + p, units, plane, n, scale, dy + p);
  clear_spare (dy, d, S, n);
  return crossentropy_loss (y, t, d, S, n, 0, NULL);
}

#define ANY HUGE_VAL

const AE (loss_row) AE_SIMD (losses)[] = {
  { "mse", "mean_squared_error", -ANY, ANY, 0, mse_loss, NULL, NULL },
  { "mae", "mean_absolute_error", -ANY, ANY, 0, mae_loss, NULL, NULL },
  { "bce", "binary_crossentropy", 0, 1, 0, bce_loss, NULL, NULL },
  { "huber", NULL, -ANY, ANY, 0, huber_loss, NULL, NULL },
  { "crossentropy", "categorical_crossentropy", 0, 1, 1, crossentropy_loss, "softmax", crossentropy_of_softmax },
  { NULL, NULL, 0, 0, 0, NULL, NULL, NULL },
};
