/* Exact nearest neighbours and neighbour ranks: distances by matrix products
   over blocks, never all of them at once.

   |x - q|^2 - |q|^2 = |x|^2 - 2 x'q orders the candidates of q; the nearest few
   are measured again by differences, which cancellation does not touch. */
#include "base/sort.h"
#include "blas.h"
#include "embed.h"

#include <string.h>

enum {
  QUERIES = 64,  /* queries that one task of neighbours answers */
  ROWS = 32,     /* queries that one task of ranks answers */
  BLOCK = 1024,  /* columns of x in one product */
  SPARE = 8      /* candidates beyond k that are measured again */
};

typedef struct {
  ae_real distance;
  int32_t index;
} candidate;

typedef struct {
  const AE (embed_kernels) *use;
  const ae_real *x, *q; /* d-by-n, d-by-m */
  size_t d, n, m;
  long self;
  size_t k, keep;       /* asked for; held while searching */
  size_t room;          /* of one query's candidates */
  ae_real *squares;     /* |x|^2, n */
  ae_real *products;    /* for each worker */
  int32_t *hits;        /* for each worker */
  candidate *found;     /* QUERIES * room for each worker (ranks: k) */
  size_t *above;        /* k + 1 for each worker (ranks) */
  int overflow;         /* set when distances were not numbers */
  int32_t *index;       /* result */
  ae_real *distance;    /* result */
  const int32_t *wanted; /* ranks: k-by-m */
  int32_t *rank;         /* ranks: result */
} task_data;

static size_t
least (size_t a, size_t b)
{
  return a < b ? a : b;
}

static int
nearer (candidate a, candidate b)
{
  return (a.distance < b.distance) | ((a.distance == b.distance) & (a.index < b.index));
}

/* Task: |x|^2 of BLOCK columns. */
static void
square_block (void *arg, size_t index, int worker)
{
  task_data *j = arg;
  size_t last = least ((index + 1) * BLOCK, j->n);

  (void) worker;
  for (size_t i = index * BLOCK; i < last; i++)
    j->squares[i] = j->use->square (j->x + i * j->d, j->d);
}

/* out (ld-by-cols) = -2 x' q for rows x0 .. x0+rows-1 and queries q0 .. q0+cols-1. */
static void
multiply (const task_data *j, size_t x0, size_t rows, size_t q0, size_t cols, ae_real *out, size_t ld)
{
  AE (gemm) ('T', 'N', rows, cols, j->d, -2, j->x + x0 * j->d, j->d, j->q + q0 * j->d, j->d, 0, out, ld);
}

static void
swap_candidates (void *list, size_t i, size_t k)
{
  candidate *c = list, t = c[i];

  c[i] = c[k];
  c[k] = t;
}

/* Moves those of c[lo..hi-1] that are nearer than the one in the middle to the
   front, and that one behind them; returns its place.  No branch depends on a
   distance: half of such would be mispredicted. */
static size_t
part_candidates (candidate *c, size_t lo, size_t hi)
{
  size_t place = lo;

  swap_candidates (c, lo + (hi - lo) / 2, hi - 1);
  for (size_t i = lo; i < hi - 1; i++)
    {
      candidate t = c[i];
      c[i] = c[place];
      c[place] = t;
      place += nearer (t, c[hi - 1]);
    }
  swap_candidates (c, place, hi - 1);
  return place;
}

/* Moves the keep nearest of count candidates to the front, the farthest of
   them last: Hoare, "Algorithm 65: find", Comm. ACM 4, 1961. */
static void
select_nearest (candidate *c, size_t count, size_t keep)
{
  size_t lo = 0, hi = count;

  while (hi - lo > 1)
    {
      size_t place = part_candidates (c, lo, hi);

      if (place >= keep)
        hi = place;
      else
        lo = place + 1;
      if (place + 1 == keep)
        return;
    }
}

static int
nearer_at (const void *list, size_t i, size_t k)
{
  const candidate *c = list;

  return nearer (c[i], c[k]);
}

static void
sort_nearest (candidate *c, size_t count)
{
  ae_sort (c, count, nearer_at, swap_candidates);
}

/* Takes the hits of one query in the block at x0; returns the new count.  What
   is as far as the limit counts: its number may be the smaller one. */
