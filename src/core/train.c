/* The training loop.

   A minibatch is cut into shards of sample lanes; a few shards make a lane
   with gradient sums of its own.  Lanes are the tasks that threads take; their
   sums are added in order.  So the bits do not depend on the threads.

   In a net of dense layers alone the weight gradients are matrix products over
   the whole minibatch, taken after all shards went backward, tile by tile.

   A layer that needs statistics of the whole minibatch (batch normalisation)
   cuts the step into stages: all shards reach it before any goes on. */
#include "blas.h"
#include "train.h"

#include <math.h>
#include <string.h>
#include <time.h>

enum { MAX_SUMS = 8, CHUNK = 1 << 14 };

typedef struct {
  const AE (net) *net;
  const AE (job) *job;
  const AE (kernels) *simd;
  size_t S, batch_shards, nsums, nslots;
  int threads, by_shard;
  AE (slot) *slots;        /* one a shard when stages or deferred gradients need them, else one a worker */
  ae_real *sums;           /* nsums gradient blocks, cleared each step */
  ae_real *gradient;       /* nparams */
  ae_real *packed;
  ae_real **targets;       /* one shard of targets a slot (NULL: the input itself) */
  double *shard_loss;
  double *stats, *parts;   /* batch statistics, and each shard's part */
  double *norms;           /* squared norm of each chunk of the gradient */
  size_t nchunks;
  uint32_t *order;
  int ncoupled, *coupled;  /* operations that cut the step */
  int loss_only;           /* no gradient is wanted */
  /* The step at hand */
  size_t start, count, shards;
  int stage;
  ae_real scale;
  AE (step_factors) factors;
  ae_real shrink;          /* gradient clipping by norm */
  void *block;
} state;

/* ---- set-up ---- */

static ae_real *
zeros (size_t n)
{
  return ae_calloc (n + 1, sizeof (ae_real));
}

static void
release (state *s)
{
  for (size_t k = 0; k < s->nslots; k++)
    {
      if (s->slots)
        AE (slot_free) (&s->slots[k]);
      if (s->targets)
        ae_free (s->targets[k]);
    }
  ae_free (s->slots);
  ae_free (s->targets);
  ae_free (s->sums);
  ae_free (s->gradient);
  ae_free (s->packed);
  ae_free (s->shard_loss);
  ae_free (s->stats);
  ae_free (s->parts);
  ae_free (s->norms);
  ae_free (s->order);
  ae_free (s->coupled);
}

static ae_status
make_slots (state *s, ae_error *err)
{
  const AE (net) *net = s->net;
  size_t target = ae_size (net->layers[net->nlayers - 1].out) * s->S;
  ae_status status = AE_OK;

  for (size_t k = 0; status == AE_OK && k < s->nslots; k++)
    {
      status = AE (slot_make) (&s->slots[k], net, s->S, 1, err);
      if (status == AE_OK && s->job->T != s->job->X && ! (s->targets[k] = zeros (target)))
        status = ae_fail_memory (err, target * sizeof (ae_real));
    }
  return status;
}

static void
find_coupled (state *s)
{
  for (int i = 0; i < s->net->nops; i++)
    if (s->net->ops[i].coupled && ! s->job->inference)
      s->coupled[s->ncoupled++] = i;
}

/* Buffers for minibatches of at most `batch` samples. */
static ae_status
prepare_state (state *s, const AE (net) *net, const AE (job) *job, size_t batch, int with_sums, ae_error *err)
{
  size_t n = net->nparams;

  memset (s, 0, sizeof *s);
  s->net = net;
  s->job = job;
  s->simd = AE (kernels_now) ();
  s->threads = job->threads < 1 ? ae_default_threads () : job->threads;
  s->S = AE (net_lanes) (net);
  s->batch_shards = (batch + s->S - 1) / s->S;
  s->nsums = net->deferred || ! with_sums ? 0 : s->batch_shards < MAX_SUMS ? s->batch_shards : MAX_SUMS;
  s->nchunks = n / CHUNK + 2 * (size_t) net->nlayers + 1;
  s->coupled = ae_calloc ((size_t) net->nops + 1, sizeof *s->coupled);
  if (! s->coupled)
    return ae_fail_memory (err, sizeof *s->coupled);
  find_coupled (s);
  s->by_shard = net->deferred || s->ncoupled > 0;
  s->nslots = s->by_shard ? s->batch_shards : (size_t) s->threads;
  s->slots = ae_calloc (s->nslots, sizeof *s->slots);
  s->targets = ae_calloc (s->nslots, sizeof *s->targets);
  s->sums = zeros (s->nsums * n);
  s->gradient = zeros (n);
  s->packed = zeros (net->packed);
  s->shard_loss = ae_calloc (s->batch_shards, sizeof *s->shard_loss);
  s->stats = ae_calloc (net->stats + 1, sizeof *s->stats);
  s->parts = ae_calloc (net->stats * s->batch_shards + 1, sizeof *s->parts);
  s->norms = ae_calloc (s->nchunks, sizeof *s->norms);
  s->order = ae_malloc (job->n, sizeof *s->order);
  if (! s->slots || ! s->targets || ! s->sums || ! s->gradient || ! s->packed || ! s->shard_loss || ! s->stats
      || ! s->parts || ! s->norms || ! s->order)
    return ae_fail_memory (err, (s->nsums + 2) * n * sizeof (ae_real));
  return make_slots (s, err);
}

