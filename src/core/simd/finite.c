/* A number times 0 is 0, unless it is NaN or infinite. */
#include "vector.h"

#include <string.h>

enum { SUMS = 4 };

int
AE_SIMD (finite) (const ae_real *x, size_t n)
{
  typedef ae_real loose __attribute__ ((vector_size (16 << AE_ISA_LEVEL), aligned (sizeof (ae_real)), may_alias));
  vec sum[SUMS] = { { 0 } }, all;
  ae_real t[LANES], rest = 0;
  size_t i = 0;

  for (; i + SUMS * LANES <= n; i += SUMS * LANES)
    for (int k = 0; k < SUMS; k++)
      sum[k] += *(const loose *) (x + i + k * LANES) * 0;
  for (; i < n; i++)
    rest += x[i] * 0;
  all = sum[0] + sum[1] + sum[2] + sum[3];
  memcpy (t, &all, sizeof t);
  for (int l = 0; l < LANES; l++)
    rest += t[l];
  return rest == 0;
}
