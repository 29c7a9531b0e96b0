/* Matrix products: with shards, whose matrices the BLAS would copy again and
   again, and wherever the BLAS cannot be used.

   A tile of C, one or two vectors of rows by as many columns as fit into
   registers, is summed over a stretch of the inner dimension: each step loads
   the vectors of A and broadcasts a number of B for each column.  (Goto and van
   de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34,
   2008.)  B is read where it lies; A too, unless it is transposed or the tile
   sticks out at the bottom: then some of its rows are copied side by side. */
#include "squares.h"

#include <string.h>

enum {
  ROWS = 2 * LANES,
  COLUMNS = AE_REGISTERS == 32 ? 12 : 6,
  DEPTH = 1024 / (int) sizeof (ae_real), /* a stretch of the inner dimension */
  HEIGHT = 64                            /* rows of A that stay in the cache meanwhile; a multiple of ROWS */
};

/* op (A) and op (B) of a stretch, in up to AE_PIECES pieces of the inner
   dimension that lie apart.  Element (r, k) of piece g of op (A) is
   a[g][r * a_down + k * a_across], (k, j) of op (B) b[g][k * b_down + j * b_across]. */
typedef struct {
  size_t pieces, depth;
  const ae_real *a[AE_PIECES], *b[AE_PIECES];
  size_t a_down, a_across, b_down, b_across;
} operands;

/* Where the sums go: c = alpha * sum + beta * c, beta 0 does not read c. */
typedef struct {
  ae_real *c;
  size_t ldc, rows;
  ae_real alpha, beta;
} target;

/* Adds a column of sums to one of C, of which so many rows are left. */
AE_INLINE void
put_column (const int vectors, const target *t, ae_real *c, size_t rows, const vec *sum)
{
  ae_real sums[ROWS];

  if (rows >= (size_t) (vectors * LANES))
    {
      AE_UNROLL for (int i = 0; i < vectors; i++)
        {
          vec v = sum[i] * vector_all (t->alpha);

          if (t->beta != 0)
            v += vector_all (t->beta) * vector_load_loose (c + i * LANES);
          *(loose_vec *) (c + i * LANES) = v;
        }
      return;
    }
  memcpy (sums, sum, (size_t) vectors * sizeof *sum);
  for (size_t r = 0; r < rows; r++)
    c[r] = t->beta == 0 ? t->alpha * sums[r] : t->alpha * sums[r] + t->beta * c[r];
}

/* The tile at row r and column j of C, NC columns wide; rows of A lie side by
   side.  The columns of B that the next tile wants are called into the cache. */
AE_INLINE void
tile (const int vectors, const int NC, const operands *o, size_t r, size_t j, const target *t)
{
  vec sum[COLUMNS][2];
  ae_real *to = t->c + r + j * t->ldc;
  const size_t down = o->b_down, across = o->b_across, next = o->a_across;

  AE_UNROLL for (int c = 0; c < NC; c++)
    AE_UNROLL for (int i = 0; i < vectors; i++)
      {
        __builtin_prefetch (to + (size_t) c * t->ldc + i * LANES, 1);
        sum[c][i] = (vec){ 0 };
      }
  for (size_t g = 0; g < o->pieces; g++)
    {
      const ae_real *a = o->a[g] + r, *b = o->b[g] + j * across;

      for (size_t k = 0; k < o->depth; k++, a += next, b += down)
        {
          vec row[2];

          AE_UNROLL for (int i = 0; i < vectors; i++)
            row[i] = vector_load_loose (a + i * LANES);
          __builtin_prefetch (b + (size_t) NC * across);
          AE_UNROLL for (int c = 0; c < NC; c++)
            {
              vec v = vector_all (b[(size_t) c * across]);

              AE_UNROLL for (int i = 0; i < vectors; i++)
                sum[c][i] += row[i] * v;
            }
        }
    }
  AE_UNROLL for (int c = 0; c < NC; c++)
    put_column (vectors, t, to + (size_t) c * t->ldc, t->rows - r, sum[c]);
}

typedef void (*tile_function) (const operands *o, size_t r, size_t j, const target *t);

#define TILE(NC)                                                                                            \
  static void low_##NC (const operands *o, size_t r, size_t j, const target *t)                             \
  {                                                                                                         \
    tile (1, NC, o, r, j, t);                                                                               \
  }                                                                                                         \
  static void high_##NC (const operands *o, size_t r, size_t j, const target *t)                            \
  {                                                                                                         \
    tile (2, NC, o, r, j, t);                                                                               \
  }
