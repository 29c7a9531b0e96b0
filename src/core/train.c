/* The training loop: minibatch by minibatch the gradient (step.c), then the
   penalties, the clipping and the optimizer's step. */
#include "step.h"

#include <math.h>
#include <string.h>
#include <time.h>

/* ---- the update ---- */

/* Chunks of the runs, numbered through; 0 when there are no more. */
static int
chunk_at (const AE (step_state) *s, size_t chunk, size_t *start, size_t *count, const ae_run **run)
{
  for (int r = 0; r < s->net->nruns; r++)
    {
      size_t here = (s->net->runs[r].count + AE_CHUNK - 1) / AE_CHUNK;

      if (chunk < here)
        {
          *run = &s->net->runs[r];
          *start = (*run)->start + chunk * AE_CHUNK;
          *count = (*run)->count - chunk * AE_CHUNK < AE_CHUNK ? (*run)->count - chunk * AE_CHUNK : AE_CHUNK;
          return 1;
        }
      chunk -= here;
    }
  return 0;
}

/* The penalties' gradients and clipping by value in a part of a run; returns the
   squared norm where it is wanted. */
static double
finish_part (AE (step_state) *s, const ae_run *run, size_t start, size_t count)
{
  const ae_real l1 = (ae_real) s->job->l1, l2 = (ae_real) (2 * s->job->l2), cap = (ae_real) s->job->clip_value;
  const ae_real *p = s->job->p;
  ae_real *g = s->gradient;
  double norm = 0;

  if (run->penalised && (l1 > 0 || l2 > 0))
    for (size_t i = start; i < start + count; i++)
      g[i] += l2 * p[i] + (p[i] > 0 ? l1 : p[i] < 0 ? -l1 : 0);
  if (cap > 0)
    for (size_t i = start; i < start + count; i++)
      g[i] = g[i] > cap ? cap : g[i] < -cap ? -cap : g[i];
  if (s->job->clip_norm > 0)
    for (size_t i = start; i < start + count; i++)
      norm += (double) g[i] * (double) g[i];
  return norm;
}

/* The optimizer's step on a part of a run. */
static void
update_part (AE (step_state) *s, size_t start, size_t count)
{
  if (s->shrink < 1)
    for (size_t i = start; i < start + count; i++)
      s->gradient[i] *= s->shrink;
  s->job->step->step (s->job->p + start, s->gradient + start, s->job->s1 ? s->job->s1 + start : NULL,
                      s->job->s2 ? s->job->s2 + start : NULL, count, &s->factors);
}

/* Task: finish_part on one chunk. */
static void
finish_gradient (void *arg, size_t chunk, int worker)
{
  AE (step_state) *s = arg;
  size_t start, count;
  const ae_run *run;

  (void) worker;
  if (chunk_at (s, chunk, &start, &count, &run))
    s->norms[chunk] = finish_part (s, run, start, count);
}

/* Task: the optimizer's step on one chunk. */
static void
update (void *arg, size_t chunk, int worker)
{
  AE (step_state) *s = arg;
  size_t start, count;
  const ae_run *run;

  (void) worker;
  if (chunk_at (s, chunk, &start, &count, &run))
    update_part (s, start, count);
}

/* Both, on a stretch of one array, as soon as its gradient is there. */
static void
step_part (AE (step_state) *s, size_t start, size_t count)
{
  for (int r = 0; r < s->net->nruns; r++)
    {
      const ae_run *run = &s->net->runs[r];

      if (start < run->start || start >= run->start + run->count)
        continue;
      finish_part (s, run, start, count);
      update_part (s, start, count);
    }
}

/* May each part of the gradient be used before the others are there?  Not where
   its norm is to be clipped, or where something is added to it afterwards, or
   where other ranks make the other parts. */
static int
part_by_part (const AE (step_state) *s)
{
  int more = 0;

  for (int i = 0; i < s->net->nlayers; i++)
    more = more || s->net->layers[i].tied >= 0 || s->net->layers[i].type->penalise;
  return s->net->deferred && ! more && s->job->clip_norm <= 0 && ! s->link;
}

static double
penalty (const AE (step_state) *s)
{
  double sum = 0;

  if (s->job->l1 <= 0 && s->job->l2 <= 0)
    return 0;
  for (int r = 0; r < s->net->nruns; r++)
    {
      const ae_run *run = &s->net->runs[r];
      size_t count = run->penalised ? run->count : 0;

      for (size_t i = 0; i < count; i++)
        {
          double w = (double) s->job->p[run->start + i];

          sum += s->job->l2 * w * w + s->job->l1 * fabs (w);
        }
    }
  return sum;
}

/* Arrays that no gradient moves: the moving moments of batch normalisation. */
static void
move_arrays (AE (step_state) *s)
{
  for (int k = 0; k < s->ncoupled; k++)
    {
      const AE (op) *op = &s->net->ops[s->coupled[k]];
      ae_real *array[AE_ARRAYS];

      for (int i = 0; i < AE_ARRAYS; i++)
        array[i] = s->job->p + op->array[i];
      if (op->layer.type->move)
        op->layer.type->move (&op->layer, s->stats + op->stats, array);
    }
}

