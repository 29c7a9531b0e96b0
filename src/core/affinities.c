/* The affinities of t-SNE: van der Maaten and Hinton, "Visualizing data using
   t-SNE", JMLR 9, 2008; on nearest neighbours only: van der Maaten,
   "Accelerating t-SNE using tree-based algorithms", JMLR 15, 2014. */
#include "base/sort.h"
#include "embed.h"

#include <math.h>

enum { POINTS = 128 }; /* points in one task */

typedef struct {
  size_t k, n;
  double target; /* log (perplexity) */
  const ae_real *distance;
  ae_real *p;
} calibration;

/* Weights exp (-b (d - d0)), their sum, the entropy of p = weight / sum, and
   its derivative with respect to log (b). */
static double
entropy (const ae_real *d, size_t k, double b, double *sum, double *slope)
{
  double s = 0, m = 0, v = 0;

  for (size_t i = 0; i < k; i++)
    {
      double t = b * ((double) d[i] - (double) d[0]), w = exp (-t);
      s += w;
      m += w * t;
      v += w * t * t;
    }
  m /= s;
  *sum = s;
  *slope = m * m - v / s;
  /* cppcheck-suppress invalidFunctionArg; k > 0, so s >= 1 */
  return log (s) + m;
}

/* The b whose entropy is the target, by Newton's method on log (b) inside a
   shrinking bracket.  Where none exists (the nearest points all at the same
   distance) b ends large or small, and the weights are 0 or 1: still right. */
static double
find_precision (const ae_real *d, size_t k, double target, double *sum)
{
  double spread = (double) d[k - 1] - (double) d[0], lo = -60, hi = 60, at = 0, slope;
  double scale = spread > 0 ? 1 / spread : 1;

  for (int step = 0; step < 100; step++)
    {
      double gap = entropy (d, k, scale * exp (at), sum, &slope) - target, next;
      if (fabs (gap) < 1e-9)
        break;
      if (gap > 0)
        lo = at;
      else
        hi = at;
      next = at - gap / slope;
      at = next > lo && next < hi ? next : (lo + hi) / 2;
      if (hi - lo < 1e-9)
        break;
    }
  return scale * exp (at);
}

/* Task: the conditional affinities of POINTS points. */
static void
calibrate (void *arg, size_t index, int worker)
{
  const calibration *c = arg;
  size_t last = (index + 1) * POINTS < c->n ? (index + 1) * POINTS : c->n;

  (void) worker;
  for (size_t i = index * POINTS; i < last; i++)
    {
      const ae_real *d = c->distance + i * c->k;
      ae_real *p = c->p + i * c->k;
      double sum, b = find_precision (d, c->k, c->target, &sum), slope;

      entropy (d, c->k, b, &sum, &slope);
      for (size_t k = 0; k < c->k; k++)
        p[k] = (ae_real) (exp (-b * ((double) d[k] - (double) d[0])) / sum);
    }
}

void
AE (conditional) (const ae_real *distance, size_t k, size_t n, double perplexity, int threads, ae_real *p)
{
  calibration c = { k, n, log (perplexity), distance, p };

  ae_parallel (threads, (n + POINTS - 1) / POINTS, calibrate, &c);
}

typedef struct {
  size_t n;
  int32_t *start, *length; /* rows with both halves; length after merging */
  int32_t *column;
  ae_real *value;
} rows;

/* A row on its way to being sorted by column. */
typedef struct {
  int32_t *column;
  ae_real *value;
} row;

static int
column_before (const void *list, size_t i, size_t k)
{
  const row *r = list;

  return r->column[i] < r->column[k];
}

static void
swap_entries (void *list, size_t i, size_t k)
{
  row *r = list;
  int32_t column = r->column[i];
  ae_real value = r->value[i];

  r->column[i] = r->column[k];
  r->value[i] = r->value[k];
  r->column[k] = column;
  r->value[k] = value;
}

/* Sorts a row by column and adds up what stands twice. */
static int32_t
merge_row (int32_t *column, ae_real *value, int32_t count)
{
  int32_t kept = 0;

  ae_sort (&(row){ column, value }, (size_t) count, column_before, swap_entries);
  for (int32_t i = 1; i < count; i++)
    if (column[i] == column[kept])
      value[kept] += value[i];
    else
      {
        column[++kept] = column[i];
        value[kept] = value[i];
      }
  return count > 0 ? kept + 1 : 0;
}

