/* A convolution as a set of correlations over a shard: packing of weights,
   output columns, weight gradients (correlations.c). */
#ifndef AE_CORRELATIONS_H
#define AE_CORRELATIONS_H

#include "grids.h"
#include "layer.h"

/* Products of two axes.  Weights stand as W[a + kh (b + kw (wi c + wo o))]
   with wi, wo in kernels: cin and cout may change places. */
typedef struct {
  ae_axis rows, columns;
  ae_shape in, out;
  int kernel[2];
  size_t per_in, per_out;   /* kernels from one input (output) channel to the next */
  size_t packed;            /* numbers that pack writes */
} AE (correlations);

typedef enum { AE_FORWARD, AE_ADJOINT } ae_direction;

/* From the layer's small description: convolution of x (shape in, repeated
   factor times) to shape out, or its adjoint from out to in. */
ae_status AE (correlations_make) (AE (correlations) *c, ae_direction direction, ae_shape in, ae_shape out,
                                  const int kernel[2], const int stride[2], const int pad[2], const int factor[2],
                                  ae_error *err);
void AE (correlations_free) (AE (correlations) *c);

void AE (correlations_pack) (const AE (correlations) *c, const ae_real *W, ae_real *packed);

/* Output column j of the channel block that starts at o0 (no channels), into
   y, the block's column: row i at y + i * S, channels yc apart.  Only for
   correlations without overlap. */
void AE (correlations_column) (const AE (correlations) *c, const AE (kernels) *simd, const ae_real *x,
                               const ae_real *packed, const ae_real *bias, int relu, int o0, int no, int j,
                               ae_real *y, ptrdiff_t yc, size_t S);
/* All outputs.  bias and relu are for correlations without overlap; bias NULL: 0. */
void AE (correlations_all) (const AE (correlations) *c, const AE (kernels) *simd, const ae_real *x,
                            const ae_real *packed, const ae_real *bias, int relu, ae_real *y, size_t S);

/* Scratch numbers that correlations_weights wants. */
size_t AE (correlations_scratch) (const AE (correlations) *c, const AE (kernels) *simd);
/* Adds to dW the weight gradient of the channel block that starts at o0 (no
   channels); dy: that block's part of the output's gradient. */
void AE (correlations_weights) (const AE (correlations) *c, const AE (kernels) *simd, const ae_real *x,
                                const ae_real *dy, int o0, int no, size_t S, ae_real *scratch, ae_real *dW);

#endif