/* ---- one shard, one stage ---- */

static size_t
shard_samples (const state *s, size_t shard)
{
  size_t left = s->count - shard * s->S;

  return left < s->S ? left : s->S;
}

static AE (pass)
shard_pass (const state *s, int i, const AE (slot) *slot, size_t shard, size_t sum)
{
  const AE (op) *op = &s->net->ops[i];
  AE (pass) pass = AE (op_pass) (s->net, i, slot, s->job->p, s->packed, s->S, shard_samples (s, shard));

  pass.training = ! op->layer.frozen && ! s->job->inference;
  pass.seed = s->job->seed;
  pass.epoch = s->job->epoch;
  pass.samples = s->order + s->start + shard * s->S;
  pass.stats = s->stats + op->stats;
  pass.dx = i > s->net->lowest ? slot->dy[i - 1] : NULL;
  if (op->trains && s->nsums > 0)
    {
      pass.dW = s->sums + sum * s->net->nparams + op->W;
      pass.db = s->sums + sum * s->net->nparams + op->b;
    }
  return pass;
}

static double *
part_of (const state *s, int i, size_t shard)
{
  return s->parts + s->batch_shards * s->net->ops[i].stats + shard * s->net->ops[i].layer.stats;
}

/* Forward through operations from .. to-1. */
static void
go_forward (const state *s, AE (slot) *slot, size_t shard, int from, int to)
{
  for (int i = from; i < to; i++)
    {
      AE (pass) pass = shard_pass (s, i, slot, shard, 0);

      s->net->ops[i].layer.type->forward (&s->net->ops[i].layer, &pass);
    }
}

/* Backward through operations from .. to+1, downward. */
static void
go_backward (const state *s, AE (slot) *slot, size_t shard, size_t sum, int from, int to)
{
  for (int i = from; i > to && i >= s->net->lowest; i--)
    {
      AE (pass) pass = shard_pass (s, i, slot, shard, sum);

      s->net->ops[i].layer.type->backward (&s->net->ops[i].layer, &pass);
    }
}

static void
load_shard (const state *s, AE (slot) *slot, ae_real *target, size_t shard)
{
  size_t d = ae_size (s->net->ops[0].layer.in), m = ae_size (s->net->layers[s->net->nlayers - 1].out);
  size_t first = s->start + shard * s->S, n = shard_samples (s, shard);

  AE (gather) (s->job->X, d, s->order, first, n, s->S, slot->y[-1]);
  if (target)
    AE (gather) (s->job->T, m, s->order, first, n, s->S, target);
}

static void
take_loss (state *s, AE (slot) *slot, const ae_real *target, size_t shard)
{
  int last = s->net->nops - 1;

  s->shard_loss[shard] = s->job->loss->loss (slot->y[last], target ? target : slot->y[-1],
                                             ae_size (s->net->ops[last].layer.out), s->S, shard_samples (s, shard),
                                             s->scale, s->net->lowest <= last && ! s->loss_only ? slot->dy[last] : NULL);
}

/* Stage t of a shard.  With K operations that cut the step there are 2 K + 1
   stages: K forward pieces, the one with the loss, K backward pieces. */
