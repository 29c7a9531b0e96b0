/* Correlation and its weight gradient on sample-innermost data.

   A register tile holds NO output channels by PX neighbouring output rows of
   one vector of samples; every tap loads PX vectors and broadcasts NO
   weights.  NO and PX are constants of each instantiation, so the tile lives
   in registers; how many fit depends on the instruction set. */
#include "vector.h"

#include <string.h>

#if AE_ISA_LEVEL == 2 || defined __aarch64__
enum { BLOCK = 8, MAX_ROWS = 8 };
/* Rows of a tile and columns of taps for 1 .. BLOCK channels (32 registers). */
static const int rows_for[BLOCK + 1] = { 0, 8, 8, 7, 6, 5, 4, 3, 3 };
static const int tap_columns_for[BLOCK + 1] = { 0, 3, 3, 3, 2, 1, 1, 1, 1 };
#else
enum { BLOCK = 4, MAX_ROWS = 8 };
static const int rows_for[BLOCK + 1] = { 0, 8, 6, 4, 3 };
static const int tap_columns_for[BLOCK + 1] = { 0, 3, 2, 1, 1 };
#endif
enum { TAP_ROWS = 3 };

/* Input row or column of tap 0, and which taps fall inside 0 .. n-1. */
typedef struct { int first, lo, hi; } taps;

AE_INLINE taps
taps_at (int point, int step, int first, int ntaps, int n)
{
  taps t = { point * step + first, 0, ntaps };

  t.lo = t.first < 0 ? -t.first : 0;
  t.hi = n - t.first < ntaps ? n - t.first : ntaps;
  t.lo = t.lo > ntaps ? ntaps : t.lo;
  t.hi = t.hi < t.lo ? t.lo : t.hi;
  return t;
}

/* One tile: rows i .. i+PX-1, channels 0 .. NO-1, lanes s .. s+LANES-1. */
AE_INLINE void
tile (const int NO, const int PX, const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias,
      int relu, ae_real *y, taps ta, taps tb)
{
  vec acc[NO][PX];

  for (int o = 0; o < NO; o++)
    for (int p = 0; p < PX; p++)
      acc[o][p] = bias ? vector_all (bias[o]) : vector_load (y + o * g->yc + p * g->yi);
  for (int c = 0; c < g->cin; c++)
    for (int b = tb.lo; b < tb.hi; b++)
      {
        const ae_real *xp = x + c * g->xc + (tb.first + b) * g->xj + (ta.first + ta.lo) * g->xi;
        const ae_real *wp = w + ((ptrdiff_t) (c * g->kw + b) * g->kh + ta.lo) * BLOCK;

        for (int a = ta.lo; a < ta.hi; a++, xp += g->xi, wp += BLOCK)
          {
            vec xv[PX];

            for (int p = 0; p < PX; p++)
              xv[p] = vector_load (xp + p * g->step_i * g->xi);
            for (int o = 0; o < NO; o++)
              for (int p = 0; p < PX; p++)
                acc[o][p] += xv[p] * wp[o];
          }
      }
  for (int o = 0; o < NO; o++)
    for (int p = 0; p < PX; p++)
      {
        vec v = acc[o][p];

        *(vec *) (y + o * g->yc + p * g->yi) = relu ? vector_relu (v) : v;
      }
}

typedef void (*tile_function) (const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias, int relu,
                               ae_real *y, taps ta, taps tb);

#define TILE(NO, PX)                                                                                        \
  static void tile_##NO##_##PX (const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias,  \
                                int relu, ae_real *y, taps ta, taps tb)                                     \
  {                                                                                                         \
    tile (NO, PX, g, x, w, bias, relu, y, ta, tb);                                                          \
  }
#define TILE_NAME(NO, PX) [NO][PX] = tile_##NO##_##PX,
#define TILES3(T, NO) T (NO, 1) T (NO, 2) T (NO, 3)
#define TILES8(T, NO) TILES3 (T, NO) T (NO, 4) T (NO, 5) T (NO, 6) T (NO, 7) T (NO, 8)
#if AE_ISA_LEVEL == 2 || defined __aarch64__
#define ALL_TILES(T)                                                                                        \
  TILES8 (T, 1) TILES8 (T, 2) TILES8 (T, 3) TILES8 (T, 4) TILES8 (T, 5) TILES8 (T, 6) TILES3 (T, 7) TILES3 (T, 8)