static void
merge_rows (void *arg, size_t index, int worker)
{
  rows *r = arg;
  size_t last = (index + 1) * POINTS < r->n ? (index + 1) * POINTS : r->n;

  (void) worker;
  for (size_t i = index * POINTS; i < last; i++)
    r->length[i] = merge_row (r->column + r->start[i], r->value + r->start[i], r->start[i + 1] - r->start[i]);
}

/* Writes p and p' / (2n) into the rows; length counts what each row holds. */
static void
fill_rows (rows *r, const int32_t *index, const ae_real *p, size_t k)
{
  double scale = 0.5 / (double) r->n;

  for (size_t i = 0; i < r->n; i++)
    for (size_t e = i * k; e < (i + 1) * k; e++)
      {
        size_t other = (size_t) index[e];
        int32_t a = r->start[i] + r->length[i]++, b = r->start[other] + r->length[other]++;
        r->column[a] = index[e];
        r->column[b] = (int32_t) i;
        r->value[a] = r->value[b] = (ae_real) (p[e] * scale);
      }
}

ae_status
AE (symmetrise) (const int32_t *index, const ae_real *p, size_t k, size_t n, int threads, int32_t *start,
                 int32_t *column, ae_real *value, ae_error *err)
{
  rows r = { n, start, ae_calloc (n, sizeof (int32_t)), column, value };
  int32_t to = 0;

  if (! r.length)
    return ae_fail_memory (err, n * sizeof (int32_t));
  for (size_t i = 0; i <= n; i++)
    start[i] = i < n ? (int32_t) k : 0;
  for (size_t e = 0; e < n * k; e++)
    start[index[e]]++;
  for (size_t i = 0; i <= n; i++)
    {
      int32_t size = start[i];
      start[i] = to;
      to += size;
    }
  fill_rows (&r, index, p, k);
  ae_parallel (threads, (n + POINTS - 1) / POINTS, merge_rows, &r);
  to = 0;
  for (size_t i = 0; i < n; i++)
    {
      int32_t from = start[i];
      start[i] = to;
      for (int32_t e = 0; e < r.length[i]; e++)
        {
          column[to] = column[from + e];
          value[to++] = value[from + e];
        }
    }
  start[n] = to;
  ae_free (r.length);
  return AE_OK;
}

typedef struct {
  const AE (affinity) *p;
  const int32_t *order, *place;
  int32_t *start, *column;
  ae_real *value;
} renumbering;

static void
copy_rows (void *arg, size_t index, int worker)
{
  const renumbering *r = arg;
  size_t last = (index + 1) * POINTS < r->p->n ? (index + 1) * POINTS : r->p->n;

  (void) worker;
  for (size_t i = index * POINTS; i < last; i++)
    {
      int32_t from = r->p->start[r->order[i]], to = r->start[i];
      for (; to < r->start[i + 1]; from++, to++)
        {
          r->column[to] = r->place[r->p->column[from]];
          r->value[to] = r->p->value[from];
        }
    }
}

ae_status
AE (renumber) (const AE (affinity) *p, const int32_t *order, int threads, int32_t *start, int32_t *column,
               ae_real *value, ae_error *err)
{
  int32_t *place = ae_malloc (p->n, sizeof *place);
  renumbering r = { p, order, place, start, column, value };

  if (! place)
    return ae_fail_memory (err, p->n * sizeof *place);
  for (size_t i = 0; i < p->n; i++)
    place[i] = -1;
  for (size_t i = 0; i < p->n; i++)
    place[order[i]] = (int32_t) i;
  start[0] = 0;
  for (size_t i = 0; i < p->n; i++)
    {
      if (place[i] < 0)
        {
          ae_free (place);
          return ae_fail (err, AE_VALUE, "value", "order must be a permutation, %zu is missing", i);
        }
      start[i + 1] = start[i] + p->start[order[i] + 1] - p->start[order[i]];
    }
  ae_parallel (threads, (p->n + POINTS - 1) / POINTS, copy_rows, &r);
  ae_free (place);
  return AE_OK;
}