static size_t
take_hits (const task_data *j, const ae_real *row, size_t x0, size_t rows, long self, candidate *c, size_t count,
           ae_real *limit, int32_t *hits)
{
  size_t found = j->use->upto (row, j->squares + x0, rows, *limit, hits);

  for (size_t h = 0; h < found; h++)
    {
      size_t i = x0 + (size_t) hits[h];
      ae_real v = row[hits[h]] + j->squares[i];
      if ((long) i == self || ! (v <= *limit))
        continue;
      c[count].distance = v;
      c[count++].index = (int32_t) i;
      if (count == j->room)
        {
          select_nearest (c, count, j->keep);
          count = j->keep;
          *limit = c[count - 1].distance;
        }
    }
  return count;
}

/* Measures the candidates of query i by differences and stores the k nearest. */
static void
store_query (task_data *j, size_t i, candidate *c, size_t count)
{
  if (count < j->k)
    {
      __atomic_store_n (&j->overflow, 1, __ATOMIC_RELAXED);
      return;
    }
  if (count > j->keep)
    select_nearest (c, count, j->keep);
  count = least (count, j->keep);
  for (size_t k = 0; k < count; k++)
    c[k].distance = j->use->distance (j->q + i * j->d, j->x + (size_t) c[k].index * j->d, j->d);
  sort_nearest (c, count);
  for (size_t k = 0; k < j->k; k++)
    {
      j->index[i * j->k + k] = c[k].index;
      j->distance[i * j->k + k] = c[k].distance;
    }
}

/* The block to look at in turn `at`: the queries' own, then those beside it, one
   on either side in turn and all round.  Who gave x in an order in which near
   columns are near each other has soon found most neighbours, and few
   candidates follow. */
static size_t
block_in_turn (const task_data *j, size_t q0, size_t at)
{
  size_t blocks = (j->n + BLOCK - 1) / BLOCK, own = j->self < 0 ? 0 : ((size_t) j->self + q0) / BLOCK;

  return (own + (at % 2 ? (at + 1) / 2 : blocks - at / 2)) % blocks;
}

/* Task: the neighbours of QUERIES queries. */
static void
find_block (void *arg, size_t index, int worker)
{
  task_data *j = arg;
  size_t q0 = index * QUERIES, cols = least (QUERIES, j->m - q0), w = (size_t) worker;
  ae_real *products = j->products + w * QUERIES * BLOCK, limit[QUERIES];
  candidate *c = j->found + w * QUERIES * j->room;
  size_t count[QUERIES] = { 0 };

  for (size_t i = 0; i < cols; i++)
    limit[i] = (ae_real) __builtin_inff ();
  for (size_t at = 0; at * BLOCK < j->n; at++)
    {
      size_t x0 = block_in_turn (j, q0, at) * BLOCK, rows = least (BLOCK, j->n - x0);
      multiply (j, x0, rows, q0, cols, products, BLOCK);
      for (size_t i = 0; i < cols; i++)
        count[i] = take_hits (j, products + i * BLOCK, x0, rows, j->self < 0 ? -1 : j->self + (long) (q0 + i),
                              c + i * j->room, count[i], limit + i, j->hits + w * (BLOCK + 1));
    }
  for (size_t i = 0; i < cols; i++)
    store_query (j, q0 + i, c + i * j->room, count[i]);
}

static int
workers_for (int threads, size_t tasks)
{
  size_t most = (size_t) ae_useful_threads (threads);

  return (int) least (most, tasks);
}

static void
release (task_data *j)
{
  ae_free (j->squares);
  ae_free (j->products);
  ae_free (j->hits);
  ae_free (j->found);
  ae_free (j->above);
}

/* Runs the squares, then task over the queries, BLAS on one thread. */
static ae_status
run (task_data *j, ae_task task, size_t tasks, int workers, ae_error *err)
{
  if (ae_blas_room (workers, err) != AE_OK)
    return err->status;
  ae_blas_begin ();
  ae_parallel (workers, (j->n + BLOCK - 1) / BLOCK, square_block, j);
  ae_parallel (workers, tasks, task, j);
  ae_blas_end ();
  return AE_OK;
}

