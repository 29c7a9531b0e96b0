/* Sums of squared errors, in one pass over the samples. */
#include "errors.h"
#include "simd/simd.h"

typedef struct {
  const AE (kernels) *use;
  const ae_real *y, *t;
  const double *mean;
  size_t d;
  ae_errors *columns;
} job;

/* Task: one column. */
static void
sum_column (void *arg, size_t c, int worker)
{
  const job *j = arg;

  (void) worker;
  j->use->squares (j->y + c * j->d, j->t + c * j->d, j->mean, j->d, &j->columns[c].sse, &j->columns[c].sst);
}

ae_status
AE (errors) (const ae_real *y, const ae_real *t, const double *mean, size_t d, size_t n, ae_errors *sums,
             ae_error *err)
{
  job j = { AE (kernels_now) (), y, t, mean, d, ae_malloc (n, sizeof *j.columns) };

  *sums = (ae_errors){ 0, 0 };
  if (! j.columns)
    return ae_fail_memory (err, n * sizeof *j.columns);
  ae_parallel (0, n, sum_column, &j);
  for (size_t c = 0; c < n; c++)
    {
      sums->sse += j.columns[c].sse;
      sums->sst += j.columns[c].sst;
    }
  ae_free (j.columns);
  return AE_OK;
}
