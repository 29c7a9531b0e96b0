/* Principal components.  With n >= d: the covariance, then its top eigenvectors
   (syevr: Dhillon, Parlett, Voemel, "The design and implementation of the MRRR
   algorithm", ACM TOMS 32, 2006).  With n < d: the singular value decomposition
   of the centred data, which is then the smaller problem and the more accurate
   one.  From AE_PANELS_FROM on either goes by panels, between which Ctrl-C is heard. */
#include "pca.h"
#include "covariance.h"
#include "panels.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#ifdef AE_DOUBLE
#define gesdd_ dgesdd_
#else
#define gesdd_ sgesdd_
#endif

/* Fortran passes the lengths of strings last, unseen. */
void gesdd_ (const char *jobz, const int *m, const int *n, ae_real *a, const int *lda, ae_real *s, ae_real *u,
             const int *ldu, ae_real *vt, const int *ldvt, ae_real *work, const int *lwork, int *iwork, int *info,
             size_t);
void dsyevr_ (const char *jobz, const char *range, const char *uplo, const int *n, double *a, const int *lda,
              const double *vl, const double *vu, const int *il, const int *iu, const double *abstol, int *m, double *w,
              double *z, const int *ldz, int *isuppz, double *work, const int *lwork, int *iwork, const int *liwork,
              int *info, size_t, size_t, size_t);

typedef struct {
  const AE (samples) *x; /* d-by-n, the caller's */
  size_t d, n;
  ae_real *mean;    /* d, the caller's */
  ae_real *centred; /* d-by-n, where n < d */
  double *cov;      /* d-by-d, lower triangle, where n >= d */
} task_data;

/* The mean, and the few columns minus it. */
static ae_status
centre (task_data *j, ae_error *err)
{
  size_t d = j->d, n = j->n;
  double *sum = ae_calloc (d, sizeof *sum);

  j->centred = ae_malloc (d * n, sizeof *j->centred);
  if (! sum || ! j->centred)
    {
      ae_free (sum);
      return ae_fail_memory (err, d * n * sizeof *j->centred);
    }
  for (size_t c = 0; c < n; c++)
    {
      ae_real *to = j->centred + c * d;

      AE (samples_row) (j->x, d, c, 0, d, to);
      for (size_t i = 0; i < d; i++)
        sum[i] += to[i];
    }
  for (size_t i = 0; i < d; i++)
    j->mean[i] = (ae_real) (sum[i] / (double) n);
  for (size_t c = 0; c < n; c++)
    for (size_t i = 0; i < d; i++)
      j->centred[c * d + i] -= j->mean[i];
  ae_free (sum);
  return AE_OK;
}

/* The length of the work space that LAPACK asked for, as it came in a real
   number; 0: an int cannot hold it. */
static int
work_length (double asked)
{
  /* A float cannot hold every whole number: room for its rounding. */
  double n = asked * 1.000001 + 64;

  return n < INT_MAX ? (int) n : 0;
}

static ae_status
too_large (size_t rows, size_t cols, ae_error *err)
{
  return ae_fail (err, AE_SHAPE, "size", "%zu-by-%zu numbers are more than LAPACK can work on", rows, cols);
}

/* Few vectors of not too small a matrix take less time by panels, too. */
enum { FEW_FROM = 256 };

/* The eigenvalues il .. iu (1-based, rising) of the lower triangle a
   (d-by-d, destroyed), and the vectors z (d-by-(iu - il + 1)) unless NULL. */
