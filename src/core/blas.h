/* The BLAS and LAPACK routines that the core calls, by precision. */
#ifndef AE_BLAS_H
#define AE_BLAS_H

#include "ae.h"

/* The Fortran integer of the BLAS that Octave links with. */
typedef int ae_blas_int;

#ifdef AE_DOUBLE
#define AE_BLAS(name) d##name##_
#else
#define AE_BLAS(name) s##name##_
#endif

/* C = alpha op (A) op (B) + beta C, column-major, op by 'N' or 'T'; C is
   m-by-n, k is the inner dimension.  The BLAS computes it where that is safe
   and fast, else the core's own kernel (product.c). */
void AE (gemm) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
                const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc);
/* The same where A or C is a shard. */
void AE (gemm_of_shard) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
                         const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc);
/* C = the sum of A_g' B_g over count shards, + beta C: A_g is S-by-m, B_g S-by-n.
   count <= AE_PIECES (simd.h). */
void AE (gemm_over_shards) (size_t m, size_t n, size_t S, size_t count, const ae_real *const *a, const ae_real *const *b,
                            ae_real beta, ae_real *c, size_t ldc);

#endif
