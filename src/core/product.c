/* Matrix products: by the BLAS, or by the core's own kernel where the BLAS is
   not to be called from several threads or is slower than that. */
#include "blas.h"
#include "simd/simd.h"

/* Fortran passes the lengths of strings last, unseen. */
void AE_BLAS (gemm) (const char *transa, const char *transb, const ae_blas_int *m, const ae_blas_int *n,
                     const ae_blas_int *k, const ae_real *alpha, const ae_real *a, const ae_blas_int *lda,
                     const ae_real *b, const ae_blas_int *ldb, const ae_real *beta, ae_real *c,
                     const ae_blas_int *ldc, size_t, size_t);

void
AE (gemm) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
           const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc)
{
  ae_blas_int M = (ae_blas_int) m, N = (ae_blas_int) n, K = (ae_blas_int) k;
  ae_blas_int LDA = (ae_blas_int) lda, LDB = (ae_blas_int) ldb, LDC = (ae_blas_int) ldc;

  if (ae_blas_usable ())
    AE_BLAS (gemm) (&ta, &tb, &M, &N, &K, &alpha, a, &LDA, b, &LDB, &beta, c, &LDC, 1, 1);
  else
    AE (kernels_now) ()->product (ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

void
AE (gemm_of_shard) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
                    const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc)
{
  if (ae_blas_for_shards ())
    AE (gemm) (ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
  else
    AE (kernels_now) ()->product (ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

void
AE (gemm_over_shards) (size_t m, size_t n, size_t S, size_t count, const ae_real *const *a, const ae_real *const *b,
                       ae_real beta, ae_real *c, size_t ldc)
{
  if (! ae_blas_for_shards ())
    {
      AE (kernels_now) ()->product_of_shards (m, n, S, count, a, b, beta, c, ldc);
      return;
    }
  for (size_t g = 0; g < count; g++)
    AE (gemm) ('T', 'N', m, n, S, 1, a[g], S, b[g], S, g == 0 ? beta : 1, c, ldc);
}
