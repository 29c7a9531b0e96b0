/* Structural similarity of images whose samples lie innermost (../ssim.h). */
#include "vector.h"

/* What is averaged in a window: x, y, x^2, y^2, x y. */
enum { MAPS = 5 };

/* LANES images of one pair of planes; from pixel to pixel of x and y it is S
   numbers, from map to map of work `map`. */
AE_INLINE void
along_rows (const AE (windows) *g, const ae_real *x, const ae_real *y, size_t S, ae_real *to, size_t map)
{
  for (size_t i = 0; i + g->nh <= g->h; i++, to += LANES)
    {
      vec sum[MAPS] = { { 0 } };

      for (size_t k = 0; k < g->nh; k++)
        {
          vec a = vector_load (x + (i + k) * S), b = vector_load (y + (i + k) * S);
          vec wa = vector_all (g->along_h[k]) * a, wb = vector_all (g->along_h[k]) * b;

          sum[0] += wa, sum[1] += wb, sum[2] += wa * a, sum[3] += wb * b, sum[4] += wa * b;
        }
      AE_UNROLL for (int m = 0; m < MAPS; m++)
        *(vec *) (to + (size_t) m * map) = sum[m];
    }
}

/* The measure at one place, from the sums along rows of its columns; no number
   where a square has overflowed. */
AE_INLINE vec
at_place (const AE (windows) *g, const ae_real *from, size_t column, size_t map)
{
  const vec c1 = vector_all (g->c1), c2 = vector_all (g->c2);
  vec s[MAPS] = { { 0 } };

  for (size_t k = 0; k < g->nw; k++)
    AE_UNROLL for (int m = 0; m < MAPS; m++)
      s[m] += vector_all (g->along_w[k]) * vector_load (from + k * column + (size_t) m * map);

  vec xy = s[0] * s[1], squares = s[0] * s[0] + s[1] * s[1], spread = s[2] + s[3] - squares;

  return (2 * xy + c1) / (squares + c1) * ((2 * (s[4] - xy) + c2) / (spread + c2)) + 0 * (s[2] + s[3]);
}

void
AE_SIMD (similarity) (const AE (windows) *g, const ae_real *x, const ae_real *y, size_t S, ae_real *work, double *sum)
{
  size_t places = g->h - g->nh + 1, column = places * LANES, map = g->w * column;

  for (size_t s = 0; s < AE_LANES; s += LANES)
    {
      for (size_t j = 0; j < g->w; j++)
        along_rows (g, x + j * g->h * S + s, y + j * g->h * S + s, S, work + j * column, map);
      for (size_t j = 0; j + g->nw <= g->w; j++)
        for (size_t i = 0; i < places; i++)
          {
            vec here = at_place (g, work + j * column + i * LANES, column, map);

            for (int l = 0; l < LANES; l++)
              sum[s + (size_t) l] += (double) here[l];
          }
    }
}
