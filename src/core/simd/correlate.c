/* Correlation and its weight gradient on sample-innermost data.

   A register tile holds NO output channels by PX neighbouring output rows of
   one vector of samples; every tap loads PX vectors and broadcasts NO
   weights.  NO and PX are constants of each instantiation, so the tile lives
   in registers; how many fit depends on the instruction set. */
#include "squares.h"

#include <string.h>

#if AE_REGISTERS == 32
enum { BLOCK = 8, MAX_ROWS = 8 };
/* Rows of a tile and columns of taps for 1 .. BLOCK channels (32 registers). */
static const int rows_for[BLOCK + 1] = { 0, 8, 8, 7, 6, 5, 4, 3, 3 };
static const int tap_columns_for[BLOCK + 1] = { 0, 3, 3, 3, 2, 1, 1, 1, 1 };
#else
enum { BLOCK = 4, MAX_ROWS = 8 };
static const int rows_for[BLOCK + 1] = { 0, 8, 6, 4, 3 };
static const int tap_columns_for[BLOCK + 1] = { 0, 3, 2, 1, 1 };
#endif
enum { TAP_ROWS = 3, TAP_COLUMNS = 3 };

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

/* One tile: PX rows, channels 0 .. NO-1, one vector of lanes.  first: input
   row of tap 0 of the first row; CUT: taps may lie outside the input and are 0
   there.  The arrays have fixed sizes and the loops over them are unrolled, so
   that the compiler keeps every element in a register. */
AE_INLINE void
tile (const int NO, const int PX, const int CUT, const ae_grid *g, const ae_real *x, const ae_real *w,
      const ae_real *bias, int relu, ae_real *y, int first, taps tb)
{
  const ptrdiff_t xi = g->xi, next = g->step_i * g->xi, yi = g->yi, yc = g->yc;
  const int cin = g->cin, kw = g->kw, kh = g->kh, ih = g->ih, step = g->step_i;
  vec acc[BLOCK][MAX_ROWS];

  AE_UNROLL for (int o = 0; o < NO; o++)
    AE_UNROLL for (int p = 0; p < PX; p++)
      acc[o][p] = bias ? vector_all (bias[o]) : vector_load (y + o * yc + p * yi);
  for (int c = 0; c < cin; c++)
    for (int b = tb.lo; b < tb.hi; b++)
      {
        const ae_real *xp = x + c * g->xc + (tb.first + b) * g->xj + first * xi;
        const ae_real *wp = w + (ptrdiff_t) (c * kw + b) * kh * BLOCK;

        for (int a = 0; a < kh; a++, xp += xi, wp += BLOCK)
          {
            vec xv[MAX_ROWS];

            AE_UNROLL for (int p = 0; p < PX; p++)
              if (! CUT || (unsigned) (first + a + p * step) < (unsigned) ih)
                xv[p] = vector_load (xp + p * next);
              else
                xv[p] = (vec){ 0 };
            AE_UNROLL for (int o = 0; o < NO; o++)
              {
                vec wv = vector_all (wp[o]);

                AE_UNROLL for (int p = 0; p < PX; p++)
                  acc[o][p] += xv[p] * wv;
              }
          }
      }
  AE_UNROLL for (int o = 0; o < NO; o++)
    AE_UNROLL for (int p = 0; p < PX; p++)
      {
        vec v = acc[o][p];

        *(vec *) (y + o * yc + p * yi) = relu ? vector_relu (v) : v;
      }
}

typedef void (*tile_function) (const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias, int relu,
                               ae_real *y, int first, taps tb);

#define ONE_TILE(NO, PX, CUT)                                                                               \
  static void tile_##NO##_##PX##_##CUT (const ae_grid *g, const ae_real *x, const ae_real *w,               \
                                        const ae_real *bias, int relu, ae_real *y, int first, taps tb)      \
  {                                                                                                         \
    tile (NO, PX, CUT, g, x, w, bias, relu, y, first, tb);                                                  \
  }
