/* The covariance in one pass: columns come in blocks, each centred at its own
   mean while it is in the cache, so that a far-off or a drifting mean costs no
   digits; what the blocks' means add is put in at the end (T. Chan, G. Golub,
   R. LeVeque, "Algorithms for computing the sample variance", The American
   Statistician 37, 1983).

   Products of a block are summed in the data's precision, blocks in double. */
#include "covariance.h"
#include "panels.h"
#include "simd/simd.h"

#include <math.h>
#include <string.h>

void dsyrk_ (const char *uplo, const char *trans, const int *n, const int *k, const double *alpha, const double *a,
             const int *lda, const double *beta, double *c, const int *ldc, size_t, size_t);

enum {
  STRIP = 256, /* columns that are packed together */
  BLOCK = 1024, /* columns with a mean of their own */
  STRIPS = BLOCK / STRIP,
  TILE = 128    /* largest edge of a tile of the covariance, a multiple of every panel */
};

typedef struct {
  const AE (gram_kernels) *use;
  const AE (samples) *x; /* d-by-n, the caller's */
  const ae_real *plain; /* the same when nothing has to be done to them, else NULL */
  ae_real *fetched;     /* d-by-STRIP for each strip, unless plain */
  size_t d, n;
  size_t first, count; /* the columns of the present block */
  size_t width;     /* d, rounded up to whole panels */
  ae_real *packed;  /* width-by-STRIP for each strip */
  ae_real *centre;  /* width: the block's mean */
  double *strips;   /* d for each strip: sums of its columns */
  double *blocks;   /* d for each block: sums of its columns */
  size_t tiles;     /* tiles along an edge of the covariance */
  ae_real *tile;    /* TILE-by-TILE for each worker */
  double *scatter;  /* the caller's */
} task_data;

static size_t
least (size_t a, size_t b)
{
  return a < b ? a : b;
}

static size_t
strip_size (const task_data *j, size_t strip)
{
  return least (STRIP, j->count - strip * STRIP);
}

static const ae_real *
strip_at (const task_data *j, size_t strip)
{
  return j->plain ? j->plain + (j->first + strip * STRIP) * j->d : j->fetched + strip * STRIP * j->d;
}

/* Task: the sum of a strip's columns. */
static void
sum_strip (void *arg, size_t strip, int worker)
{
  task_data *j = arg;
  const ae_real *x = strip_at (j, strip);
  double *sum = j->strips + strip * j->d;
  size_t count = strip_size (j, strip), fetched = j->plain ? 0 : count;

  (void) worker;
  memset (sum, 0, j->d * sizeof *sum);
  for (size_t c = 0; c < fetched; c++)
    AE (samples_row) (j->x, j->d, j->first + strip * STRIP + c, 0, j->d, j->fetched + (strip * STRIP + c) * j->d);
  for (size_t c = 0; c < count; c++, x += j->d)
#pragma omp simd
    for (size_t i = 0; i < j->d; i++)
      sum[i] += x[i];
}

/* Task: a strip's columns, minus the block's mean. */
static void
pack_strip (void *arg, size_t strip, int worker)
{
  task_data *j = arg;

  (void) worker;
  j->use->pack (strip_at (j, strip), j->d, strip_size (j, strip), j->centre, j->packed + strip * STRIP * j->width);
}

/* Task: one tile of the lower triangle, from all strips, added to the sum.
   Tasks are numbered along the columns of the triangle of tiles. */
static void
add_tile (void *arg, size_t index, int worker)
{
  task_data *j = arg;
  ae_real *t = j->tile + (size_t) worker * TILE * TILE;
  size_t col = 0, row, strips = (j->count + STRIP - 1) / STRIP;

  for (row = index; row >= j->tiles - col; col++)
    row -= j->tiles - col;
  size_t r0 = (row + col) * TILE, c0 = col * TILE, r1 = least (r0 + TILE, j->width), c1 = least (c0 + TILE, j->width);
  memset (t, 0, TILE * TILE * sizeof *t);
  for (size_t s = 0; s < strips; s++)
    j->use->multiply (j->packed + s * STRIP * j->width, j->d, strip_size (j, s), r0, r1, c0, c1, t, TILE);
  r1 = least (r1, j->d);
  for (size_t c = c0; c < least (c1, j->d); c++)
    {
      double *out = j->scatter + c * j->d;
      const ae_real *in = t + (c - c0) * TILE;
      size_t r = r0 > c ? r0 : c;
#pragma omp simd
      for (size_t i = r; i < r1; i++)
        out[i] += in[i - r0];
    }
}

