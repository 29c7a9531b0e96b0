/* Losses over one shard: the sum of the elements' losses, and its derivative
   times a factor.  Lanes after the last real sample do not count. */
#include "vector.h"

#include <math.h>
#include <string.h>
#ifdef AE_DOUBLE
#define LOG log
#define FABS fabs
#else
#define LOG logf
#define FABS fabsf
#endif

/* Keras' guard of the logarithm, tensorflow.keras.backend.epsilon (). */
#define TINY ((ae_real) 1e-7)

AE_INLINE ae_real
mse (ae_real y, ae_real t, ae_real *d)
{
  ae_real e = y - t;

  *d = 2 * e;
  return e * e;
}

AE_INLINE ae_real
mae (ae_real y, ae_real t, ae_real *d)
{
  ae_real e = y - t;

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
  *d = (p - t) / (p * (1 - p));
  return -(t * LOG (p) + (1 - t) * LOG (1 - p));
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
          ae_real sum[AE_LANES] = { 0 };                                                                    \
                                                                                                            \
          for (size_t f = f0; f < end; f++)                                                                 \
            run_##NAME (y + f * S + s0, t + f * S + s0, m, scale, dy ? dy + f * S + s0 : NULL, sum);        \
          for (size_t s = 0; s < m; s++)                                                                    \
            total += sum[s];                                                                                \
        }                                                                                                   \
    clear_spare (dy, d, S, n);                                                                              \
    return total;                                                                                           \
  }

/* A target that is missing (NaN, samples.h) costs nothing. */
#define OBSERVED(NAME)                                                                                      \
  AE_INLINE ae_real observed_##NAME (ae_real y, ae_real t, ae_real *d)                                      \
  {                                                                                                         \
    ae_real slope, loss = NAME (y, t, &slope);                                                              \
                                                                                                            \
    *d = t == t ? slope : 0;                                                                                \
    return t == t ? loss : 0;                                                                               \
  }

/* The m <= AE_LANES samples of one feature. */
#define RUN_OF(NAME)                                                                                        \
  AE_INLINE void run_##NAME (const ae_real *y, const ae_real *t, size_t m, ae_real scale, ae_real *dy,      \
                             ae_real *sum)                                                                  \
  {                                                                                                         \
    ae_real d[AE_LANES];                                                                                    \
                                                                                                            \
    if (m == AE_LANES)                                                                                      \
      for (size_t s = 0; s < AE_LANES; s++)                                                                 \
        sum[s] += observed_##NAME (y[s], t[s], d + s);                                                      \
    else                                                                                                    \
      for (size_t s = 0; s < m; s++)                                                                        \
        sum[s] += observed_##NAME (y[s], t[s], d + s);                                                      \
    for (size_t s = 0; dy && s < m; s++)                                                                    \
      dy[s] = scale * d[s];                                                                                 \
  }

static void
clear_spare (ae_real *dy, size_t d, size_t S, size_t n)
{
  for (size_t f = 0; dy && n < S && f < d; f++)
    memset (dy + f * S + n, 0, (S - n) * sizeof *dy);
}

OBSERVED (mse)
OBSERVED (mae)
OBSERVED (bce)
RUN_OF (mse)
RUN_OF (mae)
RUN_OF (bce)
LOSS (mse)
LOSS (mae)
LOSS (bce)

const AE (loss_row) AE_SIMD (losses)[] = {
  { "mse", mse_loss },
  { "mae", mae_loss },
  { "bce", bce_loss },
  { NULL, NULL },
};
