/* Embedding: every allocation failing in turn, the order of a tree, arguments
   out of range. */
#include "check.h"
#include "../../src/core/embed.h"

enum { N = 300, DIMS = 2, K = 6 };

static void
spiral (ae_real *y, size_t n)
{
  for (size_t i = 0; i < n; i++)
    {
      y[2 * i] = (ae_real) (0.1 * (double) i * cos (0.3 * (double) i));
      y[2 * i + 1] = (ae_real) (0.1 * (double) i * sin (0.3 * (double) i));
    }
}

/* Neighbours, ranks, affinities and two steps: all that allocates.  Returns
   the first status that is not AE_OK. */
static ae_status
run (ae_error *err, double *kl)
{
  static ae_real y[DIMS * N], velocity[DIMS * N], gains[DIMS * N], distance[K * N], p[K * N], value[2 * K * N];
  static int32_t index[K * N], rank[K * N], start[N + 1], column[2 * K * N];
  static int32_t order[N], start2[N + 1], column2[2 * K * N];
  static ae_real value2[2 * K * N];
  AE (affinity) affinity = { N, start, column, value };
  AE (tsne_work) work;
  ae_tsne_plan plan = { 0.5, 1, 0.5, 10, 2, 100 };
  ae_tsne_progress done;
  ae_status status;

  spiral (y, N);
  for (size_t i = 0; i < DIMS * N; i++)
    {
      velocity[i] = 0;
      gains[i] = 1;
    }
  status = AE (neighbours) (y, DIMS, N, y, N, 0, K, 2, index, distance, err);
  if (status == AE_OK)
    status = AE (ranks) (y, DIMS, N, 0, N, index, K, 2, rank, err);
  if (status != AE_OK)
    return status;
  for (size_t i = 0; i < K * N; i++)
    CHECK (rank[i] == (int32_t) (i % K) + 1);
  AE (conditional) (distance, K, N, 2, 2, p);
  status = AE (symmetrise) (index, p, K, N, 2, start, column, value, err);
  for (int32_t i = 0; i < N; i++)
    order[i] = N - 1 - i;
  if (status == AE_OK)
    status = AE (renumber) (&affinity, order, 2, start2, column2, value2, err);
  if (status == AE_OK)
    status = AE (tsne_work_new) (&work, N, DIMS, 2, err);
  if (status != AE_OK)
    return status;
  status = AE (tsne_steps) (&work, &affinity, &plan, y, velocity, gains, &done, err);
  *kl = status == AE_OK ? AE (tsne_kl) (&work, &affinity, y, done.z) : 0;
  AE (tsne_work_free) (&work);
  return status;
}

/* The k-th allocation fails for every k: an error, nothing held, and the next
   call is right. */
TEST (out_of_memory)
{
  long held = ae_blocks_held (), tries = 0;
  ae_status status = AE_NOMEM;
  ae_error err;
  double first = 0, kl = 0;

  CHECK (run (&err, &first) == AE_OK);
  for (; tries < 100 && status == AE_NOMEM; tries++)
    {
      ae_fail_allocation (tries);
      status = run (&err, &kl);
      ae_fail_allocation (-1);
      CHECK (ae_blocks_held () == held);
    }
  CHECK (status == AE_OK);
  CHECK (tries > 20);
  CHECK (kl == first);
}

TEST (too_many_neighbours_are_refused)
{
  ae_real y[8], distance[16];
  int32_t index[16];
  ae_error err;

  spiral (y, 4);
  CHECK (AE (neighbours) (y, 2, 4, y, 4, 0, 4, 1, index, distance, &err) == AE_VALUE);
  CHECK (AE (neighbours) (y, 2, 4, y, 4, -1, 4, 1, index, distance, &err) == AE_OK);
  CHECK (index[0] == 0 && index[4] == 1);
  CHECK (AE (neighbours) (y, 2, 4, y, 4, 0, 0, 1, index, distance, &err) == AE_VALUE);
}

/* Every point once, every group once, and a node's points are its children's. */
static void
check_tree (const AE (tree) *t)
{
  char seen[N] = { 0 };

  for (size_t i = 0; i < t->n; i++)
    seen[t->order[i]]++;
  for (size_t i = 0; i < t->n; i++)
    CHECK (seen[i] == 1);
  CHECK (t->groups[0] == 0 && t->groups[t->ngroups] == (int32_t) t->n);
  for (size_t g = 0; g < t->ngroups; g++)
    CHECK (t->groups[g + 1] > t->groups[g] && t->groups[g + 1] - t->groups[g] <= AE_GROUP);
  CHECK (t->count <= 2 * t->n && t->nodes[0].count == (int32_t) t->n && t->nodes[0].skip == (int32_t) t->count);
  for (size_t k = 0; k < t->count; k++)
    {
      const AE (node) *c = t->nodes + k;
      int32_t points = 0;
      for (size_t i = k + 1; i < (size_t) c->skip; i = (size_t) t->nodes[i].skip)
        points += t->nodes[i].count;
      CHECK (points == 0 || points == c->count);
    }
}

TEST (a_tree_holds_every_point_once)
{
  ae_real y[3 * N];
  ae_error err;
  AE (tree) t;

  for (int dims = 2; dims <= 3; dims++)
    for (size_t n = 1; n <= N; n += 23)
      {
        for (size_t i = 0; i < n * (size_t) dims; i++)
          y[i] = (ae_real) sin (0.7 * (double) i * (double) i);
        CHECK (AE (tree_new) (&t, n, dims, &err) == AE_OK);
        AE (tree_build) (&t, y);
        check_tree (&t);
        for (size_t i = 0; i < n * (size_t) dims; i++)
          y[i] = i < 2 * (size_t) dims ? (ae_real) i : 5;
        AE (tree_build) (&t, y);
        check_tree (&t);
        AE (tree_free) (&t);
      }
}
