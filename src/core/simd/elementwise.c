/* Bias, sums over lanes, sums of squares. */
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

void
AE_SIMD (squares) (const ae_real *y, const ae_real *t, const double *mean, size_t n, double *sse, double *sst)
{
  double e2 = 0, m2 = 0;

  _Pragma ("omp simd reduction(+ : e2, m2)") for (size_t i = 0; i < n; i++)
    {
      double e = (double) (ae_real) (y[i] - t[i]), m = (double) t[i] - mean[i];

      e2 += e * e;
      m2 += m * m;
    }
  *sse = e2;
  *sst = m2;
}
