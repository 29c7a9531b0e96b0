/* Optimizer steps over n parameters, in place.  f->c1 .. c3 depend on the step
   number and come from AE (factors_at) in optimizer.c.

   sgd, momentum, nesterov: Sutskever et al., ICML 2013, in Keras' form.
   rmsprop: Tieleman and Hinton 2012, epsilon outside the root as in Keras.
   adam: Kingma and Ba, ICLR 2015, algorithm 1.  adamw: Loshchilov and Hutter,
   ICLR 2019.  nadam: Dozat, ICLR workshop 2016.  adagrad: Duchi et al.,
   JMLR 2011. */
#include "vector.h"

#include <math.h>
#ifdef AE_DOUBLE
#define SQRT sqrt
#else
#define SQRT sqrtf
#endif

#define STEP(NAME)                                                                                          \
  static void NAME (ae_real *restrict p, const ae_real *restrict g, ae_real *restrict s1,                   \
                    ae_real *restrict s2, size_t n, const AE (step_factors) *f)

STEP (sgd)
{
  const ae_real rate = f->rate;

  (void) s1, (void) s2;
  for (size_t i = 0; i < n; i++)
    p[i] -= rate * g[i];
}

STEP (momentum)
{
  const ae_real rate = f->rate, m = f->momentum;

  (void) s2;
  for (size_t i = 0; i < n; i++)
    {
      s1[i] = m * s1[i] - rate * g[i];
      p[i] += s1[i];
    }
}

STEP (nesterov)
{
  const ae_real rate = f->rate, m = f->momentum;

  (void) s2;
  for (size_t i = 0; i < n; i++)
    {
      s1[i] = m * s1[i] - rate * g[i];
      p[i] += m * s1[i] - rate * g[i];
    }
}

STEP (rmsprop)
{
  const ae_real rate = f->rate, rho = f->decay, eps = f->epsilon;

  (void) s2;
  for (size_t i = 0; i < n; i++)
    {
      s1[i] = rho * s1[i] + (1 - rho) * g[i] * g[i];
      p[i] -= rate * g[i] / (SQRT (s1[i]) + eps);
    }
}

STEP (adam)
{
  const ae_real rate = f->rate, b1 = f->beta1, b2 = f->beta2, eps = f->epsilon, c1 = f->c1, c2 = f->c2;

  for (size_t i = 0; i < n; i++)
    {
      s1[i] = b1 * s1[i] + (1 - b1) * g[i];
      s2[i] = b2 * s2[i] + (1 - b2) * g[i] * g[i];
      p[i] -= rate * (s1[i] * c1) / (SQRT (s2[i] * c2) + eps);
    }
}

STEP (adamw)
{
  const ae_real shrink = f->rate * f->decay;

  for (size_t i = 0; i < n; i++)
    p[i] -= shrink * p[i];
  adam (p, g, s1, s2, n, f);
}

/* c1 weighs the momentum, c3 the gradient, c2 corrects the second moment. */
STEP (nadam)
{
  const ae_real rate = f->rate, b1 = f->beta1, b2 = f->beta2, eps = f->epsilon;
  const ae_real c1 = f->c1, c2 = f->c2, c3 = f->c3;

  for (size_t i = 0; i < n; i++)
    {
      s1[i] = b1 * s1[i] + (1 - b1) * g[i];
      s2[i] = b2 * s2[i] + (1 - b2) * g[i] * g[i];
      p[i] -= rate * (c3 * g[i] + c1 * s1[i]) / (SQRT (s2[i] * c2) + eps);
    }
}

STEP (adagrad)
{
  const ae_real rate = f->rate, eps = f->epsilon;

  (void) s2;
  for (size_t i = 0; i < n; i++)
    {
      s1[i] += g[i] * g[i];
      p[i] -= rate * g[i] / (SQRT (s1[i]) + eps);
    }
}

const AE (step_row) AE_SIMD (steps)[] = {
  { "sgd", 0, 0.9, 0, sgd },
  { "momentum", 1, 0.9, 0, momentum },
  { "nesterov", 1, 0.9, 0, nesterov },
  { "rmsprop", 1, 0.9, 0, rmsprop }, /* Keras' decay */
  { "adam", 2, 0.9, 0, adam },
  { "adamw", 2, 0.01, 0, adamw },    /* PyTorch's */
  { "nadam", 2, 0.9, 1, nadam },
  { "adagrad", 1, 0.9, 0, adagrad },
  { NULL, 0, 0, 0, NULL },
};
