/* Activations, bias and sums over lanes.  Every activation's derivative is
   written in its output y, so that the input need not be kept. */
#include "vector.h"

#include <math.h>
#ifdef AE_DOUBLE
#define EXP exp
#define LOG1P log1p
#define EXPM1 expm1
#define TANH tanh
#else
#define EXP expf
#define LOG1P log1pf
#define EXPM1 expm1f
#define TANH tanhf
#endif

/* NaN stays NaN everywhere: comparisons are written so that it falls through. */

static void
linear_forward (ae_real *y, size_t n, ae_real alpha)
{
  (void) y, (void) n, (void) alpha;
}

static void
linear_backward (ae_real *dy, const ae_real *y, size_t n, ae_real alpha)
{
  (void) dy, (void) y, (void) n, (void) alpha;
}

static void
relu_forward (ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = 0 > y[i] ? 0 : y[i];
}

static void
relu_backward (ae_real *dy, const ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] = y[i] > 0 ? dy[i] : 0;
}

static void
leakyrelu_forward (ae_real *y, size_t n, ae_real alpha)
{
  for (size_t i = 0; i < n; i++)
    y[i] = 0 > y[i] ? alpha * y[i] : y[i];
}

static void
leakyrelu_backward (ae_real *dy, const ae_real *y, size_t n, ae_real alpha)
{
  for (size_t i = 0; i < n; i++)
    dy[i] = y[i] > 0 ? dy[i] : alpha * dy[i];
}

static void
elu_forward (ae_real *y, size_t n, ae_real alpha)
{
  for (size_t i = 0; i < n; i++)
    y[i] = 0 > y[i] ? alpha * EXPM1 (y[i]) : y[i];
}

static void
elu_backward (ae_real *dy, const ae_real *y, size_t n, ae_real alpha)
{
  for (size_t i = 0; i < n; i++)
    dy[i] = y[i] > 0 ? dy[i] : dy[i] * (y[i] + alpha);
}

static void
sigmoid_forward (ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = 1 / (1 + EXP (-y[i]));
}

static void
sigmoid_backward (ae_real *dy, const ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] *= y[i] * (1 - y[i]);
}

static void
tanh_forward (ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = TANH (y[i]);
}

static void
tanh_backward (ae_real *dy, const ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] *= 1 - y[i] * y[i];
}

/* log (1 + e^x) without overflow. */
static void
softplus_forward (ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    y[i] = y[i] > 0 ? y[i] + LOG1P (EXP (-y[i])) : LOG1P (EXP (y[i]));
}

/* The derivative is sigmoid (x) = 1 - e^-y. */
static void
softplus_backward (ae_real *dy, const ae_real *y, size_t n, ae_real alpha)
{
  (void) alpha;
  for (size_t i = 0; i < n; i++)
    dy[i] *= -EXPM1 (-y[i]);
}

const AE (activation) AE_SIMD (activations)[] = {
  { "linear", linear_forward, linear_backward },
  { "relu", relu_forward, relu_backward },
  { "leakyrelu", leakyrelu_forward, leakyrelu_backward },
  { "elu", elu_forward, elu_backward },
  { "sigmoid", sigmoid_forward, sigmoid_backward },
  { "tanh", tanh_forward, tanh_backward },
  { "softplus", softplus_forward, softplus_backward },
  { NULL, NULL, NULL },
};

void
AE_SIMD (add_bias) (ae_real *y, const ae_real *b, size_t nf, size_t S, int relu)
{
  for (size_t f = 0; f < nf; f++)
    {
      vec bias = vector_all (b[f]);

      for (size_t s = 0; s < S; s += LANES)
        {
          vec v = vector_load (y + f * S + s) + bias;

          *(vec *) (y + f * S + s) = relu ? vector_relu (v) : v;
        }
    }
}

void
AE_SIMD (sum_lanes) (const ae_real *dy, size_t nf, size_t S, ae_real *out)
{
  for (size_t f = 0; f < nf; f++)
    {
      vec t = { 0 };
      ae_real sum = 0;

      for (size_t s = 0; s < S; s += LANES)
        t += *(const vec *) (dy + f * S + s);
      for (int l = 0; l < LANES; l++)
        sum += t[l];
      out[f] += sum;
    }
}
