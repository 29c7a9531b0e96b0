/* The gradient of t-SNE and its cost.  Attraction runs over the sparse
   affinities; repulsion is Barnes and Hut's, with one list of interactions for
   a group of neighbouring points (Barnes, "A modified tree code", J. Comput.
   Phys. 87, 1990), so that the inner loop is straight vector code. */
#include "embed.h"

#include <math.h>
#include <string.h>

enum { ROWS = 128 }; /* rows of the affinities in one task */

ae_status
AE (tsne_work_new) (AE (tsne_work) *w, size_t n, int dims, int threads, ae_error *err)
{
  ae_status status;
  int whole = 1;

  memset (w, 0, sizeof *w);
  w->threads = ae_useful_threads (threads);
  w->room = (n + 2 * AE_LIST_PAD) / AE_LIST_PAD * AE_LIST_PAD;
  status = AE (tree_new) (&w->tree, n, dims, err);
  if (status != AE_OK)
    return status;
  for (int a = 0; a < dims; a++)
    {
      w->force[a] = ae_malloc (n, sizeof *w->force[a]);
      whole = whole && w->force[a];
    }
  w->pull = ae_malloc (n * (size_t) dims, sizeof *w->pull);
  w->z = ae_malloc (n + 1, sizeof *w->z);
  w->list = ae_malloc ((size_t) w->threads * 4 * w->room, sizeof *w->list);
  if (whole && w->pull && w->z && w->list)
    return AE_OK;
  AE (tsne_work_free) (w);
  return ae_fail_memory (err, (size_t) w->threads * 4 * w->room * sizeof *w->list);
}

void
AE (tsne_work_free) (AE (tsne_work) *w)
{
  AE (tree_free) (&w->tree);
  for (int a = 0; a < 3; a++)
    ae_free (w->force[a]);
  ae_free (w->pull);
  ae_free (w->z);
  ae_free (w->list);
  memset (w, 0, sizeof *w);
}

typedef struct {
  AE (tsne_work) *w;
  const AE (embed_kernels) *use;
  const AE (affinity) *p;
  const ae_real *y;
  ae_real theta2;
} task_data;

/* The squared distance from the box to c, 0 inside. */
static inline ae_real
distance_to_box (const ae_real *low, const ae_real *high, const ae_real *c, int dims)
{
  ae_real sum = 0;

  for (int a = 0; a < dims; a++)
    {
      ae_real under = low[a] - c[a], over = c[a] - high[a], out = under > over ? under : over;
      out = out > 0 ? out : 0;
      sum += out * out;
    }
  return sum;
}

/* Appends the points from .. to-1 one by one; whole runs of AE_LEAF numbers are
   copied (arrays have room for that) because a leaf seldom holds more. */
static inline size_t
copy_leaf (int dims, const AE (tree) *t, size_t from, size_t to, AE (sources) *s, size_t count)
{
  static const ae_real ones[AE_LEAF] = { 1, 1, 1, 1, 1, 1, 1, 1 };

  for (; from < to; from += AE_LEAF)
    {
      for (int a = 0; a < dims; a++)
        memcpy (s->place[a] + count, t->place[a] + from, AE_LEAF * sizeof (ae_real));
      memcpy (s->weight + count, ones, sizeof ones);
      count += to - from < AE_LEAF ? to - from : AE_LEAF;
    }
  return count;
}

/* The list for the sorted points first .. last-1.  A cell acts as one point
   when its edge is less than theta times its distance from the box around the
   group, so each point of the group keeps Barnes and Hut's criterion; a cell
   whose points coincide always may.  Leaves that may not act one by one. */
static inline __attribute__ ((always_inline)) void
collect (int dims, const AE (tree) *t, ae_real theta2, size_t first, size_t last, AE (sources) *s)
{
  ae_real low[3], high[3];
  size_t count = 0;

  for (int a = 0; a < dims; a++)
    {
      low[a] = high[a] = t->place[a][first];
      for (size_t i = first + 1; i < last; i++)
        {
          low[a] = t->place[a][i] < low[a] ? t->place[a][i] : low[a];
          high[a] = t->place[a][i] > high[a] ? t->place[a][i] : high[a];
        }
    }
  for (size_t k = 0; k < t->count;)
    {
      const AE (node) *c = t->nodes + k;
      size_t from = (size_t) c->first, to = from + (size_t) c->count, skip = (size_t) c->skip;
      int apart = (to <= first) | (from >= last);
      int acts = (c->size2 == 0) | (apart & (c->size2 < theta2 * distance_to_box (low, high, c->centre, dims)));

      /* Written always and kept when it acts: this loop lives on few branches. */
      for (int a = 0; a < dims; a++)
        s->place[a][count] = c->centre[a];
      s->weight[count] = (ae_real) c->count;
      count += (size_t) acts;
      if ((skip == k + 1) & ! acts)
        count = copy_leaf (dims, t, from, to, s, count);
      k = acts ? skip : k + 1;
    }
  for (; count % AE_LIST_PAD; count++)
    {
      for (int a = 0; a < dims; a++)
        s->place[a][count] = low[a];
      s->weight[count] = 0;
    }
  s->count = count;
}