/* The sum of the present block's columns, its strips' in order, and its mean. */
static void
find_centre (task_data *j, double *sum)
{
  for (size_t s = 0; s * STRIP < j->count; s++)
    for (size_t i = 0; i < j->d; i++)
      sum[i] += j->strips[s * j->d + i];
  for (size_t i = 0; i < j->d; i++)
    j->centre[i] = (ae_real) (sum[i] / (double) j->count);
}

/* Body of a team: every block is summed, packed and multiplied. */
static void
sum_blocks (void *arg)
{
  task_data *j = arg;

  for (j->first = 0; j->first < j->n && ! ae_interrupted (); j->first += BLOCK)
    {
      size_t strips;

      j->count = least (BLOCK, j->n - j->first);
      strips = (j->count + STRIP - 1) / STRIP;
      ae_parallel (0, strips, sum_strip, j);
      find_centre (j, j->blocks + j->first / BLOCK * j->d);
      ae_parallel (0, strips, pack_strip, j);
      ae_parallel (0, j->tiles * (j->tiles + 1) / 2, add_tile, j);
    }
}

/* The mean of all columns; the scatter of the blocks' means around it. */
static void
join_blocks (task_data *j, ae_real *mean)
{
  size_t count = (j->n + BLOCK - 1) / BLOCK;
  int d = (int) j->d, k = (int) count;
  double one = 1;

  for (size_t i = 0; i < j->d; i++)
    {
      double sum = 0;
      for (size_t b = 0; b < count; b++)
        sum += j->blocks[b * j->d + i];
      sum /= (double) j->n;
      mean[i] = (ae_real) sum;
      for (size_t b = 0; b < count; b++)
        {
          double size = (double) least (BLOCK, j->n - b * BLOCK), *v = &j->blocks[b * j->d + i];
          *v = sqrt (size) * (*v / size - sum);
        }
    }
  if (count > 1)
    dsyrk_ ("L", "N", &d, &k, &one, j->blocks, &d, &one, j->scatter, &d, 1, 1);
}

ae_status
AE (covariance) (const AE (samples) *x, size_t d, size_t n, ae_real *mean, double *scatter, ae_error *err)
{
  task_data j = { .use = AE (kernels_now) ()->gram, .x = x, .plain = AE (plain_samples) (x), .d = d, .n = n,
                  .scatter = scatter };
  size_t panel = j.use->panel, strips = least ((n + STRIP - 1) / STRIP, STRIPS);
  int workers = ae_default_threads ();
  ae_status status = AE_OK;

  j.width = (d + panel - 1) / panel * panel;
  j.tiles = (j.width + TILE - 1) / TILE;
  j.fetched = j.plain ? NULL : ae_malloc (strips * STRIP * d, sizeof *j.fetched);
  j.packed = ae_malloc (strips * STRIP * j.width, sizeof *j.packed);
  j.centre = ae_malloc (j.width, sizeof *j.centre);
  j.strips = ae_malloc (strips * d, sizeof *j.strips);
  j.blocks = ae_calloc ((n + BLOCK - 1) / BLOCK * d, sizeof *j.blocks);
  j.tile = ae_malloc ((size_t) workers * TILE * TILE, sizeof *j.tile);
  if ((! j.plain && ! j.fetched) || ! j.packed || ! j.centre || ! j.strips || ! j.blocks || ! j.tile)
    status = ae_fail_memory (err, strips * STRIP * j.width * sizeof *j.packed);
  else
    {
      ae_blas_begin ();
      ae_team_run (workers, sum_blocks, &j);
      status = AE (panels_go_on) (err);
      if (status == AE_OK)
        status = ae_blas_room (1, err); /* OpenBLAS would ask for its buffer for ever */
      if (status == AE_OK)
        join_blocks (&j, mean);
      ae_blas_end ();
    }
  ae_free (j.fetched);
  ae_free (j.packed);
  ae_free (j.centre);
  ae_free (j.strips);
  ae_free (j.blocks);
  ae_free (j.tile);
  return status;
}
