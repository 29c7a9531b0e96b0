/* Matrix products, for where the BLAS cannot be used.

   A tile of C, two vectors of rows by as many columns as fit into registers,
   is summed over a stretch of the inner dimension: each step loads two vectors
   of A and broadcasts a number of B for each column.  (Goto and van de Geijn,
   "Anatomy of high-performance matrix multiplication", ACM TOMS 34, 2008.)
   B is read where it lies; A too, unless it is transposed or the tile sticks
   out at the bottom: then its rows are copied side by side. */
#include "vector.h"

#include <string.h>

enum {
  ROWS = 2 * LANES,
  COLUMNS = AE_REGISTERS == 32 ? 12 : 6,
  DEPTH = 1024 / (int) sizeof (ae_real), /* a stretch of the inner dimension */
  WIDTH = 512                            /* columns of B that stay in the cache meanwhile */
};

/* op (B): element (k, j) is at[k * down + j * across]. */
typedef struct {
  const ae_real *at;
  size_t down, across;
} operand;

/* Where a tile's sums go: c = alpha * sum + beta * c, beta 0 does not read c. */
typedef struct {
  ae_real *c;
  size_t ldc, rows;
  ae_real alpha, beta;
} target;

AE_INLINE ae_real
mixed (ae_real sum, const ae_real *c, const target *t)
{
  return t->beta == 0 ? t->alpha * sum : t->alpha * sum + t->beta * *c;
}

/* Adds two vectors of sums to one column of C; the last tile of a column may
   have fewer rows. */
AE_INLINE void
put_column (const target *t, ae_real *c, vec low, vec high)
{
  ae_real sums[ROWS];

  if (t->rows == ROWS)
    {
      low *= vector_all (t->alpha), high *= vector_all (t->alpha);
      if (t->beta != 0)
        {
          low += vector_all (t->beta) * vector_load_loose (c);
          high += vector_all (t->beta) * vector_load_loose (c + LANES);
        }
      *(loose_vec *) c = low;
      *(loose_vec *) (c + LANES) = high;
      return;
    }
  memcpy (sums, &low, sizeof low);
  memcpy (sums + LANES, &high, sizeof high);
  for (size_t r = 0; r < t->rows; r++)
    c[r] = mixed (sums[r], c + r, t);
}

/* One tile of NC columns; a: ROWS numbers for each k, lda apart. */
AE_INLINE void
tile (const int NC, const ae_real *a, size_t lda, operand b, size_t depth, const target *t)
{
  vec sum[COLUMNS][2];

  AE_UNROLL for (int j = 0; j < NC; j++)
    sum[j][0] = sum[j][1] = (vec){ 0 };
  for (size_t k = 0; k < depth; k++, a += lda, b.at += b.down)
    {
      vec low = vector_load_loose (a), high = vector_load_loose (a + LANES);

      AE_UNROLL for (int j = 0; j < NC; j++)
        {
          vec v = vector_all (b.at[(size_t) j * b.across]);

          sum[j][0] += low * v;
          sum[j][1] += high * v;
        }
    }
  AE_UNROLL for (int j = 0; j < NC; j++)
    put_column (t, t->c + (size_t) j * t->ldc, sum[j][0], sum[j][1]);
}

typedef void (*tile_function) (const ae_real *a, size_t lda, operand b, size_t depth, const target *t);

#define TILE(NC)                                                                                            \
  static void tile_##NC (const ae_real *a, size_t lda, operand b, size_t depth, const target *t)            \
  {                                                                                                         \
    tile (NC, a, lda, b, depth, t);                                                                         \
  }
#define TILE_NAME(NC) [NC] = tile_##NC,
#define TILES6(T) T (1) T (2) T (3) T (4) T (5) T (6)
#if AE_REGISTERS == 32
#define ALL_TILES(T) TILES6 (T) T (7) T (8) T (9) T (10) T (11) T (12)
#else
#define ALL_TILES(T) TILES6 (T)
#endif

ALL_TILES (TILE)
static const tile_function tiles[COLUMNS + 1] = { ALL_TILES (TILE_NAME) };

/* Copies `rows` rows of op (A), depth numbers each, side by side; the rest of
   the ROWS are 0. */
AE_INLINE void
copy_rows (ae_real *out, const ae_real *a, size_t down, size_t across, size_t rows, size_t depth)
{
  if (rows < ROWS)
    memset (out, 0, depth * ROWS * sizeof *out);
  for (size_t r = 0; r < rows; r++)
    for (size_t k = 0; k < depth; k++)
      out[k * ROWS + r] = a[r * down + k * across];
}

/* All columns of B by ROWS or fewer rows of A. */
AE_INLINE void
row_of_tiles (const ae_real *a, size_t lda, operand b, size_t n, size_t depth, target t)
{
  for (size_t j = 0; j < n; j += COLUMNS)
    {
      size_t nc = n - j < COLUMNS ? n - j : COLUMNS;

      tiles[nc](a, lda, b, depth, &t);
      b.at += COLUMNS * b.across;
      t.c += COLUMNS * t.ldc;
    }
}

/* C (m-by-n) from one stretch of the inner dimension. */
static void
stretch (int transposed, size_t m, const ae_real *a, size_t lda, operand b, size_t n, size_t depth, target t)
{
  ae_real copy[ROWS * DEPTH] __attribute__ ((aligned (AE_ALIGN)));
  size_t down = transposed ? lda : 1, across = transposed ? 1 : lda;

  for (size_t i = 0; i < m; i += ROWS, a += ROWS * down, t.c += ROWS)
    {
      t.rows = m - i < ROWS ? m - i : ROWS;
      if (! transposed && t.rows == ROWS)
        {
          row_of_tiles (a, lda, b, n, depth, t);
          continue;
        }
      copy_rows (copy, a, down, across, t.rows, depth);
      row_of_tiles (copy, ROWS, b, n, depth, t);
    }
}

void
AE_SIMD (product) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
                   const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc)
{
  operand all = { b, tb == 'T' ? ldb : 1, tb == 'T' ? 1 : ldb };
  size_t next = ta == 'T' ? 1 : lda; /* from one k to the next in A */

  for (size_t j = 0; j < n; j += WIDTH)
    for (size_t k0 = 0; k0 == 0 || k0 < k; k0 += DEPTH)
      {
        operand some = { all.at + j * all.across + k0 * all.down, all.down, all.across };
        target t = { c + j * ldc, ldc, 0, alpha, k0 == 0 ? beta : 1 };

        stretch (ta == 'T', m, a + k0 * next, lda, some, n - j < WIDTH ? n - j : WIDTH,
                 k - k0 < DEPTH ? k - k0 : DEPTH, t);
      }
}
