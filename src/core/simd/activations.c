/* Activations, and all that is true of one in its row of the table: the default
   of alpha, the range of the results, what its derivative is written in.

   forward changes y in place.  backward multiplies dy by the derivative, at
   from: the output, or the input where the row says so (keeps_input).  The n
   numbers are features times samples; plane is the distance from a feature to
   the next one of the same pixel (the number of samples, times the pixels of an
   image), which only softmax asks for.  bend multiplies d by the second derivative,
   at the same place; NULL where that is no number for each output.

   Sources: Nair and Hinton, ICML 2010 (relu); Maas, Hannun, Ng, ICML 2013 (leaky
   relu); Clevert, Unterthiner, Hochreiter, ICLR 2016 (elu); Dugas et al., NIPS
   2000 (softplus); Hendrycks and Gimpel, arXiv 1606.08415, 2016, equation 1
   (gelu); Ramachandran, Zoph, Le, arXiv 1710.05941, 2017 (swish); Bridle, 1990
   (softmax). */
#include "vector.h"

#include <math.h>
#ifdef AE_DOUBLE
#define EXP exp
#define LOG1P log1p
#define EXPM1 expm1
#define TANH tanh
#define ERFC erfc
#else
#define EXP expf
#define LOG1P log1pf
#define EXPM1 expm1f
#define TANH tanhf
#define ERFC erfcf
#endif

#define FORWARD(NAME) static void NAME##_forward (ae_real *y, size_t n, size_t plane, ae_real alpha)
#define BACKWARD(NAME)                                                                                      \
  static void NAME##_backward (ae_real *dy, const ae_real *from, size_t n, size_t plane, ae_real alpha)
#define BEND(NAME) static void NAME##_bend (ae_real *d, const ae_real *from, size_t n, ae_real alpha)

/* NaN stays NaN everywhere: comparisons are written so that it falls through. */

FORWARD (linear)
{
  (void) y, (void) n, (void) plane, (void) alpha;
}

BACKWARD (linear)
{
  (void) dy, (void) from, (void) n, (void) plane, (void) alpha;
}

/* Of whatever consists of straight pieces. */
BEND (straight)
{
  (void) from, (void) alpha;
  for (size_t i = 0; i < n; i++)
    d[i] = 0;
}

FORWARD (relu)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = 0 > y[i] ? 0 : y[i];
}

BACKWARD (relu)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] = from[i] > 0 ? dy[i] : 0;
}

FORWARD (leakyrelu)
{
  (void) plane;
  for (size_t i = 0; i < n; i++)
    y[i] = 0 > y[i] ? alpha * y[i] : y[i];
}

BACKWARD (leakyrelu)
{
  (void) plane;
  for (size_t i = 0; i < n; i++)
    dy[i] = from[i] > 0 ? dy[i] : alpha * dy[i];
}

FORWARD (elu)
{
  (void) plane;
  for (size_t i = 0; i < n; i++)
    y[i] = 0 > y[i] ? alpha * EXPM1 (y[i]) : y[i];
}

BACKWARD (elu)
{
  (void) plane;
  for (size_t i = 0; i < n; i++)
    dy[i] = from[i] > 0 ? dy[i] : dy[i] * (from[i] + alpha);
}

BEND (elu)
{
  for (size_t i = 0; i < n; i++)
    d[i] = from[i] > 0 ? 0 : d[i] * (from[i] + alpha);
}

FORWARD (sigmoid)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = 1 / (1 + EXP (-y[i]));
}

BACKWARD (sigmoid)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] *= from[i] * (1 - from[i]);
}

BEND (sigmoid)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    d[i] *= from[i] * (1 - from[i]) * (1 - 2 * from[i]);
}

FORWARD (tanh)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = TANH (y[i]);
}

BACKWARD (tanh)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] *= 1 - from[i] * from[i];
}

BEND (tanh)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    d[i] *= -2 * from[i] * (1 - from[i] * from[i]);
}

/* log (1 + e^x) without overflow. */
FORWARD (softplus)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = y[i] > 0 ? y[i] + LOG1P (EXP (-y[i])) : LOG1P (EXP (y[i]));
}

/* The derivative is sigmoid (x) = 1 - e^-y. */
BACKWARD (softplus)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] *= -EXPM1 (-from[i]);
}

BEND (softplus)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    d[i] *= -EXPM1 (-from[i]) * EXP (-from[i]);
}

FORWARD (satlin)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = 0 > y[i] ? 0 : y[i] > 1 ? 1 : y[i];
}

BACKWARD (satlin)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] = from[i] > 0 && 1 > from[i] ? dy[i] : 0;
}