#define LOW(NC) [NC] = low_##NC,
#define HIGH(NC) [NC] = high_##NC,
#define TILES6(T) T (1) T (2) T (3) T (4) T (5) T (6)
#if AE_REGISTERS == 32
#define ALL_TILES(T) TILES6 (T) T (7) T (8) T (9) T (10) T (11) T (12)
#else
#define ALL_TILES(T) TILES6 (T)
#endif

ALL_TILES (TILE)
/* By vectors of rows, less 1, and columns. */
static const tile_function tiles[2][COLUMNS + 1] = { { ALL_TILES (LOW) }, { ALL_TILES (HIGH) } };

/* C from HEIGHT or fewer rows of A, all columns of B. */
static void
row_of_tiles (const operands *o, size_t n, const target *t)
{
  for (size_t j = 0; j < n; j += COLUMNS)
    for (size_t r = 0; r < t->rows; r += ROWS)
      tiles[t->rows - r > LANES][n - j < COLUMNS ? n - j : COLUMNS](o, r, j, t);
}

/* Copies rows of a piece of op (A) side by side, HEIGHT apart; what is missing
   to whole vectors becomes 0. */
static void
copy_piece (const operands *o, size_t g, size_t rows, ae_real *out)
{
  const ae_real *a = o->a[g];
  size_t r = 0, k;

  for (; o->a_across == 1 && r + LANES <= rows; r += LANES)
    {
      for (k = 0; k + LANES <= o->depth; k += LANES)
        {
          vec v[LANES];

          AE_UNROLL for (int i = 0; i < LANES; i++)
            v[i] = vector_load_loose (a + (r + (size_t) i) * o->a_down + k);
          transpose (v);
          AE_UNROLL for (int i = 0; i < LANES; i++)
            *(loose_vec *) (out + (k + (size_t) i) * HEIGHT + r) = v[i];
        }
      for (; k < o->depth; k++)
        for (size_t i = r; i < r + LANES; i++)
          out[k * HEIGHT + i] = a[i * o->a_down + k];
    }
  for (k = 0; k < o->depth; k++)
    for (size_t i = r; i < (rows + LANES - 1) / LANES * LANES; i++)
      out[k * HEIGHT + i] = i < rows ? a[i * o->a_down + k * o->a_across] : 0;
}

/* C (m-by-n) from one stretch of the inner dimension. */
static void
stretch (size_t m, size_t n, const operands *all, target t)
{
  ae_real copy[HEIGHT * DEPTH] __attribute__ ((aligned (AE_ALIGN)));
  operands o = *all;

  for (size_t i = 0; i < m; i += HEIGHT, t.c += HEIGHT)
    {
      t.rows = m - i < HEIGHT ? m - i : HEIGHT;
      for (size_t g = 0; g < all->pieces; g++)
        o.a[g] = all->a[g] + i * all->a_down;
      o.a_down = all->a_down, o.a_across = all->a_across;
      if (o.a_down != 1 || t.rows % LANES != 0)
        {
          for (size_t g = 0; g < o.pieces; g++)
            {
              copy_piece (&o, g, t.rows, copy + g * o.depth * HEIGHT);
              o.a[g] = copy + g * o.depth * HEIGHT;
            }
          o.a_down = 1, o.a_across = HEIGHT;
        }
      row_of_tiles (&o, n, &t);
    }
}

void
AE_SIMD (product) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
                   const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc)
{
  for (size_t k0 = 0; k0 == 0 || k0 < k; k0 += DEPTH)
    {
      operands o = { 1, k - k0 < DEPTH ? k - k0 : DEPTH, { a }, { b }, ta == 'T' ? lda : 1, ta == 'T' ? 1 : lda,
                     tb == 'T' ? ldb : 1, tb == 'T' ? 1 : ldb };

      o.a[0] += k0 * o.a_across;
      o.b[0] += k0 * o.b_down;
      stretch (m, n, &o, (target){ c, ldc, 0, alpha, k0 == 0 ? beta : 1 });
    }
}

void
AE_SIMD (product_of_shards) (size_t m, size_t n, size_t S, size_t count, const ae_real *const *a,
                             const ae_real *const *b, ae_real beta, ae_real *c, size_t ldc)
{
  for (size_t s0 = 0; s0 < S; s0 += DEPTH / AE_PIECES)
    {
      operands o = { count, S - s0 < DEPTH / AE_PIECES ? S - s0 : DEPTH / AE_PIECES, { NULL }, { NULL }, S, 1, 1, S };

      for (size_t g = 0; g < count; g++)
        o.a[g] = a[g] + s0, o.b[g] = b[g] + s0;
      stretch (m, n, &o, (target){ c, ldc, 0, 1, s0 == 0 ? beta : 1 });
    }
}
