/* The covariance of many samples, in one pass over them. */
#ifndef AE_COVARIANCE_H
#define AE_COVARIANCE_H

#include "samples.h"

/* The mean (d) of x (d-by-n, a sample a column, n >= 1, scaled as x says) and, added to the lower
   triangle of scatter (d-by-d), the sum of (x - mean) (x - mean)'.  Both are
   the caller's.  BLAS is single-threaded inside.  The same bits for any number
   of threads. */
ae_status AE (covariance) (const AE (samples) *x, size_t d, size_t n, ae_real *mean, double *scatter, ae_error *err);

#endif