ae_status
AE (neighbours) (const ae_real *x, size_t d, size_t n, const ae_real *q, size_t m, long self, size_t k, int threads,
                 int32_t *index, ae_real *distance, ae_error *err)
{
  task_data j = { .use = AE (embed_kernels_now) (), .x = x, .q = q, .d = d, .n = n, .m = m, .self = self, .k = k };
  size_t tasks = (m + QUERIES - 1) / QUERIES, others = n - (self >= 0);
  int workers = workers_for (threads, tasks);
  ae_status status = AE_OK;

  if (k < 1 || k > others)
    return ae_fail (err, AE_VALUE, "value", "k must be from 1 to %zu, got %zu", others, k);
  j.keep = least (k + SPARE, others);
  j.room = 2 * j.keep + QUERIES;
  j.index = index;
  j.distance = distance;
  j.squares = ae_malloc (n, sizeof *j.squares);
  j.products = ae_malloc ((size_t) workers * QUERIES * BLOCK, sizeof *j.products);
  j.hits = ae_malloc ((size_t) workers * (BLOCK + 1), sizeof *j.hits);
  j.found = ae_malloc ((size_t) workers * QUERIES * j.room, sizeof *j.found);
  if (j.squares && j.products && j.hits && j.found)
    status = run (&j, find_block, tasks, workers, err);
  else
    status = ae_fail_memory (err, (size_t) workers * QUERIES * j.room * sizeof *j.found);
  if (j.overflow)
    status = ae_fail (err, AE_NONFINITE, "overflow", "the squares of X overflow its precision; scale X first");
  release (&j);
  return status;
}

/* How many of the sorted candidates c are nearer than v or are v itself. */
static size_t
place_of (const candidate *c, size_t count, candidate v)
{
  size_t lo = 0, hi = count;

  while (lo < hi)
    {
      size_t mid = (lo + hi) / 2;
      if (nearer (v, c[mid]))
        hi = mid;
      else
        lo = mid + 1;
    }
  return lo;
}

/* The ranks of one query from its row of n products. */
static void
rank_query (const task_data *j, size_t i, const ae_real *row, int32_t *hits, candidate *c, size_t *above)
{
  const int32_t *wanted = j->wanted + i * j->k;
  size_t self = (size_t) j->self + i, found, seen = 0;

  for (size_t k = 0; k < j->k; k++)
    {
      c[k].index = wanted[k];
      c[k].distance = row[wanted[k]] + j->squares[wanted[k]];
    }
  sort_nearest (c, j->k);
  memset (above, 0, (j->k + 1) * sizeof *above);
  found = j->use->upto (row, j->squares, j->n, c[j->k - 1].distance, hits);
  for (size_t h = 0; h < found; h++)
    {
      candidate v = { row[hits[h]] + j->squares[hits[h]], hits[h] };
      if ((size_t) hits[h] != self)
        above[place_of (c, j->k, v)]++;
    }
  /* above[p] points lie between candidates p-1 (itself included) and p. */
  for (size_t p = 0; p < j->k; p++)
    {
      seen += above[p];
      j->rank[i * j->k + p] = (int32_t) (seen + 1);
    }
}

/* Task: the ranks of ROWS queries. */
static void
rank_block (void *arg, size_t index, int worker)
{
  task_data *j = arg;
  size_t q0 = index * ROWS, cols = least (ROWS, j->m - q0), w = (size_t) worker;
  ae_real *rows = j->products + w * ROWS * j->n;

  for (size_t x0 = 0; x0 < j->n; x0 += BLOCK)
    multiply (j, x0, least (BLOCK, j->n - x0), q0, cols, rows + x0, j->n);
  for (size_t i = 0; i < cols; i++)
    rank_query (j, q0 + i, rows + i * j->n, j->hits + w * (j->n + 1), j->found + w * j->k,
                j->above + w * (j->k + 1));
}

ae_status
AE (ranks) (const ae_real *x, size_t d, size_t n, size_t self, size_t m, const int32_t *index, size_t k, int threads,
            int32_t *rank, ae_error *err)
{
  task_data j = { .use = AE (embed_kernels_now) (), .x = x, .q = x + self * d, .d = d, .n = n, .m = m,
                  .self = (long) self, .k = k, .wanted = index, .rank = rank };
  size_t tasks = (m + ROWS - 1) / ROWS;
  int workers = workers_for (threads, tasks);
  ae_status status = AE_OK;

  j.squares = ae_malloc (n, sizeof *j.squares);
  j.products = ae_malloc ((size_t) workers * ROWS * n, sizeof *j.products);
  j.hits = ae_malloc ((size_t) workers * (n + 1), sizeof *j.hits);
  j.found = ae_malloc ((size_t) workers * k, sizeof *j.found);
  j.above = ae_malloc ((size_t) workers * (k + 1), sizeof *j.above);
  if (j.squares && j.products && j.hits && j.found && j.above)
    status = run (&j, rank_block, tasks, workers, err);
  else
    status = ae_fail_memory (err, (size_t) workers * ROWS * n * sizeof *j.products);
  release (&j);
  return status;
}