#else
#define ALL_TILES(T) TILES8 (T, 1) TILES8 (T, 2) TILES8 (T, 3) TILES3 (T, 4)
#endif

ALL_TILES (TILE)
static const tile_function tiles[BLOCK + 1][MAX_ROWS + 1] = { ALL_TILES (TILE_NAME) };

/* Rows lo .. hi-1 of column taps tb, all with the row taps inside the input
   when whole, otherwise one row at a time with the taps cut. */
static void
rows (const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias, int relu, ae_real *y, int no,
      size_t S, taps tb, int lo, int hi, int whole)
{
  int most = whole ? rows_for[no] : 1;

  for (int i = lo; i < hi;)
    {
      int n = hi - i < most ? hi - i : most;
      taps ta = taps_at (i, g->step_i, g->first_i, g->kh, g->ih);

      for (size_t s = 0; s < S; s += LANES)
        tiles[no][n](g, x + s, w, bias, relu, y + i * g->yi + s, ta, tb);
      i += n;
    }
}

/* The range of rows whose row taps all lie inside the input. */
static void
whole_rows (const ae_grid *g, int *lo, int *hi)
{
  int i = 0, end = g->oh;

  while (i < end && i * g->step_i + g->first_i < 0)
    i++;
  while (end > i && (end - 1) * g->step_i + g->first_i + g->kh > g->ih)
    end--;
  *lo = i;
  *hi = end;
}

static void
correlate (const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias, int relu, ae_real *y, int j,
           int no, size_t S)
{
  taps tb = taps_at (j, g->step_j, g->first_j, g->kw, g->iw);
  int lo, hi;

  whole_rows (g, &lo, &hi);
  rows (g, x, w, bias, relu, y, no, S, tb, 0, lo, 0);
  rows (g, x, w, bias, relu, y, no, S, tb, lo, hi, 1);
  rows (g, x, w, bias, relu, y, no, S, tb, hi, g->oh, 0);
}

/* Adds to acc the products of NO channels of dy with x at KA by KB taps, over
   rows lo .. hi-1 and all S lanes.  x: at tap (0, 0) of row 0. */
AE_INLINE void
weights (const int NO, const int KA, const int KB, const ae_grid *g, const ae_real *x, const ae_real *dy,
         ae_real *acc, int lo, int hi, size_t S)
{
  vec sum[NO][KA][KB];
  vec *a0 = (vec *) acc;

  for (int b = 0; b < KB; b++)
    for (int a = 0; a < KA; a++)
      for (int o = 0; o < NO; o++)
        sum[o][a][b] = a0[(b * g->kh + a) * BLOCK + o];
  for (int i = lo; i < hi; i++)
    for (size_t s = 0; s < S; s += LANES)
      {
        const ae_real *xp = x + i * g->step_i * g->xi + s;
        const ae_real *dp = dy + i * g->yi + s;
        vec d[NO];

        for (int o = 0; o < NO; o++)
          d[o] = vector_load (dp + o * g->yc);
        for (int b = 0; b < KB; b++)
          for (int a = 0; a < KA; a++)
            {
              vec v = vector_load (xp + a * g->xi + b * g->xj);

              for (int o = 0; o < NO; o++)
                sum[o][a][b] += d[o] * v;
            }
      }
  for (int b = 0; b < KB; b++)
    for (int a = 0; a < KA; a++)
      for (int o = 0; o < NO; o++)
        a0[(b * g->kh + a) * BLOCK + o] = sum[o][a][b];
}

typedef void (*weights_function) (const ae_grid *g, const ae_real *x, const ae_real *dy, ae_real *acc, int lo,
                                  int hi, size_t S);
#define WEIGHTS(NO, KA, KB)                                                                                 \
  static void weights_##NO##_##KA##_##KB (const ae_grid *g, const ae_real *x, const ae_real *dy,            \
                                          ae_real *acc, int lo, int hi, size_t S)                           \
  {                                                                                                         \
    weights (NO, KA, KB, g, x, dy, acc, lo, hi, S);                                                         \
  }
