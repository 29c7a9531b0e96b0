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

void AE_BLAS (gemm) (const char *transa, const char *transb, const ae_blas_int *m, const ae_blas_int *n,
                     const ae_blas_int *k, const ae_real *alpha, const ae_real *a, const ae_blas_int *lda,
                     const ae_real *b, const ae_blas_int *ldb, const ae_real *beta, ae_real *c,
                     const ae_blas_int *ldc);

/* C = alpha op (A) op (B) + beta C, column-major, op by 'N' or 'T'. */
static inline void
AE (gemm) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
           const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc)
{
  ae_blas_int M = (ae_blas_int) m, N = (ae_blas_int) n, K = (ae_blas_int) k;
  ae_blas_int LDA = (ae_blas_int) lda, LDB = (ae_blas_int) ldb, LDC = (ae_blas_int) ldc;

  AE_BLAS (gemm) (&ta, &tb, &M, &N, &K, &alpha, a, &LDA, b, &LDB, &beta, c, &LDC);
}

#endif