static void
run_stage (state *s, size_t shard, AE (slot) *slot, ae_real *target, size_t sum)
{
  int K = s->ncoupled, t = s->stage, back = 2 * K - t;
  int from = t > 0 && t <= K ? s->coupled[t - 1] : 0, to = t < K ? s->coupled[t] : s->net->nops;

  if (t == 0)
    load_shard (s, slot, target, shard);
  if (t <= K)
    go_forward (s, slot, shard, from, to);
  if (t < K)
    {
      AE (pass) pass = shard_pass (s, to, slot, shard, 0);

      s->net->ops[to].layer.type->stats_forward (&s->net->ops[to].layer, &pass, part_of (s, to, shard));
      return;
    }
  if (t == K)
    take_loss (s, slot, target, shard);
  if (s->loss_only)
    return;
  go_backward (s, slot, shard, sum, t == K ? s->net->nops - 1 : s->coupled[back], back > 0 ? s->coupled[back - 1] : -1);
  if (back > 0)
    {
      int i = s->coupled[back - 1];
      AE (pass) pass = shard_pass (s, i, slot, shard, sum);

      s->net->ops[i].layer.type->stats_backward (&s->net->ops[i].layer, &pass, part_of (s, i, shard));
    }
}

/* Task: the shards of one lane, in order. */
static void
run_lane (void *arg, size_t lane, int worker)
{
  state *s = arg;
  size_t lanes = s->nsums > 0 ? s->nsums : s->batch_shards;
  size_t from = lane * s->batch_shards / lanes, to = (lane + 1) * s->batch_shards / lanes;

  for (size_t shard = from; shard < to && shard < s->shards; shard++)
    {
      size_t k = s->by_shard ? shard : (size_t) worker;

      run_stage (s, shard, &s->slots[k], s->targets[k], lane);
    }
}

static void
combine (state *s)
{
  int K = s->ncoupled, t = s->stage, i = s->coupled[t < K ? t : 2 * K - t - 1];
  const AE (layer) *layer = &s->net->ops[i].layer;
  double *stats = s->stats + s->net->ops[i].stats;

  if (t < K)
    layer->type->combine_forward (layer, part_of (s, i, 0), s->shards, stats);
  else
    layer->type->combine_backward (layer, part_of (s, i, 0), s->shards, stats);
}

/* ---- gradients over the whole minibatch ---- */

/* Task: chunk of the parameters, the lanes' sums added in order. */
static void
add_sums (void *arg, size_t chunk, int worker)
{
  state *s = arg;
  size_t n = s->net->nparams, start = chunk * CHUNK, end = start + CHUNK < n ? start + CHUNK : n;

  (void) worker;
  for (size_t k = 0; k < s->nsums; k++)
    {
      const ae_real *sum = s->sums + k * n;

      for (size_t i = start; i < end; i++)
        s->gradient[i] += sum[i];
    }
}

/* Tiles of columns that a deferred dense gradient is cut into. */
enum { DENSE_TILES = 4 };

/* Task: one tile of columns of one dense layer's dW over all shards, and with
   the last tile, which is never empty, its db. */
static void
dense_tile (void *arg, size_t task, int worker)
{
  state *s = arg;
  int i = (int) (task / DENSE_TILES);
  size_t tile = task % DENSE_TILES;
  const AE (op) *op = &s->net->ops[i];
  size_t m = op->layer.arrays.W_dims[0], d = op->layer.arrays.W_dims[1];
  size_t from = tile * d / DENSE_TILES, to = (tile + 1) * d / DENSE_TILES;
  ae_real *dW = s->gradient + op->W + from * m;

  (void) worker;
  if (! op->trains || to == from)
    return;
  for (size_t k = 0; k < s->shards; k++)
    AE (gemm) ('T', 'N', m, to - from, s->S, 1, s->slots[k].dy[i], s->S, s->slots[k].y[i - 1] + from * s->S, s->S, 1,
               dW, m);
  for (size_t k = 0; to == d && k < s->shards; k++)
    s->simd->sum_lanes (s->slots[k].dy[i], m, s->S, s->gradient + op->b);
}

/* A tied layer's gradient goes to the layer that it borrows from. */
static void
untie (state *s)
{
  const AE (net) *net = s->net;

  for (int i = 0; i < net->nlayers; i++)
    {
      const AE (layer) *l = &net->layers[i];
      size_t rows = l->arrays.W_dims[0], columns = l->arrays.W_dims[1];

      for (size_t c = 0; l->tied >= 0 && c < columns; c++)
        for (size_t r = 0; r < rows; r++)
          {
            ae_real *g = s->gradient + net->offsets[i] + r + rows * c;

            s->gradient[net->offsets[l->tied] + c + columns * r] += *g;
            *g = 0;
          }
    }
}

