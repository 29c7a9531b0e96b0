/* Corrupts samples with gaussian, masking or salt-and-pepper noise. */
#include "noise.h"

#include <math.h>

typedef struct {
  double level, lo, hi;
  int clips;
} setting;

/* count elements (at most AE_NOISE_CHUNK) from number first on of one stream. */
typedef void (*corrupt) (const setting *set, const ae_noise_stream *s, size_t first, size_t count, const ae_real *x,
                         ae_real *y, size_t stride);

static void
gaussian (const setting *set, const ae_noise_stream *s, size_t first, size_t count, const ae_real *x, ae_real *y,
          size_t stride)
{
  double lo = set->clips ? set->lo : -INFINITY, hi = set->clips ? set->hi : INFINITY;
  float z[AE_NOISE_CHUNK];

  ae_noise_normals (s, first, count, z);
  for (size_t i = 0; i < count; i++)
    {
      double v = (double) x[i * stride] + set->level * z[i];

      v = v > lo ? v : lo; /* so written, both are one instruction each, no jump */
      v = v < hi ? v : hi;
      y[i * stride] = (ae_real) v;
    }
}

/* How many of the 2^32 values of 32 random bits mean "yes". */
static uint64_t
threshold (double probability)
{
  return (uint64_t) (probability * 4294967296.0 + 0.5);
}

static void
masking (const setting *set, const ae_noise_stream *s, size_t first, size_t count, const ae_real *x, ae_real *y,
         size_t stride)
{
  uint32_t bits[AE_NOISE_CHUNK];
  uint64_t limit = threshold (set->level);

  ae_noise_bits (s, first, count, bits);
  for (size_t i = 0; i < count; i++)
    {
      /* Looked up, not jumped to: half of such jumps would be guessed wrong. */
      const ae_real choice[2] = { x[i * stride], 0 };

      y[i * stride] = choice[bits[i] < limit];
    }
}

static void
saltpepper (const setting *set, const ae_noise_stream *s, size_t first, size_t count, const ae_real *x, ae_real *y,
            size_t stride)
{
  uint32_t bits[AE_NOISE_CHUNK];
  uint64_t pepper = threshold (set->level / 2), limit = threshold (set->level);
  ae_real lo = (ae_real) set->lo, hi = (ae_real) set->hi;

  ae_noise_bits (s, first, count, bits);
  for (size_t i = 0; i < count; i++)
    {
      const ae_real choice[3] = { x[i * stride], hi, lo };

      y[i * stride] = choice[(bits[i] < limit) + (bits[i] < pepper)];
    }
}

void
AE (noise_apply) (int kind, double level, const ae_real *clip, uint64_t seed, uint64_t epoch, uint64_t sample,
                  uint32_t layer, const ae_real *x, ae_real *y, size_t d, size_t stride)
{
  static const corrupt table[] = { gaussian, masking, saltpepper }; /* in the order of ae_noise */
  setting set = { level, clip ? clip[0] : 0, clip ? clip[1] : 1, clip != NULL };
  ae_noise_stream s = ae_noise_stream_of (seed, epoch, sample, layer);

  for (size_t at = 0; at < d; at += AE_NOISE_CHUNK)
    {
      size_t count = d - at < AE_NOISE_CHUNK ? d - at : AE_NOISE_CHUNK;

      table[kind](&set, &s, at, count, x + at * stride, y + at * stride, stride);
    }
}
