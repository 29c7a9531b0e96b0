/* Products of every feature with every feature, summed over samples: the
   lower triangle of x x' for a block of centred columns.

   Columns are packed by panels of PANEL features: panel p holds
   [sample][PANEL].  A register tile is a panel's vectors by COLS features of
   another; the packed block serves both sides, as a vector and broadcast. */
#include "vector.h"

/* The columns of a tile come from one panel. */
enum { PANEL = 2 * LANES, COLS = AE_REGISTERS == 32 && PANEL >= 8 ? 8 : 4 };

/* out: panels of `count` samples each, minus centre; what lies past feature d
   is 0. */
static void
pack (const ae_real *x, size_t d, size_t count, const ae_real *centre, ae_real *out)
{
  for (size_t first = 0; first < d; first += PANEL)
    {
      size_t width = d - first < PANEL ? d - first : PANEL;
      const ae_real *from = x + first, *c = centre + first;

      for (size_t s = 0; s < count; s++, from += d, out += PANEL)
        if (width == PANEL)
          for (size_t i = 0; i < PANEL; i++)
            out[i] = from[i] - c[i];
        else
          for (size_t i = 0; i < PANEL; i++)
            out[i] = i < width ? from[i] - c[i] : 0;
    }
}

/* c[k * ld + i] += sum over samples of a[i] b[k], i over V vectors, k over COLS. */
AE_INLINE void
tile (const int V, const ae_real *a, const ae_real *b, size_t count, ae_real *c, size_t ld)
{
  vec acc[COLS][2];

  AE_UNROLL for (int k = 0; k < COLS; k++)
    AE_UNROLL for (int v = 0; v < V; v++)
      acc[k][v] = vector_load (c + (size_t) k * ld + v * LANES);
  for (size_t s = 0; s < count; s++, a += PANEL, b += PANEL)
    {
      vec x[2];

      AE_UNROLL for (int v = 0; v < V; v++)
        x[v] = vector_load (a + v * LANES);
      AE_UNROLL for (int k = 0; k < COLS; k++)
        {
          vec y = vector_all (b[k]);

          AE_UNROLL for (int v = 0; v < V; v++)
            acc[k][v] += x[v] * y;
        }
    }
  AE_UNROLL for (int k = 0; k < COLS; k++)
    AE_UNROLL for (int v = 0; v < V; v++)
      *(vec *) (c + (size_t) k * ld + v * LANES) = acc[k][v];
}

/* c (ld-by-..., aligned) += the products of features row0 .. row1-1 with
   col0 .. col1-1, all multiples of PANEL, where row >= column; what stands
   above the diagonal is of no use.  Features from d on are left out. */
static void
multiply (const ae_real *packed, size_t d, size_t count, size_t row0, size_t row1, size_t col0, size_t col1,
          ae_real *c, size_t ld)
{
  for (size_t row = row0; row < row1 && row < d; row += PANEL)
    {
      const ae_real *a = packed + row * count;
      size_t last = row + PANEL < col1 ? row + PANEL : col1;

      for (size_t col = col0; col < last && col < d; col += COLS)
        {
          const ae_real *b = packed + col / PANEL * PANEL * count + col % PANEL;
          ae_real *to = c + (col - col0) * ld + row - row0;
          int upper = col < row + LANES, lower = row + LANES < d;

          if (upper && lower)
            tile (2, a, b, count, to, ld);
          else if (upper)
            tile (1, a, b, count, to, ld);
          else if (lower)
            tile (1, a + LANES, b, count, to + LANES, ld);
        }
    }
}

const AE (gram_kernels) AE_SIMD (gram_kernels) = { PANEL, pack, multiply };
