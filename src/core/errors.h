/* How far samples are from what they should be. */
#ifndef AE_ERRORS_H
#define AE_ERRORS_H

#include "ae.h"

typedef struct {
  double sse; /* sum of (y - t)^2 */
  double sst; /* sum of (t - mean)^2, the mean a number a feature */
} ae_errors;

/* Over y and t (d-by-n), with mean (d).  Differences in the samples' precision,
   sums in double, column by column: the same bits for any number of threads. */
ae_status AE (errors) (const ae_real *y, const ae_real *t, const double *mean, size_t d, size_t n, ae_errors *sums,
                       ae_error *err);

#endif
