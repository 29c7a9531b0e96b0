/* Gathering samples into shards and scattering them back. */
#include "samples.h"
#include "simd/simd.h"

#include <string.h>

/* Blocks of TILE features by TILE samples keep both sides in the cache. */
enum { TILE = 16 };

/* Features f0 .. fend-1 of sample i, S apart. */
typedef void AE (put) (const AE (samples) *from, size_t i, size_t d, size_t f0, size_t fend, size_t S, ae_real *x);

static inline double
scaled (const ae_scale *s, double v, size_t f)
{
  if (s->centre && v != v)
    v = s->centre[f];
  return (v - s->offset[f]) / s->factor[f];
}

#define PUT(NAME, TYPE, AT, VALUE)                                                                          \
  static void NAME (const AE (samples) *from, size_t i, size_t d, size_t f0, size_t fend, size_t S,         \
                    ae_real *x)                                                                             \
  {                                                                                                         \
    const TYPE *row = (const TYPE *) from->data + d * i;                                                    \
    const ae_scale *scale = &from->scale;                                                                   \
                                                                                                            \
    (void) scale;                                                                                           \
    for (size_t f = f0; f < fend; f++)                                                                      \
      {                                                                                                     \
        TYPE v = row[AT];                                                                                   \
                                                                                                            \
        x[(f - f0) * S] = (ae_real) (VALUE);                                                                \
      }                                                                                                     \
  }
#define PUTS(NAME, TYPE)                                                                                    \
  PUT (put_##NAME, TYPE, f, v)                                                                              \
  PUT (put_scaled_##NAME, TYPE, f, scaled (scale, (double) v, f))                                           \
  PUT (put_mapped_##NAME, TYPE, from->map[f], v)                                                            \
  PUT (put_mapped_scaled_##NAME, TYPE, from->map[f], scaled (scale, (double) v, f))

PUTS (reals, ae_real)
PUTS (floats, float)
PUTS (doubles, double)
PUTS (bytes, uint8_t)

/* By whether they are mapped and scaled, and the type. */
static AE (put) *const puts_of[2][2][4] = {
  { { put_reals, put_floats, put_doubles, put_bytes },
    { put_scaled_reals, put_scaled_floats, put_scaled_doubles, put_scaled_bytes } },
  { { put_mapped_reals, put_mapped_floats, put_mapped_doubles, put_mapped_bytes },
    { put_mapped_scaled_reals, put_mapped_scaled_floats, put_mapped_scaled_doubles, put_mapped_scaled_bytes } },
};

static AE (put) *
put_for (const AE (samples) *from)
{
  return puts_of[from->map != NULL][from->scale.offset != NULL][from->type];
}

static size_t
least (size_t a, size_t b)
{
  return a < b ? a : b;
}

static void
clear_spare (size_t d, size_t n, size_t S, ae_real *x)
{
  for (size_t f = 0; n < S && f < d; f++)
    memset (x + f * S + n, 0, (S - n) * sizeof *x);
}

const ae_real *
AE (plain_samples) (const AE (samples) *from)
{
  return put_for (from) == put_reals ? from->data : NULL;
}

void
AE (samples_row) (const AE (samples) *from, size_t d, size_t i, size_t f0, size_t fend, ae_real *x)
{
  AE (put) *put = put_for (from);

  if (put == put_reals)
    memcpy (x, (const ae_real *) from->data + d * i + f0, (fend - f0) * sizeof *x);
  else
    put (from, i, d, f0, fend, 1, x);
}

void
AE (gather_samples) (const AE (samples) *from, size_t d, const uint32_t *order, size_t first, size_t n, size_t S,
                     ae_real *x)
{
  AE (put) *put = put_for (from);

  if (put == put_reals)
    {
      AE (gather) (from->data, d, order, first, n, S, x);
      return;
    }
  for (size_t s0 = 0; s0 < n; s0 += TILE)
    for (size_t f0 = 0; f0 < d; f0 += TILE)
      for (size_t s = s0; s < least (s0 + TILE, n); s++)
        put (from, order ? order[first + s] : first + s, d, f0, least (f0 + TILE, d), S, x + f0 * S + s);
  clear_spare (d, n, S, x);
}

/* AE_LANES samples at a time are transposed; what is left over goes number by
   number. */
void
AE (gather) (const ae_real *X, size_t d, const uint32_t *order, size_t first, size_t n, size_t S, ae_real *x)
{
  const AE (kernels) *use = AE (kernels_now) ();
  size_t whole = n / AE_LANES * AE_LANES;

  for (size_t s = 0; s < whole; s += AE_LANES)
    {
      const ae_real *rows[AE_LANES];

      for (size_t l = 0; l < AE_LANES; l++)
        rows[l] = X + d * (order ? order[first + s + l] : first + s + l);
      use->lanes_in (rows, d, S, x + s);
    }
  for (size_t s = whole; s < n; s++)
    put_reals (&(AE (samples)){ .data = X }, order ? order[first + s] : first + s, d, 0, d, S, x + s);
  clear_spare (d, n, S, x);
}

static void
scatter_plain (const ae_real *y, size_t d, size_t n, size_t S, ae_real *Y)
{
  const AE (kernels) *use = AE (kernels_now) ();
  size_t whole = n / AE_LANES * AE_LANES;

  for (size_t s = 0; s < whole; s += AE_LANES)
    {
      ae_real *rows[AE_LANES];

      for (size_t l = 0; l < AE_LANES; l++)
        rows[l] = Y + d * (s + l);
      use->lanes_out (y + s, d, S, rows);
    }
  for (size_t s = whole; s < n; s++)
    for (size_t f = 0; f < d; f++)
      Y[d * s + f] = y[f * S + s];
}

void
AE (scatter) (const ae_real *y, size_t d, size_t first, size_t n, size_t S, const ae_scale *scale, ae_real *Y)
{
  if (! scale)
    {
      scatter_plain (y, d, n, S, Y + d * first);
      return;
    }
  for (size_t s0 = 0; s0 < n; s0 += TILE)
    for (size_t f0 = 0; f0 < d; f0 += TILE)
      {
        size_t send = least (s0 + TILE, n), fend = least (f0 + TILE, d);

        for (size_t s = s0; s < send; s++)
          for (size_t f = f0; f < fend; f++)
            Y[d * (first + s) + f] = (ae_real) ((double) y[f * S + s] * scale->factor[f] + scale->offset[f]);
      }
}

size_t
AE (count_present) (const AE (samples) *from, size_t d, const uint32_t *order, size_t first, size_t n)
{
  size_t count = 0;

  for (size_t s = 0; s < n; s++)
    {
      size_t i = order ? order[first + s] : first + s;

      for (size_t f = 0; f < d; f++)
        {
          const void *row = from->data;
          double v = from->type == AE_BYTES     ? 0
                     : from->type == AE_FLOATS  ? ((const float *) row)[d * i + f]
                     : from->type == AE_DOUBLES ? ((const double *) row)[d * i + f]
                                                : (double) ((const ae_real *) row)[d * i + f];

          count += v == v;
        }
    }
  return count;
}
