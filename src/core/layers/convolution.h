/* What the layers that convolve share: a convolution with its adjoint, how their
   arrays are laid out, their options. */
#ifndef AE_LAYERS_CONVOLUTION_H
#define AE_LAYERS_CONVOLUTION_H

#include "../correlations.h"
#include "image.h"

/* A layer's plan, owned by it.  The convolution goes from the image that the
   kernel slides over to the other one, and its adjoint back. */
typedef struct {
  AE (correlations) forward, adjoint;
  ae_shape full; /* conv2d: output before pooling */
} AE (convolution);

#define AE_FILTERS_OPTION \
  { .name = "Filters", .kind = AE_COUNT, .at = AE_IN_LAYER (units), .lo = 1, .hi = 1 << 24, .place = 1, \
    .help = "channels of the output" }
#define AE_KERNEL_OPTION \
  { .name = "Kernel", .kind = AE_PAIR, .at = AE_IN_LAYER (kernel), .lo = 1, .hi = 64, .place = 2, \
    .help = "rows and columns of each kernel; one number stands for both" }
#define AE_STRIDE_OPTION(meaning) \
  { .name = "Stride", .kind = AE_PAIR, .at = AE_IN_LAYER (stride), .lo = 1, .hi = 64, .nusual = 2, .usual = { 1, 1 }, \
    .help = meaning }
/* Weights with two axes of pixels; torch_order as PyTorch's tensor has them. */
#define AE_KERNEL_ROW(...) \
  { .name = "W", .file = "kernel", .torch = "weight", .rank = 4, .torch_order = { __VA_ARGS__ }, .outputs = 4, \
    .trained = 1, .penalised = 1 }

/* For shape rules: a plan of the layer's own in place of the one that it has;
   NULL with err when there is no memory, no filter or no kernel. */
AE (convolution) *AE (convolution_start) (AE (layer) *layer, ae_error *err);
/* For shape rules: the plan's convolution from image large, repeated factor
   times, to image small, and its adjoint. */
ae_status AE (convolution_make) (AE (layer) *layer, ae_shape large, ae_shape small, const int factor[2], ae_error *err);
/* For shape rules: W, b and what they need, once forward and adjoint are made. */
void AE (convolution_arrays) (AE (layer) *layer);

/* clean and prepare of such a layer. */
void AE (convolution_clean) (AE (layer) *layer);
void AE (convolution_prepare) (const AE (layer) *layer, const ae_real *W, ae_real *packed);

/* The gradient of b from that of the output. */
void AE (convolution_bias_gradient) (const AE (layer) *layer, const AE (pass) *pass);

#endif