static ae_status
eigen (double *a, size_t d, size_t il, size_t iu, double *w, double *z, ae_error *err)
{
  int n = (int) d, lo = (int) il, hi = (int) iu, m, lwork = -1, liwork = -1, isize, info, all = iu - il + 1 == d;
  int *isuppz = ae_malloc (2 * d, sizeof *isuppz), *iwork;
  double none = 0, size, *work;

  if (d >= AE_PANELS_FROM || (z && d >= FEW_FROM && iu - il < d / 4))
    {
      ae_free (isuppz);
      return AE (panels_eigen) (a, d, il, iu, w, z, err);
    }
  if (! isuppz)
    return ae_fail_memory (err, 2 * d * sizeof *isuppz);
  const char *jobz = z ? "V" : "N", *range = all ? "A" : "I";
  dsyevr_ (jobz, range, "L", &n, a, &n, &none, &none, &lo, &hi, &none, &m, w, z, &n, isuppz, &size, &lwork, &isize,
           &liwork, &info, 1, 1, 1);
  lwork = work_length (size);
  liwork = isize;
  if (lwork < 1 || liwork < 1)
    {
      ae_free (isuppz);
      return too_large (d, d, err);
    }
  work = ae_malloc ((size_t) lwork, sizeof *work);
  iwork = ae_malloc ((size_t) liwork, sizeof *iwork);
  ae_status status = work && iwork ? ae_blas_room (1, err) : ae_fail_memory (err, (size_t) lwork * sizeof *work);
  if (status == AE_OK)
    dsyevr_ (jobz, range, "L", &n, a, &n, &none, &none, &lo, &hi, &none, &m, w, z, &n, isuppz, work, &lwork, iwork,
             &liwork, &info, 1, 1, 1);
  if (status == AE_OK && info != 0)
    status = ae_fail (err, AE_NONFINITE, "eigen", "LAPACK's dsyevr failed (info %d)", info);
  ae_free (work);
  ae_free (iwork);
  ae_free (isuppz);
  return status;
}

/* The fewest of count falling values v that sum to share * total. */
static size_t
enough (const double *v, size_t count, double share, double total)
{
  double sum = 0;
  size_t k = 0;

  while (k < count && (k == 0 || sum < share * total))
    sum += v[k++];
  return k;
}

/* How many eigenvalues of cov hold the share; cov itself stays. */
static ae_status
count_by_share (const task_data *j, double share, double total, size_t *k, ae_error *err)
{
  size_t d = j->d;
  double *copy = ae_malloc (d * d, sizeof *copy), *w = ae_malloc (d, sizeof *w);
  ae_status status = copy && w ? AE_OK : ae_fail_memory (err, d * d * sizeof *copy);

  if (status == AE_OK)
    {
      memcpy (copy, j->cov, d * d * sizeof *copy);
      status = eigen (copy, d, 1, d, w, NULL, err);
    }
  if (status == AE_OK)
    {
      for (size_t i = 0; i < d / 2; i++)
        {
          double t = w[i];
          w[i] = w[d - 1 - i];
          w[d - 1 - i] = t;
        }
      *k = enough (w, d, share, total);
    }
  ae_free (copy);
  ae_free (w);
  return status;
}

/* The caller's results from rising eigenvalues w and vectors z (d-by-m). */
static void
store_eigen (const double *w, const double *z, size_t d, size_t m, size_t k, double scale, ae_real *components,
             ae_real *variances)
{
  for (size_t c = 0; c < k; c++)
    {
      const double *v = z + (m - 1 - c) * d;
      for (size_t i = 0; i < d; i++)
        components[c * d + i] = (ae_real) v[i];
      variances[c] = (ae_real) fmax (w[m - 1 - c] * scale, 0);
    }
}

static ae_status
check_total (double total, ae_error *err)
{
  if (! isfinite (total))
    return ae_fail (err, AE_NONFINITE, "overflow", "the squares of X overflow its precision; scale X first");
  if (total <= 0)
    return ae_fail (err, AE_VALUE, "constant", "X must vary, got samples that are all the same");
  return AE_OK;
}

/* More samples than features: eigenvectors of the covariance. */
static ae_status
by_covariance (task_data *j, double share, size_t *k, ae_real *components, ae_real *variances, double *total,
               ae_error *err)
{
  size_t d = j->d, m = d;
  double *w = NULL, *z = NULL, sum = 0;
  ae_status status;

  j->cov = ae_calloc (d * d, sizeof *j->cov);
  if (! j->cov)
    return ae_fail_memory (err, d * d * sizeof *j->cov);
  status = AE (covariance) (j->x, d, j->n, j->mean, j->cov, err);
  for (size_t i = 0; i < d; i++)
    sum += j->cov[i * d + i];
  if (status == AE_OK)
    status = check_total (sum, err);
  if (status == AE_OK && share > 0)
    status = count_by_share (j, share, sum, k, err);
  if (status == AE_OK)
    {
      /* A few vectors by inverse iteration, many by MRRR, which wants all. */
      m = *k <= d / 4 || d >= AE_PANELS_FROM ? *k : d;
      w = ae_malloc (d, sizeof *w);
      z = ae_malloc (d * m, sizeof *z);
      status = w && z ? eigen (j->cov, d, d - m + 1, d, w, z, err) : ae_fail_memory (err, d * m * sizeof *z);
    }
  if (status == AE_OK)
    {
      store_eigen (w, z, d, m, *k, 1 / (double) (j->n - 1), components, variances);
      *total = sum / (double) (j->n - 1);
    }
  ae_free (w);
  ae_free (z);
  ae_free (j->cov);
  return status;
}

