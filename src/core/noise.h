/* Noise for denoising autoencoders (Vincent et al., "Extracting and composing
   robust features with denoising autoencoders", ICML 2008).

   Every number is counted from (seed, epoch, sample, layer, element): it does
   not depend on threads, batches, order, precision or instruction set. */
#ifndef AE_NOISE_H
#define AE_NOISE_H

#include "ae.h"

typedef enum { AE_NOISE_GAUSSIAN, AE_NOISE_MASKING, AE_NOISE_SALTPEPPER } ae_noise;

/* The kind that a name stands for ("gaussian", "masking", "saltpepper"), -1: none. */
int ae_noise_kind (const char *name);

/* Which numbers: one stream a sample. */
typedef struct { uint64_t seed, hi, lo; } ae_noise_stream;
ae_noise_stream ae_noise_stream_of (uint64_t seed, uint64_t epoch, uint64_t sample, uint32_t layer);

/* Elements first .. first + count - 1 of a stream; first is a multiple of
   AE_NOISE_CHUNK, count at most that; whole groups of 64 are written. */
enum { AE_NOISE_CHUNK = 256 };
void ae_noise_bits (const ae_noise_stream *s, size_t first, size_t count, uint32_t out[AE_NOISE_CHUNK]);
void ae_noise_normals (const ae_noise_stream *s, size_t first, size_t count, float out[AE_NOISE_CHUNK]);

/* One sample of d elements, element e at x[e*stride] and y[e*stride]; y may be x.
   gaussian: x + level N(0,1), then clipped to [clip[0], clip[1]] unless clip is NULL
   masking: 0 with probability level
   saltpepper: with probability level clip[0] or clip[1] (NULL: 0, 1), half and half */
void AE (noise_apply) (int kind, double level, const ae_real *clip, uint64_t seed, uint64_t epoch, uint64_t sample,
                       uint32_t layer, const ae_real *x, ae_real *y, size_t d, size_t stride);

#endif
