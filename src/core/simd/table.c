/* One table of all vector kernels for this instruction set. */
#include "vector.h"

extern const AE (correlate_kernels) AE_SIMD (correlate_kernels);
extern const AE (activation) AE_SIMD (activations)[];
extern const AE (loss_row) AE_SIMD (losses)[];
extern const AE (step_row) AE_SIMD (steps)[];
void AE_SIMD (add_bias) (ae_real *y, const ae_real *b, size_t nf, size_t S, int relu);
void AE_SIMD (sum_lanes) (const ae_real *dy, size_t nf, size_t S, ae_real *out);

const AE (kernels) AE_SIMD (kernels) = {
  &AE_SIMD (correlate_kernels), AE_SIMD (add_bias), AE_SIMD (sum_lanes),
  AE_SIMD (activations), AE_SIMD (losses), AE_SIMD (steps),
};