/* The optimizer's step from the whole gradient. */
static void
step_whole (AE (step_state) *s)
{
  const AE (job) *job = s->job;

  if (job->l1 > 0 || job->l2 > 0 || job->clip_norm > 0 || job->clip_value > 0)
    ae_parallel (s->threads, s->nchunks, finish_gradient, s);
  if (job->clip_norm > 0)
    {
      double norm = 0;

      for (size_t k = 0; k < s->nchunks; k++)
        norm += s->norms[k];
      norm = sqrt (norm);
      s->shrink = norm > job->clip_norm ? (ae_real) (job->clip_norm / norm) : 1;
    }
  ae_parallel (s->threads, s->nchunks, update, s);
}

static void
take_step (AE (step_state) *s)
{
  s->shrink = 1;
  s->ready = part_by_part (s) ? step_part : NULL;
  AE (step_sum) (s);
  if (! s->ready)
    step_whole (s);
  AE (net_tie) (s->net, s->job->p);
  move_arrays (s);
}

static void
make_order (const AE (step_state) *s)
{
  if (s->job->shuffle)
    ae_permutation (s->job->seed, s->job->epoch, AE_FOR_SHUFFLE, s->order, s->job->n);
  else
    for (size_t i = 0; i < s->job->n; i++)
      s->order[i] = (uint32_t) i;
}

typedef struct {
  AE (step_state) *s;
  AE (job) *job;
  ae_progress *progress;
} slice;

/* Minibatches until the epoch or the slice ends, Ctrl-C is pressed, or a loss is no
   number.  Ranks have to take as many steps as the others: they look between slices. */
static void
run_slice (void *arg)
{
  slice *a = arg;
  AE (step_state) *s = a->s;
  AE (job) *job = a->job;
  ae_progress *progress = a->progress;
  size_t nbatches = (job->n + job->batch - 1) / job->batch;
  double end = ae_seconds () + job->seconds;

  for (size_t b = job->first; b < nbatches && progress->steps < job->max_steps; b++)
    {
      size_t start = b * job->batch, count = job->n - start < job->batch ? job->n - start : job->batch;
      double loss;

      AE (net_prepare) (s->net, job->p, s->packed, s->threads);
      if (! s->net->deferred)
        memset (s->gradient, 0, s->net->nparams * sizeof *s->gradient);
      loss = AE (step_backward) (s, start, count, 1) + penalty (s);
      progress->last_loss = loss;
      progress->nonfinite = ! isfinite (loss);
      if (progress->nonfinite)
        return;
      s->factors = AE (factors_at) (job->step, &job->settings, ++job->t);
      take_step (s);
      progress->steps++;
      progress->samples += count;
      progress->loss += loss * (double) count;
      if (ae_seconds () >= end || (! job->link && ae_interrupted ()))
        return;
    }
}

ae_status
AE (train_slice) (const AE (net) *net, AE (job) *job, ae_progress *progress, ae_error *err)
{
  size_t batch = job->batch < job->n ? job->batch : job->n;
  AE (step_state) s;
  ae_status status = AE (step_prepare) (&s, net, job, batch, 1, err);

  memset (progress, 0, sizeof *progress);
  progress->loss = job->loss_sum;
  if (status == AE_OK)
    {
      make_order (&s);
      ae_blas_begin ();
      ae_team_run (s.threads, run_slice, &(slice){ &s, job, progress });
      ae_blas_end ();
    }
  AE (step_release) (&s);
  return status;
}

/* ---- the whole data at once ---- */

/* Samples a pass of the objective; a net with batch statistics takes all. */
static size_t
objective_batch (const AE (net) *net, const AE (job) *job)
{
  for (int i = 0; i < net->nops; i++)
    if (net->ops[i].coupled && ! job->inference)
      return job->n;
  return job->n < 512 ? job->n : 512;
}

typedef struct {
  AE (step_state) *s;
  size_t batch;
  double *loss;
} whole;

static void
run_objective (void *arg)
{
  whole *a = arg;
  AE (step_state) *s = a->s;
  size_t n = s->job->n;
  double all = (double) AE (step_elements) (s, 0, n);

  AE (net_prepare) (s->net, s->job->p, s->packed, s->threads);
  for (size_t start = 0; start < n; start += a->batch)
    {
      size_t count = n - start < a->batch ? n - start : a->batch;
      double share = (double) AE (step_elements) (s, start, count) / all;

      *a->loss += share * AE (step_backward) (s, start, count, share);
      if (! s->loss_only)
        AE (step_sum) (s);
    }
  *a->loss += penalty (s);
  ae_parallel (s->threads, s->nchunks, finish_gradient, s);
}

ae_status
AE (objective) (const AE (net) *net, const AE (job) *job, double *loss, ae_real *gradient, ae_error *err)
{
  size_t batch = objective_batch (net, job);
  AE (step_state) s;
  ae_status status = AE (step_prepare) (&s, net, job, batch, gradient != NULL, err);

  *loss = 0;
  if (status == AE_OK)
    {
      s.loss_only = gradient == NULL;
      s.adds = 1;
      make_order (&s);
      ae_blas_begin ();
      ae_team_run (s.threads, run_objective, &(whole){ &s, batch, loss });
      ae_blas_end ();
      if (gradient)
        memcpy (gradient, s.gradient, net->nparams * sizeof *gradient);
    }
  AE (step_release) (&s);
  return status;
}
