/* EM for principal components where values are missing: M. Tipping and
   C. Bishop, "Probabilistic principal component analysis", JRSS B 61, 1999
   (model, E and M step); S. Roweis, "EM algorithms for PCA and SPCA", NIPS 10,
   1998 (missing values); the form of the M step with the mean as one more column
   of W is that of A. Ilin and T. Raiko, JMLR 11, 2010, section 3.

   For sample i with the features o that are there:
     M = Wo' Wo + noise I,  z = M^-1 Wo' (xo - meano),  Cov z = noise M^-1.
   For feature f, over the samples that have it, with u = [z; 1]:
     A = sum (u u' + [noise M^-1, 0; 0, 0]),  b = sum x u,  [w; mean] = A^-1 b.
   Sums over what is missing are taken off the sums over all, as less is. */
#include "pca_em.h"

#include <math.h>
#include <string.h>

enum { LANES = 8 }; /* parts of the samples, each with sums of its own */

/* Element (r, c), r >= c, of a packed lower triangle of order n. */
static size_t
at (size_t n, size_t r, size_t c)
{
  return c * (2 * n - c - 1) / 2 + r;
}

static size_t
triangle (size_t n)
{
  return n * (n + 1) / 2;
}

/* a becomes its Cholesky factor; 0 when it is not positive definite. */
static int
factorise (double *a, size_t n)
{
  for (size_t c = 0; c < n; c++)
    {
      double pivot = a[at (n, c, c)];

      for (size_t j = 0; j < c; j++)
        pivot -= a[at (n, c, j)] * a[at (n, c, j)];
      if (! (pivot > 0))
        return 0;
      pivot = sqrt (pivot);
      a[at (n, c, c)] = pivot;
      for (size_t r = c + 1; r < n; r++)
        {
          double v = a[at (n, r, c)];

          for (size_t j = 0; j < c; j++)
            v -= a[at (n, r, j)] * a[at (n, c, j)];
          a[at (n, r, c)] = v / pivot;
        }
    }
  return 1;
}

/* b becomes the solution of L L' x = b. */
static void
solve (const double *l, size_t n, double *b)
{
  for (size_t r = 0; r < n; r++)
    {
      for (size_t j = 0; j < r; j++)
        b[r] -= l[at (n, r, j)] * b[j];
      b[r] /= l[at (n, r, r)];
    }
  for (size_t r = n; r-- > 0;)
    {
      for (size_t j = r + 1; j < n; j++)
        b[r] -= l[at (n, j, r)] * b[j];
      b[r] /= l[at (n, r, r)];
    }
}

/* ---- one sample's code, from what is there ---- */

typedef struct {
  double *M;       /* triangle (k): factor of M */
  double *z;       /* k */
  double *column;  /* k */
  ae_real *x;      /* d */
} scratch;

static size_t
scratch_numbers (size_t k)
{
  return triangle (k) + 2 * k;
}

static scratch
lay_out (double *numbers, ae_real *x, size_t k)
{
  return (scratch){ numbers, numbers + triangle (k), numbers + triangle (k) + k, x };
}

/* all: Wo' Wo over every feature, to take what is missing off.  Returns the
   log-likelihood of the sample (0 when nothing is there); *there counts. */
static double
infer (const ae_ppca *m, const double *all, scratch *s, size_t *there)
{
  size_t d = m->d, k = m->k;
  double residual = 0, fit = 0, logdet = 0;

  *there = 0;
  memcpy (s->M, all, triangle (k) * sizeof *all);
  memset (s->z, 0, k * sizeof *s->z);
  for (size_t f = 0; f < d; f++)
    {
      double e = (double) s->x[f] - m->mean[f];
      const double *w = m->W + f; /* d apart */

      if (e == e)
        {
          ++*there;
          residual += e * e;
          for (size_t c = 0; c < k; c++)
            s->z[c] += w[c * d] * e;
        }
      else
        for (size_t c = 0, i = 0; c < k; c++)
          for (size_t r = c; r < k; r++)
            s->M[i++] -= w[r * d] * w[c * d];
    }
  for (size_t c = 0; c < k; c++)
    s->M[at (k, c, c)] += m->noise;
  if (! factorise (s->M, k))
    return NAN;
  memcpy (s->column, s->z, k * sizeof *s->z);
  solve (s->M, k, s->z);
  for (size_t c = 0; c < k; c++)
    {
      fit += s->column[c] * s->z[c];
      logdet += 2 * log (s->M[at (k, c, c)]);
    }
  return -0.5 * ((double) *there * log (2 * M_PI) + ((double) *there - (double) k) * log (m->noise) + logdet
                 + (residual - fit) / m->noise);
}

