/* The random numbers behind noise.c: the same for both precisions and, because
   nothing here calls the mathematics library or uses fused multiply-adds, the
   same bits on every machine. */
#include "../noise.h"

#include <string.h>

int
ae_noise_kind (const char *name)
{
  static const char *const names[] = { "gaussian", "masking", "saltpepper" };

  for (int i = 0; i < (int) (sizeof names / sizeof names[0]); i++)
    if (strcmp (name, names[i]) == 0)
      return i;
  return -1;
}

/* Counter: purpose (8 bits), layer (16), epoch (40); sample (36), block (28). */
ae_noise_stream
ae_noise_stream_of (uint64_t seed, uint64_t epoch, uint64_t sample, uint32_t layer)
{
  ae_noise_stream s;

  s.seed = seed;
  s.hi = (uint64_t) AE_FOR_NOISE << 56 | (uint64_t) (layer & 0xFFFF) << 40 | (epoch & 0xFFFFFFFFFF);
  s.lo = sample << 28;
  return s;
}

/* ae_philox for BLOCKS neighbouring counters at once: plain loops of a fixed
   length, which the compiler turns into vector code. */
enum { BLOCKS = 16 };
static void
philox_row (const ae_noise_stream *s, uint64_t lo, uint32_t out[4 * BLOCKS])
{
  uint32_t k0 = (uint32_t) s->seed, k1 = (uint32_t) (s->seed >> 32);
  uint32_t c0[BLOCKS], c1[BLOCKS], c2[BLOCKS], c3[BLOCKS];

  for (int i = 0; i < BLOCKS; i++)
    {
      c0[i] = (uint32_t) (lo + i);
      c1[i] = (uint32_t) ((lo + i) >> 32);
      c2[i] = (uint32_t) s->hi;
      c3[i] = (uint32_t) (s->hi >> 32);
    }
  for (int round = 0; round < 10; round++)
    {
      for (int i = 0; i < BLOCKS; i++)
        {
          uint64_t p0 = (uint64_t) 0xD2511F53u * c0[i], p1 = (uint64_t) 0xCD9E8D57u * c2[i];

          c0[i] = (uint32_t) (p1 >> 32) ^ c1[i] ^ k0;
          c1[i] = (uint32_t) p1;
          c2[i] = (uint32_t) (p0 >> 32) ^ c3[i] ^ k1;
          c3[i] = (uint32_t) p0;
        }
      k0 += 0x9E3779B9u;
      k1 += 0xBB67AE85u;
    }
  for (int i = 0; i < BLOCKS; i++)
    {
      out[4 * i] = c0[i];
      out[4 * i + 1] = c1[i];
      out[4 * i + 2] = c2[i];
      out[4 * i + 3] = c3[i];
    }
}

void
ae_noise_bits (const ae_noise_stream *s, size_t first, size_t count, uint32_t out[AE_NOISE_CHUNK])
{
  for (size_t i = 0; i < count; i += 4 * BLOCKS)
    philox_row (s, s->lo + (first + i) / 4, out + i);
}

/* sqrt (-2 log u) with u = (k + 1/2) / 2^31 for the upper 31 bits k.  The
   logarithm: u = 2^e m with m in [1/sqrt 2, sqrt 2), log m = 2 artanh s with
   s = (m - 1) / (m + 1), five terms of its series (error below 1e-8). */
static inline float
radius (uint32_t bits)
{
  float u = ((float) (int32_t) (bits >> 1) + 0.5f) * 0x1p-31f, m, s, q, l;
  int32_t raw, e;

  memcpy (&raw, &u, sizeof raw);
  e = (raw - 0x3F3504F3) >> 23; /* the bits of 1/sqrt 2 */
  raw -= e * (1 << 23);
  memcpy (&m, &raw, sizeof m);
  s = (m - 1) / (m + 1);
  q = s * s;
  l = (float) e * 0.693147181f + 2 * s * (1 + q * (1 / 3.0f + q * (1 / 5.0f + q * (1 / 7.0f + q * (1 / 9.0f)))));
  return __builtin_sqrtf (-2 * l); /* u <= 1, and then l <= 0 */
}

/* A point on the unit circle: three bits pick the octant, the others the angle
   inside it, in (0, pi/4), where short Taylor series are exact to rounding. */
static inline void
direction (uint32_t bits, float *x, float *y)
{
  float t = ((float) (int32_t) (bits & 0x1FFFFFFF) + 0.5f) * (0.785398163f * 0x1p-29f), q = t * t, c, s;
  uint32_t swap = 0u - (bits >> 31), cb, sb, xb, yb;

  c = 1 - q * (1 / 2.0f - q * (1 / 24.0f - q * (1 / 720.0f - q * (1 / 40320.0f))));
  s = t * (1 - q * (1 / 6.0f - q * (1 / 120.0f - q * (1 / 5040.0f - q * (1 / 362880.0f)))));
  memcpy (&cb, &c, sizeof cb);
  memcpy (&sb, &s, sizeof sb);
  xb = ((cb & ~swap) | (sb & swap)) ^ (bits & 0x40000000) << 1;
  yb = ((sb & ~swap) | (cb & swap)) ^ (bits & 0x20000000) << 2;
  memcpy (x, &xb, sizeof xb);
  memcpy (y, &yb, sizeof yb);
}

/* 64 bits to two normal numbers: Box and Muller (1958). */
void
ae_noise_normals (const ae_noise_stream *s, size_t first, size_t count, float out[AE_NOISE_CHUNK])
{
  uint32_t bits[AE_NOISE_CHUNK];

  ae_noise_bits (s, first, count, bits);
  for (size_t at = 0; at < count; at += 4 * BLOCKS)
    for (int p = 0; p < 2 * BLOCKS; p++)
      {
        float r = radius (bits[at + 2 * p]), x, y;

        direction (bits[at + 2 * p + 1], &x, &y);
        out[at + 2 * p] = r * x;
        out[at + 2 * p + 1] = r * y;
      }
}