/* What layers add to the loss of the minibatch (sparsity). */
static double
activity_penalty (const state *s)
{
  double sum = 0;

  for (int k = 0; k < s->ncoupled; k++)
    {
      const AE (op) *op = &s->net->ops[s->coupled[k]];

      if (op->layer.type->penalty)
        sum += op->layer.type->penalty (&op->layer, s->stats + op->stats);
    }
  return sum;
}

/* Mean loss of samples start .. start+count-1 of the order and, added to
   s->gradient, its derivative times `share`. */
static double
loss_and_gradient (state *s, size_t start, size_t count, double share)
{
  size_t n = s->net->nparams, lanes = s->nsums > 0 ? s->nsums : s->batch_shards;
  size_t elements = count * ae_size (s->net->ops[s->net->nops - 1].layer.out);
  double loss = 0;

  s->start = start;
  s->count = count;
  s->shards = (count + s->S - 1) / s->S;
  s->scale = (ae_real) (share / (double) elements);
  if (s->nsums > 0)
    memset (s->sums, 0, s->nsums * n * sizeof *s->sums);
  for (s->stage = 0; s->stage <= (s->loss_only ? 1 : 2) * s->ncoupled; s->stage++)
    {
      ae_parallel (s->threads, lanes, run_lane, s);
      if (s->stage < 2 * s->ncoupled)
        combine (s);
    }
  if (s->loss_only)
    ;
  else if (s->net->deferred)
    ae_parallel (s->threads, (size_t) s->net->nops * DENSE_TILES, dense_tile, s);
  else if (s->nsums > 0)
    ae_parallel (s->threads, (n + CHUNK - 1) / CHUNK, add_sums, s);
  untie (s);
  for (size_t k = 0; k < s->shards; k++)
    loss += s->shard_loss[k];
  return loss / (double) elements + activity_penalty (s);
}

/* ---- the update ---- */

/* Chunks of the runs, numbered through; 0 when there are no more. */
static int
chunk_at (const state *s, size_t chunk, size_t *start, size_t *count, const ae_run **run)
{
  for (int r = 0; r < s->net->nruns; r++)
    {
      size_t here = (s->net->runs[r].count + CHUNK - 1) / CHUNK;

      if (chunk < here)
        {
          *run = &s->net->runs[r];
          *start = (*run)->start + chunk * CHUNK;
          *count = (*run)->count - chunk * CHUNK < CHUNK ? (*run)->count - chunk * CHUNK : CHUNK;
          return 1;
        }
      chunk -= here;
    }
  return 0;
}

/* Task: the penalties' gradients and clipping by value; the squared norm. */
static void
finish_gradient (void *arg, size_t chunk, int worker)
{
  state *s = arg;
  size_t start, count;
  const ae_run *run;
  const ae_real l1 = (ae_real) s->job->l1, l2 = (ae_real) (2 * s->job->l2), cap = (ae_real) s->job->clip_value;
  const ae_real *p = s->job->p;
  ae_real *g = s->gradient;
  double norm = 0;

  (void) worker;
  if (! chunk_at (s, chunk, &start, &count, &run))
    return;
  for (size_t i = start; run->weights && (l1 > 0 || l2 > 0) && i < start + count; i++)
    g[i] += l2 * p[i] + (p[i] > 0 ? l1 : p[i] < 0 ? -l1 : 0);
  for (size_t i = start; cap > 0 && i < start + count; i++)
    g[i] = g[i] > cap ? cap : g[i] < -cap ? -cap : g[i];
  for (size_t i = start; s->job->clip_norm > 0 && i < start + count; i++)
    norm += (double) g[i] * (double) g[i];
  s->norms[chunk] = norm;
}

/* Task: the optimizer's step on one chunk. */
static void
update (void *arg, size_t chunk, int worker)
{
  state *s = arg;
  size_t start, count;
  const ae_run *run;

  (void) worker;
  if (! chunk_at (s, chunk, &start, &count, &run))
    return;
  for (size_t i = start; s->shrink < 1 && i < start + count; i++)
    s->gradient[i] *= s->shrink;
  s->job->step->step (s->job->p + start, s->gradient + start, s->job->s1 ? s->job->s1 + start : NULL,
                      s->job->s2 ? s->job->s2 + start : NULL, count, &s->factors);
}

