/* Bias and sums over lanes. */
#include "vector.h"

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