#define TILE(NO, PX) ONE_TILE (NO, PX, 0) ONE_TILE (NO, PX, 1)
#define TILE_NAME(NO, PX) [NO][PX] = { tile_##NO##_##PX##_0, tile_##NO##_##PX##_1 },
#define TILES3(T, NO) T (NO, 1) T (NO, 2) T (NO, 3)
#define TILES8(T, NO) TILES3 (T, NO) T (NO, 4) T (NO, 5) T (NO, 6) T (NO, 7) T (NO, 8)
#if AE_REGISTERS == 32
#define ALL_TILES(T)                                                                                        \
  TILES8 (T, 1) TILES8 (T, 2) TILES8 (T, 3) TILES8 (T, 4) TILES8 (T, 5) TILES8 (T, 6) TILES3 (T, 7) TILES3 (T, 8)
#else
#define ALL_TILES(T) TILES8 (T, 1) TILES8 (T, 2) TILES8 (T, 3) TILES3 (T, 4)
#endif

ALL_TILES (TILE)
static const tile_function tiles[BLOCK + 1][MAX_ROWS + 1][2] = { ALL_TILES (TILE_NAME) };

/* How many of the left rows the next tile takes: as many as fit, but no tiny
   rest, since a narrow tile cannot keep the arithmetic units busy. */
AE_INLINE int
tile_rows (int left, int most)
{
  return left <= most ? left : left < 2 * most ? (left + 1) / 2 : most;
}

static void
correlate (const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias, int relu, ae_real *y, int j,
           int no, size_t S)
{
  taps tb = taps_at (j, g->step_j, g->first_j, g->kw, g->iw);

  for (int i = 0, n; i < g->oh; i += n)
    {
      int first = i * g->step_i + g->first_i;
      int cut;

      n = tile_rows (g->oh - i, rows_for[no]);
      cut = first < 0 || first + (n - 1) * g->step_i + g->kh > g->ih;
      for (size_t s = 0; s < S; s += LANES)
        tiles[no][n][cut](g, x + s, w, bias, relu, y + i * g->yi + s, first, tb);
    }
}

/* Adds to sum the products of a row, all S lanes.  CUT: input row first + a is 0
   unless it lies in 0 .. ih-1; adding 0 changes no bit, and costs less than
   going around it.  Channels are loaded one by one, so that the points of the
   input stay in registers. */
AE_INLINE void
weights_row (const int NO, const int KA, const int KB, const int CUT, const ae_real *xp, const ae_real *dp,
             ptrdiff_t xi, ptrdiff_t xj, ptrdiff_t yc, int first, int ih, size_t S,
             vec sum[BLOCK][TAP_ROWS][TAP_COLUMNS])
{
  for (size_t s = 0; s < S; s += LANES)
    {
      vec v[TAP_ROWS][TAP_COLUMNS];

      AE_UNROLL for (int b = 0; b < KB; b++)
        AE_UNROLL for (int a = 0; a < KA; a++)
          if (! CUT || (unsigned) (first + a) < (unsigned) ih)
            v[a][b] = vector_load (xp + a * xi + b * xj + (ptrdiff_t) s);
          else
            v[a][b] = (vec){ 0 };
      AE_UNROLL for (int o = 0; o < NO; o++)
        {
          vec d = vector_load (dp + o * yc + s);

          AE_HOLD (d);
          AE_UNROLL for (int b = 0; b < KB; b++)
            AE_UNROLL for (int a = 0; a < KA; a++)
              sum[o][a][b] += d * v[a][b];
        }
    }
}

/* Adds to acc the products of NO channels of dy with x at KA by KB taps, over some
   columns.  x: at tap (0, 0) of output row 0, whose input row is `first`; rows
   lo .. hi-1 have all their taps inside the input. */