static void
gram (const ae_ppca *m, double *all)
{
  for (size_t c = 0, i = 0; c < m->k; c++)
    for (size_t r = c; r < m->k; r++, i++)
      {
        all[i] = 0;
        for (size_t f = 0; f < m->d; f++)
          all[i] += m->W[r * m->d + f] * m->W[c * m->d + f];
      }
}

/* ---- fitting ---- */

typedef struct {
  const AE (samples) *x;
  size_t n, K;      /* K = k + 1: the mean is a column more */
  ae_ppca *m;
  double *all;      /* triangle (k) */
  double *sums;     /* LANES blocks of `block` numbers */
  size_t block;
  double *work;     /* LANES scratches */
  ae_real *rows;    /* LANES samples */
  double *right;    /* d-by-K: room for b */
  double *feature;  /* d: squares that a feature leaves */
} em;

/* A lane's sums: over all its samples, then what each feature misses, then b,
   x^2 and count of each feature, then the log-likelihood. */
typedef struct { double *A, *missed, *b, *squares, *count, *loglik; } sums;

static sums
sums_of (const em *e, size_t lane)
{
  size_t t = triangle (e->K), d = e->m->d;
  double *p = e->sums + lane * e->block;

  return (sums){ p, p + t, p + t + d * t, p + t + d * (t + e->K), p + t + d * (t + e->K + 1),
                 p + t + d * (t + e->K + 2) };
}

/* u u' + cov of one sample, u = [z; 1], as a packed triangle of order K. */
static void
moments (const em *e, scratch *s, double *out)
{
  size_t k = e->m->k, K = e->K;

  for (size_t c = 0; c < k; c++)
    {
      memset (s->column, 0, k * sizeof *s->column);
      s->column[c] = 1;
      solve (s->M, k, s->column);
      for (size_t r = c; r < k; r++)
        out[at (K, r, c)] = e->m->noise * s->column[r] + s->z[r] * s->z[c];
      out[at (K, k, c)] = s->z[c];
    }
  out[at (K, k, k)] = 1;
}

static void
add_sample (const em *e, scratch *s, sums *to, double *moment)
{
  size_t d = e->m->d, k = e->m->k, K = e->K, t = triangle (K);

  moments (e, s, moment);
  for (size_t i = 0; i < t; i++)
    to->A[i] += moment[i];
  for (size_t f = 0; f < d; f++)
    {
      double v = s->x[f];

      if (v == v)
        {
          for (size_t c = 0; c < k; c++)
            to->b[f * K + c] += v * s->z[c];
          to->b[f * K + k] += v;
          to->squares[f] += v * v;
          to->count[f] += 1;
        }
      else
        for (size_t i = 0; i < t; i++)
          to->missed[f * t + i] += moment[i];
    }
}

/* Task: the samples of one lane. */
static void
run_lane (void *arg, size_t lane, int worker)
{
  em *e = arg;
  size_t k = e->m->k, d = e->m->d, from = lane * e->n / LANES, to = (lane + 1) * e->n / LANES, there;
  double *work = e->work + lane * (scratch_numbers (k) + triangle (e->K));
  scratch s = lay_out (work, e->rows + lane * d, k);
  sums out = sums_of (e, lane);

  (void) worker;
  memset (out.A, 0, e->block * sizeof *out.A);
  for (size_t i = from; i < to; i++)
    {
      double loglik;

      AE (samples_row) (e->x, d, i, 0, d, s.x);
      loglik = infer (e->m, e->all, &s, &there);
      *out.loglik += loglik;
      if (there > 0 && isfinite (loglik))
        add_sample (e, &s, &out, work + scratch_numbers (k));
    }
}

/* Task: a feature's row of W and its mean, from the sums of lane 0. */
static void
solve_feature (void *arg, size_t f, int worker)
{
  em *e = arg;
  size_t K = e->K, k = e->m->k, d = e->m->d, t = triangle (K);
  sums s = sums_of (e, 0);
  double *A = s.missed + f * t, *b = s.b + f * K, left = s.squares[f];
  double *right = e->right + f * K;

  (void) worker;
  for (size_t i = 0; i < t; i++)
    A[i] = s.A[i] - A[i];
  if (! factorise (A, K))
    {
      e->feature[f] = NAN;
      return;
    }
  memcpy (right, b, K * sizeof *b);
  solve (A, K, b);
  for (size_t c = 0; c < K; c++)
    left -= right[c] * b[c];
  for (size_t c = 0; c < k; c++)
    e->m->W[c * d + f] = b[c];
  e->m->mean[f] = b[k];
  e->feature[f] = left;
}