/* The share of a standard normal distribution below x; exact in both tails. */
AE_INLINE ae_real
normal_below (ae_real x)
{
  return (ae_real) 0.5 * ERFC (-x * (ae_real) 0.70710678118654752440);
}

FORWARD (gelu)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] *= normal_below (y[i]);
}

/* The density is 0 in both precisions long before x = 40; the square of a
   larger x might overflow, and 0 times infinity is no number. */
BACKWARD (gelu)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    {
      ae_real x = from[i] > 40 ? 40 : -40 > from[i] ? -40 : from[i];

      dy[i] *= normal_below (from[i]) + x * EXP (x * x / -2) * (ae_real) 0.39894228040143267794;
    }
}

/* The density times 2 - x^2. */
BEND (gelu)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    {
      ae_real x = from[i] > 40 ? 40 : -40 > from[i] ? -40 : from[i];

      d[i] *= (2 - x * x) * EXP (x * x / -2) * (ae_real) 0.39894228040143267794;
    }
}

FORWARD (swish)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] /= 1 + EXP (-y[i]);
}

/* The derivative is s (1 + x (1 - s)) with s = sigmoid (x); 1 - s = sigmoid (-x). */
BACKWARD (swish)
{
  (void) plane, (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] *= (1 + from[i] / (1 + EXP (from[i]))) / (1 + EXP (-from[i]));
}

/* s (1 - s) (2 + x (1 - 2 s)) with s = sigmoid (x); 0 in both precisions long before x = 200. */
BEND (swish)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    {
      ae_real x = from[i] > 200 ? 200 : -200 > from[i] ? -200 : from[i];
      ae_real s = 1 / (1 + EXP (-x)), rest = 1 / (1 + EXP (x));

      d[i] *= s * rest * (2 + x * (rest - s));
    }
}

/* AE_LANES numbers of the plane at once: exp (y - largest) over its sum. */
FORWARD (softmax)
{
  (void) alpha;
  for (size_t p = 0; p < plane; p += AE_LANES)
    {
      ae_real top[AE_LANES], sum[AE_LANES] = { 0 };

      for (size_t s = 0; s < AE_LANES; s++)
        top[s] = y[p + s];
      for (size_t f = p; f < n; f += plane)
        for (size_t s = 0; s < AE_LANES; s++)
          top[s] = y[f + s] > top[s] ? y[f + s] : top[s];
      for (size_t f = p; f < n; f += plane)
        for (size_t s = 0; s < AE_LANES; s++)
          sum[s] += y[f + s] = EXP (y[f + s] - top[s]);
      for (size_t f = p; f < n; f += plane)
        for (size_t s = 0; s < AE_LANES; s++)
          y[f + s] /= sum[s];
    }
}

/* dx = y (dy - sum of dy y). */
BACKWARD (softmax)
{
  (void) alpha;
  for (size_t p = 0; p < plane; p += AE_LANES)
    {
      ae_real dot[AE_LANES] = { 0 };

      for (size_t f = p; f < n; f += plane)
        for (size_t s = 0; s < AE_LANES; s++)
          dot[s] += dy[f + s] * from[f + s];
      for (size_t f = p; f < n; f += plane)
        for (size_t s = 0; s < AE_LANES; s++)
          dy[f + s] = from[f + s] * (dy[f + s] - dot[s]);
    }
}

#define ROW(NAME, other, alpha, lo, hi, input, couples, bend)                                               \
  { #NAME, other, alpha, lo, hi, input, couples, NAME##_forward, NAME##_backward, bend }
#define ANY HUGE_VAL

/* The leaky slopes of leakyrelu and elu are numbers of one's own, so their range
   is not told. */
const AE (activation) AE_SIMD (activations)[] = {
  ROW (linear, NULL, 0.01, -ANY, ANY, 0, 0, straight_bend),
  ROW (relu, NULL, 0.01, 0, ANY, 0, 0, straight_bend),
  ROW (leakyrelu, NULL, 0.01, -ANY, ANY, 0, 0, straight_bend),
  ROW (elu, NULL, 1, -ANY, ANY, 0, 0, elu_bend),
  ROW (sigmoid, NULL, 0.01, 0, 1, 0, 0, sigmoid_bend),
  ROW (tanh, NULL, 0.01, -1, 1, 0, 0, tanh_bend),
  ROW (softplus, NULL, 0.01, 0, ANY, 0, 0, softplus_bend),
  ROW (satlin, NULL, 0.01, 0, 1, 0, 0, straight_bend),
  ROW (gelu, NULL, 0.01, -0.1700, ANY, 1, 0, gelu_bend),
  ROW (swish, "silu", 0.01, -0.2785, ANY, 1, 0, swish_bend),
  ROW (softmax, NULL, 0.01, 0, 1, 0, 1, NULL),
  { NULL, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL },
};
