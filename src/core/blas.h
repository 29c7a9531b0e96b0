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

#endif
