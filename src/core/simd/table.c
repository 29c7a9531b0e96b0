/* One table of all vector kernels for this instruction set. */
#include "vector.h"

extern const AE (correlate_kernels) AE_SIMD (correlate_kernels);
extern const AE (activation) AE_SIMD (activations)[];
extern const AE (loss_row) AE_SIMD (losses)[];
extern const AE (step_row) AE_SIMD (steps)[];
extern const AE (gram_kernels) AE_SIMD (gram_kernels);
void AE_SIMD (add_bias) (ae_real *y, const ae_real *b, size_t nf, size_t S, int relu);
void AE_SIMD (lanes_in) (const ae_real *const rows[AE_LANES], size_t d, size_t S, ae_real *x);
void AE_SIMD (lanes_out) (const ae_real *x, size_t d, size_t S, ae_real *const rows[AE_LANES]);
void AE_SIMD (sum_lanes) (const ae_real *dy, size_t nf, size_t S, ae_real *out);
void AE_SIMD (pool) (const ae_real *x, ptrdiff_t xi, ptrdiff_t xj, int ni, int nj, int rows_in_window, size_t S,
                     ae_real *y, unsigned char *memo);
void AE_SIMD (unpool) (const ae_real *dy, const unsigned char *memo, int ni, int nj, int rows_in_window, size_t S,
                       ae_real *dx, ptrdiff_t xi, ptrdiff_t xj);
int AE_SIMD (finite) (const ae_real *x, size_t n);
void AE_SIMD (squares) (const ae_real *y, const ae_real *t, const double *mean, size_t n, double *sse, double *sst);
void AE_SIMD (similarity) (const AE (windows) *g, const ae_real *x, const ae_real *y, size_t S, ae_real *work,
                           double *sum);
void AE_SIMD (product) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
                        const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc);
void AE_SIMD (product_of_shards) (size_t m, size_t n, size_t S, size_t count, const ae_real *const *a,
                                  const ae_real *const *b, ae_real beta, ae_real *c, size_t ldc);

const AE (kernels) AE_SIMD (kernels) = {
  &AE_SIMD (correlate_kernels), AE_SIMD (add_bias), AE_SIMD (lanes_in), AE_SIMD (lanes_out), AE_SIMD (sum_lanes),
  AE_SIMD (pool), AE_SIMD (unpool), AE_SIMD (product), AE_SIMD (product_of_shards),
  AE_SIMD (activations), AE_SIMD (losses), AE_SIMD (steps),
  &AE_SIMD (gram_kernels), AE_SIMD (finite), AE_SIMD (squares), AE_SIMD (similarity),
};
