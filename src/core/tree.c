/* A quadtree or octree over a map, from points sorted along the Morton curve.

   Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm",
   Nature 324, 1986; the order of Morton (1966) makes every cell a run of
   neighbouring points.  A cell with a single occupied child is left out, so
   2n nodes are enough; points whose codes are equal share a leaf. */
#include "embed.h"

#include <math.h>
#include <string.h>

/* Bits of a code for each coordinate, and in all. */
static const int coordinate_bits[4] = { 0, 0, 16, 10 }, code_bits[4] = { 0, 0, 32, 30 };

ae_status
AE (tree_new) (AE (tree) *t, size_t n, int dims, ae_error *err)
{
  int whole = 1;

  memset (t, 0, sizeof *t);
  t->n = n;
  t->dims = dims;
  for (int a = 0; a < dims; a++)
    {
      t->place[a] = ae_calloc (n + AE_LEAF, sizeof *t->place[a]);
      whole = whole && t->place[a];
    }
  t->order = ae_malloc (n, sizeof *t->order);
  t->nodes = ae_malloc (2 * n, sizeof *t->nodes);
  t->codes = ae_malloc (n, sizeof *t->codes);
  t->spare = ae_malloc (3 * n, sizeof *t->spare);
  t->groups = ae_malloc (n + 1, sizeof *t->groups);
  if (whole && t->order && t->nodes && t->codes && t->spare && t->groups)
    return AE_OK;
  AE (tree_free) (t);
  return ae_fail_memory (err, 2 * n * sizeof *t->nodes);
}

void
AE (tree_free) (AE (tree) *t)
{
  for (int a = 0; a < 3; a++)
    ae_free (t->place[a]);
  ae_free (t->order);
  ae_free (t->nodes);
  ae_free (t->codes);
  ae_free (t->spare);
  ae_free (t->groups);
  memset (t, 0, sizeof *t);
}

/* The Morton codes of the map in its own order, on a grid over its square box. */
static void
find_codes (const AE (tree) *t, const ae_real *y, uint32_t *codes)
{
  int dims = t->dims;
  ae_real low[3], high[3], edge = 0, cells = (ae_real) (1 << coordinate_bits[dims]), scale;

  for (int a = 0; a < dims; a++)
    low[a] = high[a] = y[a];
  for (size_t i = 0; i < t->n; i++)
    for (int a = 0; a < dims; a++)
      {
        ae_real v = y[i * (size_t) dims + (size_t) a];
        low[a] = v < low[a] ? v : low[a];
        high[a] = v > high[a] ? v : high[a];
      }
  for (int a = 0; a < dims; a++)
    edge = high[a] - low[a] > edge ? high[a] - low[a] : edge;
  scale = edge > 0 && isfinite (cells / edge) ? cells / edge : 0;
  AE (embed_kernels_now) ()->codes[dims - 2] (y, t->n, low, scale, cells - 1, codes);
}

/* Sorts the codes and, with them, the numbers of the points: three stable
   passes of 11 bits, so equal codes stay in the order of the numbers. */
static void
sort_codes (AE (tree) *t, uint32_t *codes)
{
  uint32_t counts[3][2048] = { { 0 } };
  uint32_t *from = codes, *to = t->codes, *number = t->spare + t->n, *other = (uint32_t *) t->order;

  for (size_t i = 0; i < t->n; i++)
    for (int pass = 0; pass < 3; pass++)
      counts[pass][codes[i] >> 11 * pass & 2047]++;
  for (size_t i = 0; i < t->n; i++)
    number[i] = (uint32_t) i;
  for (int pass = 0; pass < 3; pass++)
    {
      uint32_t sum = 0, *swap;
      for (size_t b = 0; b < 2048; b++)
        {
          uint32_t count = counts[pass][b];
          counts[pass][b] = sum;
          sum += count;
        }
      for (size_t i = 0; i < t->n; i++)
        {
          uint32_t at = counts[pass][from[i] >> 11 * pass & 2047]++;
          to[at] = from[i];
          other[at] = number[i];
        }
      swap = from, from = to, to = swap;
      swap = number, number = other, other = swap;
    }
  /* Three passes: the result stands in t->codes and t->order. */
}

typedef struct {
  ae_real low[3], high[3];
} box;