/* One iteration; the log-likelihood is that of the model before it. */
static ae_status
iterate (em *e, double least, double *loglik, ae_error *err)
{
  sums s = sums_of (e, 0);
  double squares = 0, count = 0;

  gram (e->m, e->all);
  ae_parallel (0, LANES, run_lane, e);
  for (size_t lane = 1; lane < LANES; lane++)
    for (size_t i = 0; i < e->block; i++)
      e->sums[i] += e->sums[lane * e->block + i];
  *loglik = *s.loglik;
  ae_parallel (0, e->m->d, solve_feature, e);
  for (size_t f = 0; f < e->m->d; f++)
    {
      squares += e->feature[f];
      count += s.count[f];
    }
  if (! isfinite (squares) || ! isfinite (*loglik))
    return ae_fail (err, AE_NONFINITE, "rank", "too few values are there for that many components");
  e->m->noise = fmax (squares / count, least);
  return AE_OK;
}

static void
release (em *e)
{
  ae_free (e->all);
  ae_free (e->sums);
  ae_free (e->work);
  ae_free (e->rows);
  ae_free (e->right);
  ae_free (e->feature);
}

static ae_status
prepare (em *e, ae_error *err)
{
  size_t k = e->m->k, d = e->m->d, t = triangle (e->K);

  e->block = t + d * (t + e->K + 2) + 1;
  e->all = ae_calloc (triangle (k), sizeof *e->all);
  e->sums = ae_calloc (LANES * e->block, sizeof *e->sums);
  e->work = ae_calloc (LANES * (scratch_numbers (k) + t), sizeof *e->work);
  e->rows = ae_calloc (LANES * d, sizeof *e->rows);
  e->right = ae_calloc (d * e->K, sizeof *e->right);
  e->feature = ae_calloc (d, sizeof *e->feature);
  if (e->all && e->sums && e->work && e->rows && e->right && e->feature)
    return AE_OK;
  return ae_fail_memory (err, LANES * e->block * sizeof *e->sums);
}

ae_status
AE (pca_em) (const AE (samples) *x, size_t n, size_t most, double tolerance, ae_ppca *m, ae_em_report *report,
             ae_error *err)
{
  em e = { .x = x, .n = n, .K = m->k + 1, .m = m };
  ae_status status = prepare (&e, err);
  double before = -INFINITY, least = 1e-9 * m->noise, there = 0;

  for (size_t c = 0; c < m->k; c++)
    for (size_t f = 0; f < m->d; f++)
      least += 1e-9 * m->W[c * m->d + f] * m->W[c * m->d + f] / (double) m->d;
  memset (report, 0, sizeof *report);
  if (status == AE_OK)
    there = (double) AE (count_present) (x, m->d, NULL, 0, n);
  while (status == AE_OK && report->iterations < most && ! report->converged)
    {
      status = iterate (&e, least, &report->loglik, err);
      report->iterations++;
      report->converged = report->loglik - before <= tolerance * there;
      before = report->loglik;
    }
  release (&e);
  return status;
}

ae_status
AE (pca_fill) (const ae_ppca *m, ae_real *x, size_t n, ae_error *err)
{
  size_t k = m->k, d = m->d, there;
  double *all = ae_malloc (triangle (k) + scratch_numbers (k), sizeof *all);
  ae_status status = AE_OK;

  if (! all)
    return ae_fail_memory (err, triangle (k) * sizeof *all);
  gram (m, all);
  for (size_t i = 0; i < n && status == AE_OK; i++)
    {
      scratch s = lay_out (all + triangle (k), x + i * d, k);

      if (! isfinite (infer (m, all, &s, &there)))
        status = ae_fail (err, AE_NONFINITE, "rank", "too few values are there for that many components");
      for (size_t f = 0; f < d && there < d; f++)
        if (s.x[f] != s.x[f])
          {
            double v = m->mean[f];

            for (size_t c = 0; c < k; c++)
              v += m->W[c * d + f] * s.z[c];
            s.x[f] = (ae_real) v;
          }
    }
  ae_free (all);
  return status;
}
