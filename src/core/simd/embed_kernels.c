/* Vector kernels of the embedding: interactions of points, scans of distances.
   Compiled once for each precision and instruction set. */
#include "../embed.h"
#include "vector.h"

#include <string.h>

/* Lane l takes lane l + 8 (4, 2, 1) of v, where there is one. */
#if AE_ISA_LEVEL == 2 && ! defined AE_DOUBLE
#define FROM_8(v) AE_SHUFFLE (v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7)
#define FROM_4(v) AE_SHUFFLE (v, v, 4, 5, 6, 7, 0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15)
#define FROM_2(v) AE_SHUFFLE (v, v, 2, 3, 0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
#define FROM_1(v) AE_SHUFFLE (v, v, 1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
#elif AE_ISA_LEVEL == 2 || (AE_ISA_LEVEL == 1 && ! defined AE_DOUBLE)
#define FROM_4(v) AE_SHUFFLE (v, v, 4, 5, 6, 7, 0, 1, 2, 3)
#define FROM_2(v) AE_SHUFFLE (v, v, 2, 3, 0, 1, 4, 5, 6, 7)
#define FROM_1(v) AE_SHUFFLE (v, v, 1, 0, 2, 3, 4, 5, 6, 7)
#elif AE_ISA_LEVEL == 1 || ! defined AE_DOUBLE
#define FROM_2(v) AE_SHUFFLE (v, v, 2, 3, 0, 1)
#define FROM_1(v) AE_SHUFFLE (v, v, 1, 0, 2, 3)
#else
#define FROM_1(v) AE_SHUFFLE (v, v, 1, 0)
#endif

/* The sum of a vector: its upper half is added to its lower one, again and again. */
AE_INLINE ae_real
total (vec v)
{
#ifdef FROM_8
  v += FROM_8 (v);
#endif
#ifdef FROM_4
  v += FROM_4 (v);
#endif
#ifdef FROM_2
  v += FROM_2 (v);
#endif
  v += FROM_1 (v);
  return v[0];
}

/* Whether any lane of m is not 0. */
AE_INLINE int
any (ivec m)
{
#ifdef FROM_8
  m |= FROM_8 (m);
#endif
#ifdef FROM_4
  m |= FROM_4 (m);
#endif
#ifdef FROM_2
  m |= FROM_2 (m);
#endif
  m |= FROM_1 (m);
  return m[0] != 0;
}

/* Two points at a time share the loads of the sources. */
AE_INLINE void
repel (int dims, const AE (sources) *s, ae_real *const place[3], ae_real *const force[3], size_t first, size_t last,
       double *z)
{
  double sum = 0;
  const vec one = vector_all (1);

  for (size_t p = first; p < last; p += 2)
    {
      size_t q = p + 1 < last ? p + 1 : p;
      vec y[2][3], f[2][3], n[2];

      for (int a = 0; a < dims; a++)
        {
          y[0][a] = vector_all (place[a][p]);
          y[1][a] = vector_all (place[a][q]);
          f[0][a] = f[1][a] = vector_all (0);
        }
      n[0] = n[1] = vector_all (0);
      for (size_t k = 0; k < s->count; k += LANES)
        {
          vec w = vector_load_loose (s->weight + k);
          for (int b = 0; b < 2; b++)
            {
              vec d[3], r = one, wq;
              for (int a = 0; a < dims; a++)
                {
                  d[a] = y[b][a] - vector_load_loose (s->place[a] + k);
                  r += d[a] * d[a];
                }
              r = one / r;
              wq = w * r;
              n[b] += wq;
              wq *= r;
              for (int a = 0; a < dims; a++)
                f[b][a] += wq * d[a];
            }
        }
      for (int a = 0; a < dims; a++)
        {
          force[a][p] = total (f[0][a]);
          force[a][q] = total (f[1][a]);
        }
      sum += total (n[0]) + (q > p ? total (n[1]) : 0);
    }
  *z += sum;
}

static void
repel2 (const AE (sources) *s, ae_real *const place[3], ae_real *const force[3], size_t first, size_t last, double *z)
{
  repel (2, s, place, force, first, last, z);
}

static void
repel3 (const AE (sources) *s, ae_real *const place[3], ae_real *const force[3], size_t first, size_t last, double *z)
{
  repel (3, s, place, force, first, last, z);
}

/* The places of LANES points by number, coordinates apart. */
AE_INLINE void
gather_numbers (int dims, const ae_real *y, const int32_t *c, vec *out)
{
  ae_real t[3][LANES];

  for (int l = 0; l < LANES; l++)
    for (int a = 0; a < dims; a++)
      t[a][l] = y[(size_t) dims * (size_t) c[l] + (size_t) a];
  for (int a = 0; a < dims; a++)
    out[a] = vector_load_loose (t[a]);
}

