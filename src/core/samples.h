/* Samples on their way between Octave's arrays (features innermost) and a
   shard (samples innermost): where a model's scaling is applied and undone, so
   that no scaled copy of the data is ever made. */
#ifndef AE_SAMPLES_H
#define AE_SAMPLES_H

#include "ae.h"

/* What scaled values are: (x - offset) / factor, feature by feature.  A NaN
   enters as its feature's centre, or, with centre NULL, stays a NaN. */
typedef struct {
  const double *offset, *factor, *centre; /* a number a feature; offset NULL: nothing is scaled */
} ae_scale;

enum { AE_REALS, AE_FLOATS, AE_DOUBLES, AE_BYTES };

/* d-by-n numbers of any type, which belong to somebody else. */
typedef struct {
  const void *data;
  int type;               /* AE_REALS: ae_real */
  ae_scale scale;
  const uint32_t *map;    /* feature f stands at map[f] of its sample; NULL: at f */
} AE (samples);

/* The numbers themselves when they are of this precision and not scaled, else NULL. */
const ae_real *AE (plain_samples) (const AE (samples) *from);
/* order: number of each sample in the data, NULL for first, first+1, ...
   Lanes n .. S-1 become zero. */
void AE (gather_samples) (const AE (samples) *from, size_t d, const uint32_t *order, size_t first, size_t n, size_t S,
                          ae_real *x);
/* The same for plain numbers of this precision. */
void AE (gather) (const ae_real *X, size_t d, const uint32_t *order, size_t first, size_t n, size_t S, ae_real *x);
/* Features f0 .. fend-1 of sample i, one after the other. */
void AE (samples_row) (const AE (samples) *from, size_t d, size_t i, size_t f0, size_t fend, ae_real *x);
/* The way back: Y = y .* factor + offset where there is a scale. */
void AE (scatter) (const ae_real *y, size_t d, size_t first, size_t n, size_t S, const ae_scale *scale, ae_real *Y);
/* How many of the numbers of those samples are not missing (NaN). */
size_t AE (count_present) (const AE (samples) *from, size_t d, const uint32_t *order, size_t first, size_t n);

#endif