/* Repulsion of the points of one group. */
static void
repel_group (const task_data *j, size_t index, int worker)
{
  AE (tsne_work) *w = j->w;
  const AE (tree) *t = &w->tree;
  ae_real *list = w->list + (size_t) worker * 4 * w->room;
  AE (sources) s = { { list, list + w->room, list + 2 * w->room }, list + 3 * w->room, 0 };
  size_t first = (size_t) t->groups[index], last = (size_t) t->groups[index + 1];

  if (t->dims == 2)
    collect (2, t, j->theta2, first, last, &s);
  else
    collect (3, t, j->theta2, first, last, &s);
  w->z[index] = 0;
  j->use->repel[t->dims - 2] (&s, t->place, w->force, first, last, w->z + index);
}

/* Attraction of ROWS points in the order of memory, not of the map: the
   affinities are by far the most that an iteration reads, and row after row
   they stream, where in the map's order each row is waited for. */
static void
attract_rows (const task_data *j, size_t index)
{
  size_t n = j->p->n, first = index * ROWS, last = first + ROWS < n ? first + ROWS : n;

  j->use->attract[j->w->tree.dims - 2] (j->y, j->p, first, last, j->w->pull);
}

/* Task: the groups of the tree first, then the rows of the affinities. */
static void
act (void *arg, size_t index, int worker)
{
  const task_data *j = arg;
  size_t groups = j->w->tree.ngroups;

  if (index < groups)
    repel_group (j, index, worker);
  else
    attract_rows (j, index - groups);
}

double
AE (tsne_gradient) (AE (tsne_work) *w, const AE (affinity) *p, const ae_real *y, double theta, double exaggeration,
                    ae_real *g)
{
  const AE (tree) *t = &w->tree;
  task_data j = { w, AE (embed_kernels_now) (), p, y, (ae_real) (theta * theta) };
  size_t dims = (size_t) t->dims;
  double z = -(double) t->n; /* each point met itself once */
  ae_real more = (ae_real) exaggeration, scale;

  AE (tree_build) (&w->tree, y);
  ae_parallel (w->threads, t->ngroups + (t->n + ROWS - 1) / ROWS, act, &j);
  for (size_t k = 0; k < t->ngroups; k++)
    z += w->z[k];
  scale = z > 0 ? (ae_real) (1 / z) : 0;
  for (size_t k = 0; k < t->n; k++)
    for (size_t a = 0; a < dims; a++)
      {
        size_t e = (size_t) t->order[k] * dims + a;
        g[e] = more * w->pull[e] - scale * w->force[a][k];
      }
  return z;
}

/* Task: sum p log (p (1 + d^2)) and sum p over ROWS rows. */
static void
cost_of_rows (void *arg, size_t index, int worker)
{
  const task_data *j = arg;
  size_t last = (index + 1) * ROWS < j->p->n ? (index + 1) * ROWS : j->p->n, dims = (size_t) j->w->tree.dims;
  double sum = 0, all = 0;

  (void) worker;
  for (size_t i = index * ROWS; i < last; i++)
    for (int32_t e = j->p->start[i]; e < j->p->start[i + 1]; e++)
      {
        const ae_real *other = j->y + (size_t) j->p->column[e] * dims;
        double v = j->p->value[e], d2 = j->use->distance (j->y + i * dims, other, dims);
        sum += v > 0 ? v * log (v * (1 + d2)) : 0;
        all += v;
      }
  j->w->z[2 * index] = sum;
  j->w->z[2 * index + 1] = all;
}

double
AE (tsne_kl) (AE (tsne_work) *w, const AE (affinity) *p, const ae_real *y, double z)
{
  task_data j = { w, AE (embed_kernels_now) (), p, y, 0 };
  size_t tasks = (p->n + ROWS - 1) / ROWS;
  double sum = 0, all = 0;

  ae_parallel (w->threads, tasks, cost_of_rows, &j);
  for (size_t k = 0; k < tasks; k++)
    {
      sum += w->z[2 * k];
      all += w->z[2 * k + 1];
    }
  return sum + all * log (z);
}