#ifdef AE_DOUBLE
AE_INLINE void
gather2 (const ae_real *y, const int32_t *c, vec *out)
{
  gather_numbers (2, y, c, out);
}
#else
/* A point of two floats is loaded as one double; the order of the loads makes
   the shuffles stay within 16 bytes. */
typedef double pairs __attribute__ ((vector_size (VECTOR_BYTES), may_alias));
typedef double pair __attribute__ ((aligned (4), may_alias));
#if AE_ISA_LEVEL == 2
#define HALF(p, c, o) (pairs){ p[c[0 + o]], p[c[1 + o]], p[c[4 + o]], p[c[5 + o]], \
                               p[c[8 + o]], p[c[9 + o]], p[c[12 + o]], p[c[13 + o]] }
#define EVEN(a, b) AE_SHUFFLE (a, b, 0, 2, 16, 18, 4, 6, 20, 22, 8, 10, 24, 26, 12, 14, 28, 30)
#define ODD(a, b) AE_SHUFFLE (a, b, 1, 3, 17, 19, 5, 7, 21, 23, 9, 11, 25, 27, 13, 15, 29, 31)
#elif AE_ISA_LEVEL == 1
#define HALF(p, c, o) (pairs){ p[c[0 + o]], p[c[1 + o]], p[c[4 + o]], p[c[5 + o]] }
#define EVEN(a, b) AE_SHUFFLE (a, b, 0, 2, 8, 10, 4, 6, 12, 14)
#define ODD(a, b) AE_SHUFFLE (a, b, 1, 3, 9, 11, 5, 7, 13, 15)
#else
#define HALF(p, c, o) (pairs){ p[c[0 + o]], p[c[1 + o]] }
#define EVEN(a, b) AE_SHUFFLE (a, b, 0, 2, 4, 6)
#define ODD(a, b) AE_SHUFFLE (a, b, 1, 3, 5, 7)
#endif

AE_INLINE void
gather2 (const ae_real *y, const int32_t *c, vec *out)
{
  const pair *p = (const pair *) y;
  vec a = (vec) HALF (p, c, 0), b = (vec) HALF (p, c, 2);

  out[0] = EVEN (a, b);
  out[1] = ODD (a, b);
}
#endif

AE_INLINE void
gather (int dims, const ae_real *y, const int32_t *c, vec *out)
{
  if (dims == 2)
    gather2 (y, c, out);
  else
    gather_numbers (3, y, c, out);
}

AE_INLINE void
attract_block (int dims, const ae_real *y, const vec *yi, const int32_t *column, vec value, vec *f)
{
  vec d[3] = { { 0 } }, r = vector_all (1);

  gather (dims, y, column, d);
  for (int a = 0; a < dims; a++)
    {
      d[a] = yi[a] - d[a];
      r += d[a] * d[a];
    }
  r = value / r;
  for (int a = 0; a < dims; a++)
    f[a] += r * d[a];
}

/* The last entries of a row, k .. end-1, fewer than a vector: those of the next
   rows that come along count nothing; where no more follow, the point itself
   stands in. */
AE_INLINE void
attract_rest (int dims, const ae_real *y, const vec *yi, const AE (affinity) *p, size_t i, size_t k, size_t end, vec *f)
{
  static const lane all_then_none[2 * LANES] = { [0 ... LANES - 1] = -1 };

  if (k + LANES <= (size_t) p->start[p->n])
    {
      ivec keep = (ivec) vector_load_loose ((const ae_real *) (all_then_none + LANES - (end - k)));
      attract_block (dims, y, yi, p->column + k, (vec) ((ivec) vector_load_loose (p->value + k) & keep), f);
      return;
    }
  int32_t c[LANES];
  ae_real v[LANES] = { 0 };
  for (size_t l = 0; l < LANES; l++)
    c[l] = (int32_t) i;
  memcpy (c, p->column + k, (end - k) * sizeof *c);
  memcpy (v, p->value + k, (end - k) * sizeof *v);
  attract_block (dims, y, yi, c, vector_load_loose (v), f);
}

AE_INLINE void
attract (int dims, const ae_real *y, const AE (affinity) *p, size_t first, size_t last, ae_real *pull)
{
  for (size_t i = first; i < last; i++)
    {
      size_t k = (size_t) p->start[i], end = (size_t) p->start[i + 1];
      vec yi[3], f[3];

      for (int a = 0; a < dims; a++)
        {
          yi[a] = vector_all (y[i * (size_t) dims + (size_t) a]);
          f[a] = vector_all (0);
        }
      for (; k + LANES <= end; k += LANES)
        attract_block (dims, y, yi, p->column + k, vector_load_loose (p->value + k), f);
      if (k < end)
        attract_rest (dims, y, yi, p, i, k, end, f);
      for (int a = 0; a < dims; a++)
        pull[i * (size_t) dims + (size_t) a] = total (f[a]);
    }
}

static void
attract2 (const ae_real *y, const AE (affinity) *p, size_t first, size_t last, ae_real *pull)
{
  attract (2, y, p, first, last, pull);
}

