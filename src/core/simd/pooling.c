/* Max pooling of one window and its way back, for the pooling that is fused
   into a convolution.  The winner's number in the window is kept as a byte. */
#include "vector.h"

typedef unsigned char bytes __attribute__ ((vector_size (LANES), aligned (1), may_alias));

/* y = maximum over ni rows (xi apart) and nj columns (xj apart) of x, S lanes;
   memo = row + rows_in_window * column of the first maximum; a NaN beats every
   number, as in layers/maxpool2d.c. */
void
AE_SIMD (pool) (const ae_real *x, ptrdiff_t xi, ptrdiff_t xj, int ni, int nj, int rows_in_window, size_t S,
                ae_real *y, unsigned char *memo)
{
  for (size_t s = 0; s < S; s += LANES)
    {
      vec best = vector_load (x + s);
      ivec winner = { 0 };

      for (int j = 0; j < nj; j++)
        for (int i = 0; i < ni; i++)
          {
            vec v = vector_load (x + j * xj + i * xi + (ptrdiff_t) s);
            ivec larger = (ivec) ((v > best) | (v != v));
            ivec at = (ivec){ 0 } + (i + rows_in_window * j);

            winner = (winner & ~larger) | (at & larger);
            best = (vec) (((ivec) best & ~larger) | ((ivec) v & larger));
          }
      *(vec *) (y + s) = best;
      *(bytes *) (memo + s) = __builtin_convertvector (winner, bytes);
    }
}

/* dx of that window: dy where the point won, 0 elsewhere. */
void
AE_SIMD (unpool) (const ae_real *dy, const unsigned char *memo, int ni, int nj, int rows_in_window, size_t S,
                  ae_real *dx, ptrdiff_t xi, ptrdiff_t xj)
{
  for (size_t s = 0; s < S; s += LANES)
    {
      ivec winner = __builtin_convertvector (*(const bytes *) (memo + s), ivec), d = (ivec) vector_load (dy + s);

      for (int j = 0; j < nj; j++)
        for (int i = 0; i < ni; i++)
          *(vec *) (dx + j * xj + i * xi + (ptrdiff_t) s) = (vec) (d & (winner == i + rows_in_window * j));
    }
}
