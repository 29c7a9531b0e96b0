/* New points on a finished t-SNE map.  Each minimises its own divergence from its
   affinities p to the map's points, which stay where they are:

     C (y) = - sum_j p_j log q_j,   q_j = w_j / Z,   w_j = 1 / (1 + |y - y_j|^2),
     Z = sum over all points of the map of w_j,

   as in openTSNE's transform: P. Policar, M. Strazar, B. Zupan, "Embedding to
   reference t-SNE space addresses batch effects in single-cell classification",
   Machine Learning 112, 2023.  The points do not see each other, so what becomes
   of one does not depend on the others. */
#include "embed.h"

#include <math.h>
#include <string.h>

enum { PLACES = 8, MOST_STEPS = 100, MOST_DIMS = 3 };

typedef struct {
  const ae_real *map;
  int dims;
  size_t n, k, m;
  const int32_t *index;
  const ae_real *p;
  ae_real *y;
} placing;

static double
closeness (const placing *a, const double *y, size_t j)
{
  const ae_real *at = a->map + (size_t) a->dims * j;
  double d2 = 1;

  for (int c = 0; c < a->dims; c++)
    d2 += (y[c] - (double) at[c]) * (y[c] - (double) at[c]);
  return 1 / d2;
}

/* C at y; its gradient, and the curvature of its attraction, unless NULL. */
static double
cost (const placing *a, size_t i, const double *y, double *g, double *curvature)
{
  const int32_t *index = a->index + a->k * i;
  const ae_real *p = a->p + a->k * i;
  double z = 0, pull = 0, stiff = 0, push[MOST_DIMS] = { 0 }, attraction[MOST_DIMS] = { 0 };
  int dims = g ? a->dims : 0;

  for (size_t j = 0; j < a->n; j++)
    {
      double w = closeness (a, y, j);

      z += w;
      for (int c = 0; c < dims; c++)
        push[c] += w * w * (y[c] - (double) a->map[(size_t) a->dims * j + (size_t) c]);
    }
  for (size_t k = 0; k < a->k; k++)
    {
      double w = closeness (a, y, (size_t) index[k]), q = (double) p[k] * w;

      pull -= (double) p[k] * log (w);
      stiff += q;
      for (int c = 0; c < dims; c++)
        attraction[c] += q * (y[c] - (double) a->map[(size_t) a->dims * (size_t) index[k] + (size_t) c]);
    }
  for (int c = 0; c < dims; c++)
    /* cppcheck-suppress nullPointer; then dims is 0 */
    g[c] = 2 * (attraction[c] - push[c] / z);
  if (curvature)
    *curvature = 2 * stiff;
  return pull + log (z);
}

/* The median of the neighbours' places, coordinate by coordinate. */
static void
start_at (const placing *a, size_t i, double *y)
{
  const int32_t *index = a->index + a->k * i;

  for (int c = 0; c < a->dims; c++)
    {
      size_t rank = (a->k - 1) / 2;

      for (size_t k = 0; k < a->k; k++)
        {
          double v = (double) a->map[(size_t) a->dims * (size_t) index[k] + (size_t) c];
          size_t below = 0, same = 0;

          for (size_t l = 0; l < a->k; l++)
            {
              double u = (double) a->map[(size_t) a->dims * (size_t) index[l] + (size_t) c];

              below += u < v;
              same += ! (u < v) && ! (v < u);
            }
          if (below <= rank && rank < below + same)
            y[c] = v;
        }
    }
}

/* Steps of the attraction's own length, halved until C falls. */
static void
descend (const placing *a, size_t i, double *y)
{
  double g[MOST_DIMS], next[MOST_DIMS], stiff, now = cost (a, i, y, g, &stiff);

  for (int step = 0; step < MOST_STEPS; step++)
    {
      double rate = 1 / stiff, then = now, moved = 0;
      int halvings = 0;

      do
        {
          for (int c = 0; c < a->dims; c++)
            next[c] = y[c] - rate * g[c];
          then = cost (a, i, next, NULL, NULL);
          rate /= 2;
        }
      while (! (then < now) && ++halvings < 30);
      if (! (then < now))
        return;
      for (int c = 0; c < a->dims; c++)
        moved += (next[c] - y[c]) * (next[c] - y[c]);
      memcpy (y, next, sizeof next);
      if (moved < 1e-10)
        return;
      now = cost (a, i, y, g, &stiff);
    }
}

/* Task: PLACES new points. */
static void
place (void *arg, size_t index, int worker)
{
  const placing *a = arg;
  size_t last = (index + 1) * PLACES < a->m ? (index + 1) * PLACES : a->m;

  (void) worker;
  for (size_t i = index * PLACES; i < last; i++)
    {
      double y[MOST_DIMS] = { 0 };

      start_at (a, i, y);
      descend (a, i, y);
      for (int c = 0; c < a->dims; c++)
        a->y[(size_t) a->dims * i + (size_t) c] = (ae_real) y[c];
    }
}

void
AE (tsne_place) (const ae_real *map, int dims, size_t n, const int32_t *index, const ae_real *p, size_t k, size_t m,
                 int threads, ae_real *y)
{
  placing a = { map, dims, n, k, m, index, p, y };

  ae_parallel (threads, (m + PLACES - 1) / PLACES, place, &a);
}