static void
attract3 (const ae_real *y, const AE (affinity) *p, size_t first, size_t last, ae_real *pull)
{
  attract (3, y, p, first, last, pull);
}

/* Most blocks hold no hit: look at four vectors at once first. */
static size_t
upto (const ae_real *row, const ae_real *add, size_t count, ae_real limit, int32_t *hits)
{
  const vec top = vector_all (limit);
  size_t k = 0, found = 0;

  for (; k + 4 * LANES <= count; k += 4 * LANES)
    {
      ivec m = { 0 };
      for (size_t b = 0; b < 4; b++)
        {
          vec v = vector_load_loose (row + k + b * LANES) + vector_load_loose (add + k + b * LANES);
          m |= v <= top;
        }
      if (any (m))
        for (size_t l = k; l < k + 4 * LANES; l++)
          {
            hits[found] = (int32_t) l;
            found += row[l] + add[l] <= limit;
          }
    }
  for (; k < count; k++)
    {
      hits[found] = (int32_t) k;
      found += row[k] + add[k] <= limit;
    }
  return found;
}

static ae_real
distance (const ae_real *a, const ae_real *b, size_t d)
{
  vec sum = vector_all (0);
  ae_real rest = 0;
  size_t k = 0;

  for (; k + LANES <= d; k += LANES)
    {
      vec t = vector_load_loose (a + k) - vector_load_loose (b + k);
      sum += t * t;
    }
  for (; k < d; k++)
    rest += (a[k] - b[k]) * (a[k] - b[k]);
  return total (sum) + rest;
}

static ae_real
square (const ae_real *a, size_t d)
{
  vec sum = vector_all (0);
  ae_real rest = 0;
  size_t k = 0;

  for (; k + LANES <= d; k += LANES)
    sum += vector_load_loose (a + k) * vector_load_loose (a + k);
  for (; k < d; k++)
    rest += a[k] * a[k];
  return total (sum) + rest;
}

/* A gain grows where the last steps went down the gradient, else shrinks. */
static void
step (size_t count, ae_real momentum, ae_real rate, const ae_real *restrict g, ae_real *restrict y,
      ae_real *restrict velocity, ae_real *restrict gains)
{
  for (size_t i = 0; i < count; i++)
    {
      ae_real up = gains[i] + (ae_real) 0.2, down = gains[i] * (ae_real) 0.8;
      ae_real gain = (g[i] > 0) == (velocity[i] > 0) ? down : up;
      gain = gain < (ae_real) 0.01 ? (ae_real) 0.01 : gain;
      gains[i] = gain;
      velocity[i] = momentum * velocity[i] - rate * gain * g[i];
      y[i] += velocity[i];
    }
}

/* Puts a zero (two zeros) between the bits of v. */
AE_INLINE uint32_t
part_by_one (uint32_t v)
{
  v = (v | v << 8) & 0x00ff00ff;
  v = (v | v << 4) & 0x0f0f0f0f;
  v = (v | v << 2) & 0x33333333;
  return (v | v << 1) & 0x55555555;
}

AE_INLINE uint32_t
part_by_two (uint32_t v)
{
  v = (v | v << 16) & 0x030000ff;
  v = (v | v << 8) & 0x0300f00f;
  v = (v | v << 4) & 0x030c30c3;
  return (v | v << 2) & 0x09249249;
}

/* The comparison also sends what is not a number to cell 0. */
AE_INLINE uint32_t
cell_of (ae_real v, ae_real last)
{
  v = v > 0 ? v : 0;
  return (uint32_t) (int32_t) (v < last ? v : last);
}

static void
codes2 (const ae_real *restrict y, size_t n, const ae_real *low, ae_real scale, ae_real last, uint32_t *restrict codes)
{
  ae_real low0 = low[0], low1 = low[1];

  for (size_t i = 0; i < n; i++)
    codes[i] = part_by_one (cell_of ((y[2 * i] - low0) * scale, last))
               | part_by_one (cell_of ((y[2 * i + 1] - low1) * scale, last)) << 1;
}

static void
codes3 (const ae_real *restrict y, size_t n, const ae_real *low, ae_real scale, ae_real last, uint32_t *restrict codes)
{
  ae_real low0 = low[0], low1 = low[1], low2 = low[2];

  for (size_t i = 0; i < n; i++)
    codes[i] = part_by_two (cell_of ((y[3 * i] - low0) * scale, last))
               | part_by_two (cell_of ((y[3 * i + 1] - low1) * scale, last)) << 1
               | part_by_two (cell_of ((y[3 * i + 2] - low2) * scale, last)) << 2;
}

extern const AE (embed_kernels) AE_SIMD (embed_kernels);
const AE (embed_kernels) AE_SIMD (embed_kernels)
    = { { repel2, repel3 }, { attract2, attract3 }, upto, distance, square, step,
        { codes2, codes3 } };
