/* Sums of squared errors, in one pass over the samples. */
#include "errors.h"

typedef struct {
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
  const ae_real *y = j->y + c * j->d, *t = j->t + c * j->d;
  double sse = 0, sst = 0;

  (void) worker;
#pragma omp simd reduction(+ : sse, sst)
  for (size_t i = 0; i < j->d; i++)
    {
      double e = (double) (ae_real) (y[i] - t[i]), m = (double) t[i] - j->mean[i];

      sse += e * e;
      sst += m * m;
    }
  j->columns[c] = (ae_errors){ sse, sst };
}

ae_status
AE (errors) (const ae_real *y, const ae_real *t, const double *mean, size_t d, size_t n, ae_errors *sums,
             ae_error *err)
{
  job j = { y, t, mean, d, ae_malloc (n, sizeof *j.columns) };

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