/* a (m-by-n, m >= n) becomes its left singular vectors, s the values. */
static ae_status
singular (ae_real *a, size_t rows, size_t cols, ae_real *s, ae_error *err)
{
  int m = (int) rows, n = (int) cols, lwork = -1, one = 1, info = 0;
  ae_real size, *vt = ae_malloc (cols * cols, sizeof *vt), *work = NULL;
  int *iwork = ae_malloc (8 * cols, sizeof *iwork);

  gesdd_ ("O", &m, &n, a, &m, s, &size, &one, vt, &n, &size, &lwork, iwork, &info, 1);
  lwork = work_length ((double) size);
  if (lwork < 1)
    {
      ae_free (vt);
      ae_free (iwork);
      return too_large (rows, cols, err);
    }
  work = ae_malloc ((size_t) lwork, sizeof *work);
  ae_status status = vt && iwork && work ? ae_blas_room (1, err) : ae_fail_memory (err, (size_t) lwork * sizeof *work);
  if (status == AE_OK)
    gesdd_ ("O", &m, &n, a, &m, s, &size, &one, vt, &n, work, &lwork, iwork, &info, 1);
  if (status == AE_OK && info != 0)
    status = ae_fail (err, AE_NONFINITE, "svd", "LAPACK's gesdd failed (info %d)", info);
  ae_free (vt);
  ae_free (iwork);
  ae_free (work);
  return status;
}

/* Fewer samples than features: singular vectors of the centred data. */
static ae_status
by_singular_values (task_data *j, double share, size_t *k, ae_real *components, ae_real *variances, double *total,
                    ae_error *err)
{
  size_t d = j->d, n = j->n;
  ae_real *s = ae_malloc (n, sizeof *s);
  double *squares = ae_malloc (n, sizeof *squares), sum = 0;
  ae_status status = s && squares ? centre (j, err) : ae_fail_memory (err, n * sizeof *squares);

  if (status == AE_OK)
    {
      for (size_t i = 0; i < d * n; i++)
        sum += (double) j->centred[i] * j->centred[i];
      status = check_total ((ae_real) sum, err);
    }
  if (status == AE_OK)
    status = n < AE_PANELS_FROM ? singular (j->centred, d, n, s, err) : AE (panels_singular) (j->centred, d, n, s, err);
  if (status == AE_OK)
    {
      for (size_t i = 0; i < n; i++)
        squares[i] = (double) s[i] * s[i];
      *k = share > 0 ? enough (squares, n, share, sum) : *k;
      memcpy (components, j->centred, d * *k * sizeof *components);
      for (size_t i = 0; i < *k; i++)
        variances[i] = (ae_real) (squares[i] / (double) (n - 1));
      *total = sum / (double) (n - 1);
    }
  ae_free (j->centred);
  ae_free (s);
  ae_free (squares);
  return status;
}

/* The largest element of each column becomes positive (the first, if two are
   as large): LAPACK's signs depend on its version and the number of threads. */
static void
fix_signs (ae_real *v, size_t d, size_t k)
{
  for (size_t c = 0; c < k; c++, v += d)
    {
      size_t top = 0;
      for (size_t i = 1; i < d; i++)
        if (fabs ((double) v[i]) > fabs ((double) v[top]))
          top = i;
      if (v[top] < 0)
        for (size_t i = 0; i < d; i++)
          v[i] = -v[i];
    }
}

ae_status
AE (pca) (const AE (samples) *x, size_t d, size_t n, double share, size_t *k, ae_real *mean, ae_real *components,
          ae_real *variances, double *total, ae_error *err)
{
  task_data j = { .x = x, .d = d, .n = n, .mean = mean };
  ae_status status = ae_blas_room (1, err);

  if (status != AE_OK)
    return status;
  ae_blas_begin ();
  status = n < d ? by_singular_values (&j, share, k, components, variances, total, err)
                 : by_covariance (&j, share, k, components, variances, total, err);
  ae_blas_end ();
  if (status == AE_OK)
    fix_signs (components, d, *k);
  return status;
}
