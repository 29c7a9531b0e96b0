/* Samples into the lanes of a shard and out of them: transposing. */
#include "squares.h"

/* A square of numbers: from[i][k] to to[k * apart + i]. */
AE_INLINE void
square_in (const ae_real *const *from, size_t f, ae_real *to, size_t apart)
{
  vec v[LANES];

  AE_UNROLL for (int i = 0; i < LANES; i++)
    v[i] = vector_load_loose (from[i] + f);
  transpose (v);
  AE_UNROLL for (int i = 0; i < LANES; i++)
    *(loose_vec *) (to + (size_t) i * apart) = v[i];
}

/* And back: from[k * apart + i] to to[i][k]. */
AE_INLINE void
square_out (const ae_real *from, size_t apart, ae_real *const *to, size_t f)
{
  vec v[LANES];

  AE_UNROLL for (int i = 0; i < LANES; i++)
    v[i] = vector_load_loose (from + (size_t) i * apart);
  transpose (v);
  AE_UNROLL for (int i = 0; i < LANES; i++)
    *(loose_vec *) (to[i] + f) = v[i];
}

void
AE_SIMD (lanes_in) (const ae_real *const rows[AE_LANES], size_t d, size_t S, ae_real *x)
{
  size_t f = 0;

  for (; f + LANES <= d; f += LANES)
    for (int s = 0; s < AE_LANES; s += LANES)
      square_in (rows + s, f, x + f * S + s, S);
  for (; f < d; f++)
    for (int s = 0; s < AE_LANES; s++)
      x[f * S + s] = rows[s][f];
}

void
AE_SIMD (lanes_out) (const ae_real *x, size_t d, size_t S, ae_real *const rows[AE_LANES])
{
  size_t f = 0;

  for (; f + LANES <= d; f += LANES)
    for (int s = 0; s < AE_LANES; s += LANES)
      square_out (x + f * S + s, S, rows + s, f);
  for (; f < d; f++)
    for (int s = 0; s < AE_LANES; s++)
      rows[s][f] = x[f * S + s];
}
