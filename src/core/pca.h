/* Principal components, through LAPACK. */
#ifndef AE_PCA_H
#define AE_PCA_H

#include "samples.h"

/* The leading principal components of x (d-by-n, a sample a column, n >= 2),
   scaled as x says.
   With share = 0 it finds *k of them (at most min (d, n)); with 0 < share < 1
   it sets *k to the fewest that hold this share of the variance.

   The caller owns the results: mean (d), components (d-by-min (d, n), of which
   the first *k columns are filled: orthonormal, by falling variance, the
   largest element of each positive), variances (min (d, n), of which *k;
   divided by n - 1) and *total, the sum of the variances of all features.
   Memory beyond that: O(d^2).  The same bits for any number of threads. */
ae_status AE (pca) (const AE (samples) *x, size_t d, size_t n, double share, size_t *k, ae_real *mean,
                    ae_real *components, ae_real *variances, double *total, ae_error *err);

#endif