/* The first of the sorted codes lo .. hi-1 that is not below limit. */
static size_t
lower_bound (const uint32_t *codes, size_t lo, size_t hi, uint64_t limit)
{
  while (lo < hi)
    {
      size_t mid = (lo + hi) / 2;
      if (codes[mid] < limit)
        lo = mid + 1;
      else
        hi = mid;
    }
  return lo;
}

static void
fill_leaf (const AE (tree) *t, AE (node) *node, size_t lo, size_t hi, box *b)
{
  for (int a = 0; a < t->dims; a++)
    {
      const ae_real *p = t->place[a];
      ae_real sum = 0;
      b->low[a] = b->high[a] = p[lo];
      for (size_t i = lo; i < hi; i++)
        {
          sum += p[i] - p[lo];
          b->low[a] = p[i] < b->low[a] ? p[i] : b->low[a];
          b->high[a] = p[i] > b->high[a] ? p[i] : b->high[a];
        }
      node->centre[a] = p[lo] + sum / (ae_real) (hi - lo);
    }
}

static void
close_node (AE (tree) *t, AE (node) *node, size_t lo, size_t hi, const box *b)
{
  ae_real edge = 0;

  for (int a = 0; a < t->dims; a++)
    edge = b->high[a] - b->low[a] > edge ? b->high[a] - b->low[a] : edge;
  node->size2 = edge * edge;
  node->first = (int32_t) lo;
  node->count = (int32_t) (hi - lo);
  node->skip = (int32_t) t->count;
}

/* Marks the sorted points lo .. hi-1 as groups. */
static void
add_groups (AE (tree) *t, size_t lo, size_t hi)
{
  for (; lo < hi; lo += AE_GROUP)
    t->groups[t->ngroups++] = (int32_t) lo;
}

/* Builds the node of the sorted points lo .. hi-1, whose codes agree above
   bits shift + dims, and returns the box around them.  Depth: at most the
   number of bits of a coordinate. */
static box
build (AE (tree) *t, size_t lo, size_t hi, int shift, int grouped)
{
  AE (node) *node = t->nodes + t->count++;
  double centre[3] = { 0 };
  box all = { { 0 }, { 0 } }; /* all three dimensions, of which a map in the plane has two */

  if (! grouped && hi - lo <= AE_GROUP)
    {
      add_groups (t, lo, hi);
      grouped = 1;
    }
  if (hi - lo > AE_LEAF)
    while (shift >= 0 && t->codes[lo] >> shift == t->codes[hi - 1] >> shift)
      shift -= t->dims;
  if (hi - lo <= AE_LEAF || shift < 0)
    {
      if (! grouped)
        add_groups (t, lo, hi);
      fill_leaf (t, node, lo, hi, &all);
      close_node (t, node, lo, hi, &all);
      return all;
    }
  for (size_t from = lo, to; from < hi; from = to)
    {
      uint64_t limit = (uint64_t) ((t->codes[from] >> shift) + 1) << shift;
      AE (node) *child = t->nodes + t->count;
      to = lower_bound (t->codes, from, hi, limit);
      box b = build (t, from, to, shift - t->dims, grouped);
      for (int a = 0; a < t->dims; a++)
        {
          all.low[a] = from > lo && all.low[a] < b.low[a] ? all.low[a] : b.low[a];
          all.high[a] = from > lo && all.high[a] > b.high[a] ? all.high[a] : b.high[a];
          centre[a] += (double) child->centre[a] * (double) (to - from);
        }
    }
  for (int a = 0; a < t->dims; a++)
    node->centre[a] = (ae_real) (centre[a] / (double) (hi - lo));
  close_node (t, node, lo, hi, &all);
  return all;
}

/* The tree over the map y (dims-by-n, finite). */
void
AE (tree_build) (AE (tree) *t, const ae_real *y)
{
  size_t dims = (size_t) t->dims;

  find_codes (t, y, t->spare);
  sort_codes (t, t->spare);
  for (size_t i = 0; i < t->n; i++)
    for (size_t a = 0; a < dims; a++)
      t->place[a][i] = y[(size_t) t->order[i] * dims + a];
  t->count = t->ngroups = 0;
  build (t, 0, t->n, code_bits[dims] - t->dims, 0);
  t->groups[t->ngroups] = (int32_t) t->n;
}