AE_INLINE void
weights_of (const int NO, const int KA, const int KB, const ae_grid *g, const ae_real *x, const ae_real *dy,
            ae_real *acc, int first, int lo, int hi, int columns, const size_t S)
{
  const ptrdiff_t xi = g->xi, xj = g->xj, next = g->step_i * g->xi, yi = g->yi, yc = g->yc;
  const ptrdiff_t next_column = g->step_j * g->xj, yj = g->yj;
  const int kh = g->kh, ih = g->ih, oh = g->oh, step = g->step_i;
  vec sum[BLOCK][TAP_ROWS][TAP_COLUMNS];
  vec *a0 = (vec *) acc;

  AE_UNROLL for (int b = 0; b < KB; b++)
    AE_UNROLL for (int a = 0; a < KA; a++)
      AE_UNROLL for (int o = 0; o < NO; o++)
        sum[o][a][b] = a0[(b * kh + a) * BLOCK + o];
  for (int j = 0; j < columns; j++, x += next_column, dy += yj)
    {
      for (int i = 0; i < lo; i++)
        weights_row (NO, KA, KB, 1, x + i * next, dy + i * yi, xi, xj, yc, first + i * step, ih, S, sum);
      for (int i = lo; i < hi; i++)
        weights_row (NO, KA, KB, 0, x + i * next, dy + i * yi, xi, xj, yc, 0, 0, S, sum);
      for (int i = hi; i < oh; i++)
        weights_row (NO, KA, KB, 1, x + i * next, dy + i * yi, xi, xj, yc, first + i * step, ih, S, sum);
    }
  AE_UNROLL for (int b = 0; b < KB; b++)
    AE_UNROLL for (int a = 0; a < KA; a++)
      AE_UNROLL for (int o = 0; o < NO; o++)
        a0[(b * kh + a) * BLOCK + o] = sum[o][a][b];
}

/* A shard of one vector needs no loop over lanes. */
AE_INLINE void
weights (const int NO, const int KA, const int KB, const ae_grid *g, const ae_real *x, const ae_real *dy,
         ae_real *acc, int first, int lo, int hi, int columns, size_t S)
{
  if (S == LANES)
    weights_of (NO, KA, KB, g, x, dy, acc, first, lo, hi, columns, LANES);
  else
    weights_of (NO, KA, KB, g, x, dy, acc, first, lo, hi, columns, S);
}

typedef void (*weights_function) (const ae_grid *g, const ae_real *x, const ae_real *dy, ae_real *acc, int first,
                                  int lo, int hi, int columns, size_t S);
#define WEIGHTS(NO, KA, KB)                                                                                 \
  static void weights_##NO##_##KA##_##KB (const ae_grid *g, const ae_real *x, const ae_real *dy,            \
                                          ae_real *acc, int first, int lo, int hi, int columns, size_t S)   \
  {                                                                                                         \
    weights (NO, KA, KB, g, x, dy, acc, first, lo, hi, columns, S);                                         \
  }
#define WEIGHTS_NAME(NO, KA, KB) [NO][KA][KB] = weights_##NO##_##KA##_##KB,
#define WEIGHTS1(T, NO) T (NO, 1, 1) T (NO, 2, 1) T (NO, 3, 1)
#define WEIGHTS2(T, NO) WEIGHTS1 (T, NO) T (NO, 1, 2) T (NO, 2, 2) T (NO, 3, 2)
#define WEIGHTS3(T, NO) WEIGHTS2 (T, NO) T (NO, 1, 3) T (NO, 2, 3) T (NO, 3, 3)
#if AE_REGISTERS == 32
#define ALL_WEIGHTS(T)                                                                                      \
  WEIGHTS3 (T, 1) WEIGHTS3 (T, 2) WEIGHTS3 (T, 3) WEIGHTS2 (T, 4) WEIGHTS1 (T, 5) WEIGHTS1 (T, 6)           \
  WEIGHTS1 (T, 7) WEIGHTS1 (T, 8)