#define WEIGHTS_NAME(NO, KA, KB) [NO][KA][KB] = weights_##NO##_##KA##_##KB,
#define WEIGHTS1(T, NO) T (NO, 1, 1) T (NO, 2, 1) T (NO, 3, 1)
#define WEIGHTS2(T, NO) WEIGHTS1 (T, NO) T (NO, 1, 2) T (NO, 2, 2) T (NO, 3, 2)
#define WEIGHTS3(T, NO) WEIGHTS2 (T, NO) T (NO, 1, 3) T (NO, 2, 3) T (NO, 3, 3)
#if AE_ISA_LEVEL == 2 || defined __aarch64__
#define ALL_WEIGHTS(T)                                                                                      \
  WEIGHTS3 (T, 1) WEIGHTS3 (T, 2) WEIGHTS3 (T, 3) WEIGHTS2 (T, 4) WEIGHTS1 (T, 5) WEIGHTS1 (T, 6)           \
  WEIGHTS1 (T, 7) WEIGHTS1 (T, 8)
#else
#define ALL_WEIGHTS(T) WEIGHTS3 (T, 1) WEIGHTS2 (T, 2) WEIGHTS1 (T, 3) WEIGHTS1 (T, 4)
#endif

ALL_WEIGHTS (WEIGHTS)
static const weights_function weights_table[BLOCK + 1][TAP_ROWS + 1][4] = { ALL_WEIGHTS (WEIGHTS_NAME) };

/* Taps a .. a+ka-1 by b .. b+kb-1 of input channel c.  Rows that see only some
   of the ka taps go tap by tap. */
static void
tap_block (const ae_grid *g, const ae_real *x, const ae_real *dy, ae_real *acc, int a, int ka, int kb, int no,
           size_t S)
{
  int lo[TAP_ROWS], hi[TAP_ROWS], all_lo = 0, all_hi = g->oh;

  for (int t = 0; t < ka; t++)
    {
      int first = g->first_i + a + t;

      lo[t] = 0;
      hi[t] = g->oh;
      while (lo[t] < g->oh && lo[t] * g->step_i + first < 0)
        lo[t]++;
      while (hi[t] > lo[t] && (hi[t] - 1) * g->step_i + first >= g->ih)
        hi[t]--;
      all_lo = lo[t] > all_lo ? lo[t] : all_lo;
      all_hi = hi[t] < all_hi ? hi[t] : all_hi;
    }
  all_hi = all_hi < all_lo ? all_lo : all_hi;
  weights_table[no][ka][kb](g, x, dy, acc, all_lo, all_hi, S);
  for (int t = 0; t < ka; t++)
    {
      const ae_real *xt = x + t * g->xi;
      ae_real *at = acc + (ptrdiff_t) t * BLOCK * LANES;
      int end = hi[t] < all_lo ? hi[t] : all_lo, start = lo[t] > all_hi ? lo[t] : all_hi;

      weights_table[no][1][kb](g, xt, dy, at, lo[t], end, S);
      weights_table[no][1][kb](g, xt, dy, at, start, hi[t], S);
    }
}

static void
correlate_weights (const ae_grid *g, const ae_real *x, const ae_real *dy, ae_real *acc, int j, int no, size_t S)
{
  taps tb = taps_at (j, g->step_j, g->first_j, g->kw, g->iw);
  int most = tap_columns_for[no];

  for (int c = 0; c < g->cin; c++)
    for (int b = tb.lo; b < tb.hi;)
      {
        int kb = tb.hi - b < most ? tb.hi - b : most;

        for (int a = 0; a < g->kh; a += TAP_ROWS)
          {
            int ka = g->kh - a < TAP_ROWS ? g->kh - a : TAP_ROWS;

            tap_block (g, x + c * g->xc + (tb.first + b) * g->xj + (g->first_i + a) * g->xi, dy,
                       acc + ((ptrdiff_t) (c * g->kw + b) * g->kh + a) * BLOCK * LANES, a, ka, kb, no, S);
          }
        b += kb;
      }
}

/* out[k] = sum of the LANES numbers of accumulator k. */
static void
fold (const ae_real *acc, size_t count, ae_real *out)
{
  for (size_t k = 0; k < count; k++)
    {
      ae_real t[LANES];

      memcpy (t, acc + k * LANES, sizeof t);
      for (int h = LANES / 2; h > 0; h /= 2)
        for (int l = 0; l < h; l++)
          t[l] += t[l + h];
      out[k] = t[0];
    }
}

const AE (correlate_kernels) AE_SIMD (correlate_kernels) = { BLOCK, LANES, correlate, correlate_weights, fold };