static double
penalty (const state *s)
{
  double sum = 0;

  if (s->job->l1 <= 0 && s->job->l2 <= 0)
    return 0;
  for (int r = 0; r < s->net->nruns; r++)
    for (size_t i = 0; s->net->runs[r].weights && i < s->net->runs[r].count; i++)
      {
        double w = (double) s->job->p[s->net->runs[r].start + i];

        sum += s->job->l2 * w * w + s->job->l1 * fabs (w);
      }
  return sum;
}

static void
move_moments (state *s)
{
  for (int k = 0; k < s->ncoupled; k++)
    {
      const AE (op) *op = &s->net->ops[s->coupled[k]];

      if (op->layer.type->move)
        op->layer.type->move (&op->layer, s->stats + op->stats, s->job->p + op->moments);
    }
}

static void
take_step (state *s)
{
  const AE (job) *job = s->job;

  s->shrink = 1;
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
  AE (net_tie) (s->net, job->p);
  move_moments (s);
}

static double
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double) t.tv_sec + 1e-9 * (double) t.tv_nsec;
}

static void
make_order (const state *s)
{
  if (s->job->shuffle)
    ae_permutation (s->job->seed, s->job->epoch, AE_FOR_SHUFFLE, s->order, s->job->n);
  else
    for (size_t i = 0; i < s->job->n; i++)
      s->order[i] = (uint32_t) i;
}

typedef struct {
  state *s;
  AE (job) *job;
  ae_progress *progress;
} slice;

/* Minibatches until the epoch or the slice ends, or a loss is no number. */
static void
run_slice (void *arg)
{
  slice *a = arg;
  state *s = a->s;
  AE (job) *job = a->job;
  ae_progress *progress = a->progress;
  size_t nbatches = (job->n + job->batch - 1) / job->batch;
  double end = now () + job->seconds;

  for (size_t b = job->first; b < nbatches && progress->steps < job->max_steps; b++)
    {
      size_t start = b * job->batch, count = job->n - start < job->batch ? job->n - start : job->batch;
      double loss;

      AE (net_prepare) (s->net, job->p, s->packed, s->threads);
      memset (s->gradient, 0, s->net->nparams * sizeof *s->gradient);
      loss = loss_and_gradient (s, start, count, 1) + penalty (s);
      progress->last_loss = loss;
      progress->nonfinite = ! isfinite (loss);
      if (progress->nonfinite)
        return;
      s->factors = AE (factors_at) (job->step->name, &job->settings, ++job->t);
      take_step (s);
      progress->steps++;
      progress->samples += count;
      progress->loss += loss * (double) count;
      if (now () >= end)
        return;
    }
}

ae_status
AE (train_slice) (const AE (net) *net, AE (job) *job, ae_progress *progress, ae_error *err)
{
  size_t batch = job->batch < job->n ? job->batch : job->n;
  state s;
  ae_status status = prepare_state (&s, net, job, batch, 1, err);

  memset (progress, 0, sizeof *progress);
  progress->loss = job->loss_sum;
  if (status == AE_OK)
    {
      make_order (&s);
      ae_blas_begin ();
      ae_team_run (s.threads, run_slice, &(slice){ &s, job, progress });
      ae_blas_end ();
    }
  release (&s);
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
  state *s;
  size_t batch;
  double *loss;
} whole;

static void
run_objective (void *arg)
{
  whole *a = arg;
  state *s = a->s;
  size_t n = s->job->n;

  AE (net_prepare) (s->net, s->job->p, s->packed, s->threads);
  for (size_t start = 0; start < n; start += a->batch)
    {
      size_t count = n - start < a->batch ? n - start : a->batch;
      double share = (double) count / (double) n;

      *a->loss += share * loss_and_gradient (s, start, count, share);
    }
  *a->loss += penalty (s);
  ae_parallel (s->threads, s->nchunks, finish_gradient, s);
}

ae_status
AE (objective) (const AE (net) *net, const AE (job) *job, double *loss, ae_real *gradient, ae_error *err)
{
  size_t batch = objective_batch (net, job);
  state s;
  ae_status status = prepare_state (&s, net, job, batch, 1, err);

  *loss = 0;
  if (status == AE_OK)
    {
      s.loss_only = gradient == NULL;
      make_order (&s);
      ae_blas_begin ();
      ae_team_run (s.threads, run_objective, &(whole){ &s, batch, loss });
      ae_blas_end ();
      if (gradient)
        memcpy (gradient, s.gradient, net->nparams * sizeof *gradient);
    }
  release (&s);
  return status;
}