#else
#define ALL_WEIGHTS(T) WEIGHTS3 (T, 1) WEIGHTS2 (T, 2) WEIGHTS1 (T, 3) WEIGHTS1 (T, 4)
#endif

ALL_WEIGHTS (WEIGHTS)
static const weights_function weights_table[BLOCK + 1][TAP_ROWS + 1][TAP_COLUMNS + 1] = { ALL_WEIGHTS (WEIGHTS_NAME) };

/* The output rows lo .. hi-1 whose ka taps from tap a on all lie inside. */
static void
whole_rows (const ae_grid *g, int a, int ka, int *lo, int *hi)
{
  int first = g->first_i + a, room = g->ih - ka - first;

  *lo = first < 0 ? (-first + g->step_i - 1) / g->step_i : 0;
  *hi = room < 0 ? 0 : room / g->step_i + 1;
  *lo = *lo > g->oh ? g->oh : *lo;
  *hi = *hi > g->oh ? g->oh : *hi;
  *hi = *hi < *lo ? *lo : *hi;
}

/* The end of the run of columns from j on that have the same of ntaps column taps
   inside as column j, which has t. */
static int
end_of_run (const ae_grid *g, int j, int jend, int first, int ntaps, taps t)
{
  for (j++; j < jend; j++)
    {
      taps at = taps_at (j, g->step_j, first, ntaps, g->iw);

      if (at.lo != t.lo || at.hi != t.hi)
        break;
    }
  return j;
}

/* Taps a .. a+ka-1 of every column tap inside, for every input channel: the sums of
   some column taps stay in registers for a run of columns. */
static void
tap_rows (const ae_grid *g, const ae_real *x, const ae_real *dy, ae_real *acc, int j, int jend, int a, int ka, int no,
          size_t S)
{
  int most = tap_columns_for[no], first = g->first_i + a, lo, hi;

  whole_rows (g, a, ka, &lo, &hi);
  for (int b = 0, kb; b < g->kw; b += kb)
    {
      kb = g->kw - b < most ? g->kw - b : most;
      for (int i = j, end; i < jend; i = end)
        {
          taps t = taps_at (i, g->step_j, g->first_j + b, kb, g->iw);

          end = end_of_run (g, i, jend, g->first_j + b, kb, t);
          for (int c = 0; t.lo < t.hi && c < g->cin; c++)
            weights_table[no][ka][t.hi - t.lo](g, x + c * g->xc + (t.first + t.lo) * g->xj + first * g->xi, dy + i * g->yj,
                                               acc + ((ptrdiff_t) (c * g->kw + b + t.lo) * g->kh + a) * BLOCK * LANES,
                                               first, lo, hi, end - i, S);
        }
    }
}

static void
correlate_weights (const ae_grid *g, const ae_real *x, const ae_real *dy, ae_real *acc, int j, int jend, int no,
                   size_t S)
{
  for (int a = 0; a < g->kh; a += TAP_ROWS)
    tap_rows (g, x, dy, acc, j, jend, a, g->kh - a < TAP_ROWS ? g->kh - a : TAP_ROWS, no, S);
}

/* out[k] = sum of the LANES numbers of accumulator k, in halves; of LANES
   accumulators at once, transposed. */
static void
fold (const ae_real *acc, size_t count, ae_real *out)
{
  size_t k = 0;

  for (; k + LANES <= count; k += LANES)
    {
      vec v[LANES];

      AE_UNROLL for (int i = 0; i < LANES; i++)
        v[i] = vector_load (acc + (k + (size_t) i) * LANES);
      transpose (v);
      AE_UNROLL for (int h = LANES / 2; h > 0; h /= 2)
        AE_UNROLL for (int l = 0; l < h; l++)
          v[l] += v[l + h];
      *(loose_vec *) (out + k) = v[0];
    }
  for (; k < count; k++)
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
