/* The descent of t-SNE: momentum and gains (in simd/embed_kernels.c) as in van
   der Maaten and Hinton, JMLR 9, 2008 (gains: Jacobs, "Increased rates of convergence through
   learning rate adaptation", Neural Networks 1, 1988). */
#define _GNU_SOURCE
#include "embed.h"

#include <math.h>
#include <time.h>

/* Moves the mean of the map to 0; false when it is not finite. */
static int
centre (ae_real *y, size_t n, size_t dims)
{
  double sum[3] = { 0 };

  for (size_t i = 0; i < n; i++)
    for (size_t a = 0; a < dims; a++)
      sum[a] += y[i * dims + a];
  for (size_t a = 0; a < dims; a++)
    sum[a] /= (double) n;
  for (size_t i = 0; i < n; i++)
    for (size_t a = 0; a < dims; a++)
      y[i * dims + a] -= (ae_real) sum[a];
  return isfinite (sum[0] + sum[1] + sum[2]);
}

typedef struct {
  AE (tsne_work) *w;
  const AE (affinity) *p;
  const ae_tsne_plan *plan;
  ae_real *y, *velocity, *gains, *g;
  ae_tsne_progress *done;
  int diverged;
} descent;

/* Whether another iteration is wanted; the first always is. */
static int
goes_on (const descent *d, double stop)
{
  size_t done = d->done->iterations;

  return ! d->diverged && done < d->plan->iterations && (done == 0 || (ae_seconds () < stop && ! ae_interrupted ()));
}

/* The iterations, led by one thread of a team that stays together for all. */
static void
descend (void *arg)
{
  descent *d = arg;
  const ae_tsne_plan *plan = d->plan;
  size_t dims = (size_t) d->w->tree.dims, count = d->p->n * dims;
  double stop = ae_seconds () + plan->seconds;
  ae_tsne_progress *done = d->done;
  const AE (embed_kernels) *use = AE (embed_kernels_now) ();

  while (goes_on (d, stop))
    {
      done->z = AE (tsne_gradient) (d->w, d->p, d->y, plan->theta, plan->exaggeration, d->g);
      done->norm = 4 * sqrt ((double) use->square (d->g, count));
      use->step (count, (ae_real) plan->momentum, (ae_real) plan->rate, d->g, d->y, d->velocity, d->gains);
      done->iterations++;
      d->diverged = ! isfinite (done->norm) || ! centre (d->y, d->p->n, dims);
    }
}

ae_status
AE (tsne_steps) (AE (tsne_work) *w, const AE (affinity) *p, const ae_tsne_plan *plan, ae_real *y, ae_real *velocity,
                 ae_real *gains, ae_tsne_progress *done, ae_error *err)
{
  size_t count = p->n * (size_t) w->tree.dims;
  descent d = { w, p, plan, y, velocity, gains, ae_malloc (count, sizeof (ae_real)), done, 0 };

  done->iterations = 0;
  if (! d.g)
    return ae_fail_memory (err, count * sizeof (ae_real));
  ae_team_run (w->threads, descend, &d);
  ae_free (d.g);
  if (d.diverged)
    return ae_fail (err, AE_NONFINITE, "diverged", "the map went to infinity; use a smaller LearnRate");
  return AE_OK;
}
