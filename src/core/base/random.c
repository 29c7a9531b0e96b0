/* Random numbers by counter: the same whatever the order they are asked in. */
#include "../ae.h"

#include <math.h>

/* Philox4x32-10, Salmon et al. 2011, section 3.3 and table 2's constants. */
ae_block
ae_philox (uint64_t seed, uint64_t hi, uint64_t lo)
{
  uint32_t k0 = (uint32_t) seed, k1 = (uint32_t) (seed >> 32);
  uint32_t c0 = (uint32_t) lo, c1 = (uint32_t) (lo >> 32), c2 = (uint32_t) hi, c3 = (uint32_t) (hi >> 32);

  for (int round = 0; round < 10; round++)
    {
      uint64_t p0 = (uint64_t) 0xD2511F53u * c0, p1 = (uint64_t) 0xCD9E8D57u * c2;

      c0 = (uint32_t) (p1 >> 32) ^ c1 ^ k0;
      c1 = (uint32_t) p1;
      c2 = (uint32_t) (p0 >> 32) ^ c3 ^ k1;
      c3 = (uint32_t) p0;
      k0 += 0x9E3779B9u;
      k1 += 0xBB67AE85u;
    }
  return (ae_block){ { c0, c1, c2, c3 } };
}

double
ae_uniform (ae_block b, int half)
{
  uint64_t bits = ((uint64_t) b.v[2 * half + 1] << 32) | b.v[2 * half];

  return (double) (bits >> 11) * 0x1p-53;
}

void
ae_normal_pair (ae_block b, double out[2])
{
  double r = sqrt (-2 * log (1 - ae_uniform (b, 0))), t = 6.283185307179586477 * ae_uniform (b, 1);

  out[0] = r * cos (t);
  out[1] = r * sin (t);
}

/* order[0..n-1] becomes a permutation of 0..n-1 that depends only on seed,
   stream and purpose (Fisher and Yates; n < 2^32). */
void
ae_permutation (uint64_t seed, uint64_t stream, uint32_t purpose, uint32_t *order, size_t n)
{
  for (size_t i = 0; i < n; i++)
    order[i] = (uint32_t) i;
  for (size_t i = n; i-- > 1;)
    {
      double u = ae_uniform (ae_philox (seed, ((uint64_t) purpose << 32) | (uint32_t) (stream >> 32), (stream << 32) | i), 0);
      size_t j = (size_t) (u * (double) (i + 1));
      uint32_t t = order[i];

      order[i] = order[j];
      order[j] = t;
    }
}
