/* Transposing squares of LANES by LANES numbers in registers: product.c,
   lanes.c and correlate.c. */
#ifndef AE_SQUARES_H
#define AE_SQUARES_H

#include "vector.h"

/* 0, 1, ... LANES-1 as the places that F tells for them and h. */
#define EACH2(F, e, h) F (e, h), F ((e) + 1, h)
#define EACH4(F, e, h) EACH2 (F, e, h), EACH2 (F, (e) + 2, h)
#define EACH8(F, e, h) EACH4 (F, e, h), EACH4 (F, (e) + 4, h)
#define EACH16(F, e, h) EACH8 (F, e, h), EACH8 (F, (e) + 8, h)
#ifdef AE_DOUBLE
#define AE_LESS 1
#else
#define AE_LESS 0
#endif
#if AE_ISA_LEVEL - AE_LESS == 2
#define EACH EACH16
#elif AE_ISA_LEVEL - AE_LESS == 1
#define EACH EACH8
#elif AE_ISA_LEVEL - AE_LESS == 0
#define EACH EACH4
#else
#define EACH EACH2
#endif

/* Of two rows h apart: the upper one keeps the numbers whose column has the bit
   h clear and takes the lower one's for the others; the lower one the rest. */
#define UPPER(e, h) ((e) & (h) ? LANES + (e) - (h) : (e))
#define LOWER(e, h) ((e) & (h) ? LANES + (e) : (e) + (h))
#define SWAP(v, h)                                                                                          \
  AE_UNROLL for (int i = 0; i < LANES; i++) if ((h) > 0 && ! (i & (h)))                                     \
  {                                                                                                         \
    vec upper = v[i], lower = v[i + (h)];                                                                   \
                                                                                                            \
    v[i] = AE_SHUFFLE (upper, lower, EACH (UPPER, 0, h));                                                   \
    v[i + (h)] = AE_SHUFFLE (upper, lower, EACH (LOWER, 0, h));                                             \
  }

/* Rows in halves, quarters, ...: the parts beside the diagonal change places. */
AE_INLINE void
transpose (vec v[LANES])
{
  SWAP (v, LANES / 2)
  SWAP (v, LANES / 4)
  SWAP (v, LANES / 8)
  SWAP (v, LANES / 16)
}

#endif
