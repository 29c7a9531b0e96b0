/* One training step, up to the gradient.

   A minibatch is cut into shards of sample lanes; a few shards make a
   group with gradient sums of its own.  Groups are the tasks that threads take;
   their sums are added in order.  So the bits do not depend on the threads.

   In a net of dense layers alone the weight gradients are matrix products over
   the whole minibatch, taken after all shards went backward, tile by tile.

   A layer that needs statistics of the whole minibatch (batch normalisation)
   cuts the step into stages: all shards reach it before any goes on. */
#include "blas.h"
#include "step_link.h"

#include <string.h>

enum { MAX_SUMS = 8 };

/* ---- set-up ---- */

static ae_real *
zeros (size_t n)
{
  return ae_calloc (n + 1, sizeof (ae_real));
}

void
AE (step_release) (AE (step_state) *s)
{
  for (size_t k = 0; k < s->ndesks; k++)
    {
      if (s->desks)
        AE (desk_free) (&s->desks[k]);
      if (s->targets)
        ae_free (s->targets[k]);
    }
  ae_free (s->desks);
  ae_free (s->targets);
  ae_free (s->images);
  ae_free (s->sums);
  ae_free (s->gradient);
  ae_free (s->packed);
  ae_free (s->shard_loss);
  ae_free (s->stats);
  ae_free (s->parts);
  ae_free (s->norms);
  ae_free (s->order);
  ae_free (s->coupled);
  AE (link_release) (s);
}

/* Do the targets need a shard of their own, beside the inputs? */
static int
own_targets (const AE (job) *job)
{
  return job->T.data != job->X.data || job->X.scale.centre;
}

static int
goes_through (const AE (step_state) *s)
{
  const char *name = s->job->loss->activation;

  return name && strcmp (name, s->net->ops[s->net->nops - 1].layer.activation->name) == 0;
}

static ae_status
make_desks (AE (step_state) *s, ae_error *err)
{
  const AE (net) *net = s->net;
  size_t target = ae_size (net->layers[net->nlayers - 1].out) * s->S;
  ae_status status = AE_OK;

  for (size_t k = 0; status == AE_OK && k < s->ndesks; k++)
    {
      status = AE (desk_make) (&s->desks[k], net, s->S, 1, err);
      if (status == AE_OK && own_targets (s->job) && ! (s->targets[k] = zeros (target)))
        status = ae_fail_memory (err, target * sizeof (ae_real));
    }
  return status;
}

static void
find_coupled (AE (step_state) *s)
{
  for (int i = 0; i < s->net->nops; i++)
    if (s->net->ops[i].coupled && ! s->job->inference)
      s->coupled[s->ncoupled++] = i;
}

/* Buffers for minibatches of at most `batch` samples. */
ae_status
AE (step_prepare) (AE (step_state) *s, const AE (net) *net, const AE (job) *job, size_t batch, int with_sums, ae_error *err)
{
  size_t n = net->nparams, d = ae_size (net->layers[0].in);
  int augmented = job->augment.h > 0 && ! job->inference;

  memset (s, 0, sizeof *s);
  s->net = net;
  s->job = job;
  s->link = job->link && job->link->ranks > 1 ? job->link : NULL;
  s->simd = AE (kernels_now) ();
  s->threads = ae_useful_threads (job->threads);
  s->S = AE (net_lanes) (net);
  s->through = goes_through (s);
  s->batch_shards = (batch + s->S - 1) / s->S;
  s->nsums = net->deferred || ! with_sums ? 0 : s->batch_shards < MAX_SUMS ? s->batch_shards : MAX_SUMS;
  s->nchunks = n / AE_CHUNK + AE_ARRAYS * (size_t) net->nlayers + 1;
  s->coupled = ae_calloc ((size_t) net->nops + 1, sizeof *s->coupled);
  if (! s->coupled)
    return ae_fail_memory (err, sizeof *s->coupled);
  find_coupled (s);
  s->by_shard = net->deferred || s->ncoupled > 0;
  s->ndesks = s->by_shard ? s->batch_shards : (size_t) s->threads;
  s->desks = ae_calloc (s->ndesks, sizeof *s->desks);
  s->targets = ae_calloc (s->ndesks, sizeof *s->targets);
  s->images = augmented ? ae_malloc (s->ndesks * d, sizeof *s->images) : NULL;
  s->sums = zeros (s->nsums * n);
  s->gradient = zeros (n);
  s->packed = zeros (net->packed);
  s->shard_loss = ae_calloc (s->batch_shards, sizeof *s->shard_loss);
  s->stats = ae_calloc (net->stats + 1, sizeof *s->stats);
  s->parts = ae_calloc (net->stats * s->batch_shards + 1, sizeof *s->parts);
  s->norms = ae_calloc (s->nchunks, sizeof *s->norms);
  s->order = ae_malloc (job->n, sizeof *s->order);
  if (augmented && ! s->images)
    return ae_fail_memory (err, s->ndesks * d * sizeof (ae_real));
  if (! s->desks || ! s->targets || ! s->sums || ! s->gradient || ! s->packed || ! s->shard_loss || ! s->stats
      || ! s->parts || ! s->norms || ! s->order)
    return ae_fail_memory (err, (s->nsums + 2) * n * sizeof (ae_real));
  if (ae_blas_room (s->threads, err) != AE_OK || AE (link_prepare) (s, err) != AE_OK)
    return err->status;
  return make_desks (s, err);
}

/* ---- one shard, one stage ---- */

static size_t
shard_samples (const AE (step_state) *s, size_t shard)
{
  size_t left = s->count - shard * s->S;

  return left < s->S ? left : s->S;
}

static AE (pass)
shard_pass (const AE (step_state) *s, int i, const AE (desk) *desk, size_t shard, size_t sum)
{
  const AE (op) *op = &s->net->ops[i];
  AE (pass) pass = AE (op_pass) (s->net, i, desk, s->job->p, s->packed, s->S, shard_samples (s, shard), s->simd);

  pass.derived = s->through && i == s->net->nops - 1;
  pass.training = op->layer.trainable && ! s->job->inference;
  pass.seed = s->job->seed;
  pass.epoch = s->job->epoch;
  pass.samples = s->order + s->start + shard * s->S;
  pass.stats = s->stats + op->stats;
  for (int k = 0; k < op->layer.ninputs; k++)
    pass.dxs[k] = op->inputs[k] >= s->net->lowest ? desk->dy[op->inputs[k]] : NULL;
  pass.adds = op->adds;
  pass.dx = pass.dxs[0] && op->adds && ! op->layer.type->joins ? desk->extra : pass.dxs[0];
  if (op->trains && s->nsums > 0)
    for (int k = 0; k < AE_ARRAYS; k++)
      pass.grad[k] = s->sums + sum * s->net->nparams + op->array[k];
  return pass;
}

static double *
part_of (const AE (step_state) *s, int i, size_t shard)
{
  return s->parts + s->batch_shards * s->net->ops[i].stats + shard * s->net->ops[i].layer.stats;
}

/* Forward through operations from .. to-1. */
static void
go_forward (const AE (step_state) *s, AE (desk) *desk, size_t shard, int from, int to)
{
  for (int i = from; i < to; i++)
    {
      AE (pass) pass = shard_pass (s, i, desk, shard, 0);

      s->net->ops[i].layer.type->forward (&s->net->ops[i].layer, &pass);
    }
}

/* Backward through operation i.  Where others have put their part into the
   gradient of its input, its own part is made beside it and added. */
static void
step_back (const AE (step_state) *s, AE (desk) *desk, size_t shard, size_t sum, int i)
{
  const AE (op) *op = &s->net->ops[i];
  AE (pass) pass = shard_pass (s, i, desk, shard, sum);
  size_t n = ae_size (op->layer.in) * s->S;

  op->layer.type->backward (&op->layer, &pass);
  if (! pass.dx || pass.dx == pass.dxs[0])
    return;
  for (size_t k = 0; k < n; k++)
    pass.dxs[0][k] += pass.dx[k];
}

/* Backward through operations from .. to+1, downward. */
static void
go_backward (const AE (step_state) *s, AE (desk) *desk, size_t shard, size_t sum, int from, int to)
{
  for (int i = from; i > to && i >= s->net->lowest; i--)
    if (s->net->ops[i].live)
      step_back (s, desk, shard, sum, i);
}

/* Of d numbers each, into x; an objective and a test see images as they are. */
static void
take_samples (const AE (step_state) *s, const AE (samples) *from, size_t d, size_t first, size_t n, ae_real *room,
              ae_real *x)
{
  const AE (job) *job = s->job;

  if (s->images)
    AE (gather_augmented) (from, &job->augment, job->seed, job->epoch, s->order, first, n, s->S, room, x);
  else
    AE (gather_samples) (from, d, s->order, first, n, s->S, x);
}

static void
load_shard (const AE (step_state) *s, AE (desk) *desk, ae_real *target, size_t shard)
{
  size_t d = ae_size (s->net->ops[0].layer.in), m = ae_size (s->net->layers[s->net->nlayers - 1].out);
  size_t first = s->start + shard * s->S, n = shard_samples (s, shard);
  ae_real *room = s->images ? s->images + (size_t) (desk - s->desks) * d : NULL;

  take_samples (s, &s->job->X, d, first, n, room, desk->y[-1]);
  if (target)
    take_samples (s, &s->job->T, m, first, n, room, target);
}

static void
take_loss (AE (step_state) *s, AE (desk) *desk, const ae_real *target, size_t shard)
{
  int last = s->net->nops - 1;
  const AE (loss_row) *row = s->job->loss;
  const ae_real *y = desk->y[last], *t = target ? target : desk->y[-1];
  ae_real *dy = s->net->lowest <= last && ! s->loss_only ? desk->dy[last] : NULL;
  ae_shape out = s->net->ops[last].layer.out;
  size_t d = ae_size (out), n = shard_samples (s, shard);

  if (s->through)
    s->shard_loss[shard] = row->through (y, t, d, (size_t) ae_units (out), s->S, n, s->scale, dy);
  else
    s->shard_loss[shard] = row->loss (y, t, d, s->S, n, s->scale, dy);
}

/* Stage t of a shard.  With K operations that cut the step there are 2 K + 1
   stages: K forward pieces, the one with the loss, K backward pieces. */
static void
run_stage (AE (step_state) *s, size_t shard, AE (desk) *desk, ae_real *target, size_t sum)
{
  int K = s->ncoupled, t = s->stage, back = 2 * K - t;
  int from = t > 0 && t <= K ? s->coupled[t - 1] : 0, to = t < K ? s->coupled[t] : s->net->nops;

  if (t == 0)
    load_shard (s, desk, target, shard);
  if (t <= K)
    go_forward (s, desk, shard, from, to);
  if (t < K)
    {
      AE (pass) pass = shard_pass (s, to, desk, shard, 0);

      s->net->ops[to].layer.type->stats_forward (&s->net->ops[to].layer, &pass, part_of (s, to, shard));
      return;
    }
  if (t == K)
    take_loss (s, desk, target, shard);
  if (s->loss_only)
    return;
  go_backward (s, desk, shard, sum, t == K ? s->net->nops - 1 : s->coupled[back], back > 0 ? s->coupled[back - 1] : -1);
  if (back > 0 && s->net->ops[s->coupled[back - 1]].layer.type->stats_backward)
    {
      int i = s->coupled[back - 1];
      AE (pass) pass = shard_pass (s, i, desk, shard, sum);

      s->net->ops[i].layer.type->stats_backward (&s->net->ops[i].layer, &pass, part_of (s, i, shard));
    }
}

/* Task: the shards of one of this rank's groups, in order. */
static void
run_group (void *arg, size_t task, int worker)
{
  AE (step_state) *s = arg;
  size_t group = s->first_group + task;
  size_t from = group * s->batch_shards / s->groups, end = (group + 1) * s->batch_shards / s->groups;
  size_t to = end < s->shards ? end : s->shards;

  for (size_t shard = from; shard < to; shard++)
    {
      size_t k = s->by_shard ? shard : (size_t) worker;

      run_stage (s, shard, &s->desks[k], s->targets[k], group);
    }
}

static void
combine (AE (step_state) *s)
{
  int K = s->ncoupled, t = s->stage, i = s->coupled[t < K ? t : 2 * K - t - 1];
  const AE (layer) *layer = &s->net->ops[i].layer;
  double *stats = s->stats + s->net->ops[i].stats;

  AE (link_parts) (s, i);
  if (t < K)
    layer->type->combine_forward (layer, part_of (s, i, 0), s->shards, stats);
  else if (layer->type->combine_backward)
    layer->type->combine_backward (layer, part_of (s, i, 0), s->shards, stats);
}

/* ---- gradients over the whole minibatch ---- */

/* Task: chunk of the parameters, the groups' sums added in order. */
static void
add_sums (void *arg, size_t chunk, int worker)
{
  AE (step_state) *s = arg;
  size_t n = s->net->nparams, start = chunk * AE_CHUNK, end = start + AE_CHUNK < n ? start + AE_CHUNK : n;

  (void) worker;
  for (size_t k = 0; k < s->nsums; k++)
    {
      const ae_real *sum = s->sums + k * n;

      for (size_t i = start; i < end; i++)
        s->gradient[i] += sum[i];
    }
}

/* dW's columns from .. to-1 of operation i over all shards, AE_PIECES of them at
   a time. */
static void
sum_shards (const AE (step_state) *s, int i, size_t from, size_t to, ae_real *dW)
{
  const AE (op) *op = &s->net->ops[i];
  size_t m = op->layer.arrays[AE_W].dims[0];

  for (size_t k = 0; k < s->shards; k += AE_PIECES)
    {
      size_t count = s->shards - k < AE_PIECES ? s->shards - k : AE_PIECES;
      const ae_real *dy[AE_PIECES], *x[AE_PIECES];

      for (size_t g = 0; g < count; g++)
        {
          dy[g] = s->desks[k + g].dy[i];
          x[g] = s->desks[k + g].y[op->inputs[0]] + from * s->S;
        }
      AE (gemm_over_shards) (m, to - from, s->S, count, dy, x, k > 0 || s->adds, dW, m);
    }
}

/* Task: one tile of columns of one dense layer's dW over all shards, and with
   the one that has the last column its db. */
static void
dense_tile (void *arg, size_t number, int worker)
{
  AE (step_state) *s = arg;
  size_t task = s->tile_order[s->first_tile + number], from, to;
  int i = (int) (task / s->cuts);
  const AE (op) *op = &s->net->ops[i];
  size_t m = op->layer.arrays[AE_W].dims[0], d = op->layer.arrays[AE_W].dims[1];
  ae_real *dW = s->gradient + op->array[AE_W], *db = s->gradient + op->array[AE_B];

  (void) worker;
  AE (tile_features) (s, task, &from, &to);
  if (! op->trains || to == from)
    return;
  sum_shards (s, i, from, to, dW + from * m);
  if (s->ready)
    s->ready (s, op->array[AE_W] + from * m, (to - from) * m);
  if (to < d)
    return;
  if (! s->adds)
    memset (db, 0, m * sizeof *db);
  for (size_t k = 0; k < s->shards; k++)
    s->simd->sum_lanes (s->desks[k].dy[i], m, s->S, db);
  if (s->ready)
    s->ready (s, op->array[AE_B], m);
}

/* A tied layer's gradient goes to the layer that it borrows from. */
static void
untie (AE (step_state) *s)
{
  const AE (net) *net = s->net;

  for (int i = 0; i < net->nlayers; i++)
    {
      const AE (layer) *l = &net->layers[i];
      size_t rows = l->arrays[AE_W].dims[0], columns = l->arrays[AE_W].dims[1];

      if (l->tied < 0)
        continue;
      for (size_t c = 0; c < columns; c++)
        for (size_t r = 0; r < rows; r++)
          {
            ae_real *g = s->gradient + net->offsets[i] + r + rows * c;

            s->gradient[net->offsets[l->tied] + c + columns * r] += *g;
            *g = 0;
          }
    }
}

/* What penalties give the arrays themselves. */
static void
penalise_arrays (AE (step_state) *s)
{
  for (int k = 0; k < s->ncoupled; k++)
    {
      const AE (op) *op = &s->net->ops[s->coupled[k]];
      const ae_real *array[AE_ARRAYS];
      ae_real *grad[AE_ARRAYS];

      for (int i = 0; i < AE_ARRAYS; i++)
        {
          array[i] = s->job->p + op->array[i];
          grad[i] = s->gradient + op->array[i];
        }
      if (op->layer.type->penalise && op->trains)
        op->layer.type->penalise (&op->layer, s->stats + op->stats, array, grad);
    }
}

/* What layers add to the loss of the minibatch (sparsity). */
static double
activity_penalty (const AE (step_state) *s)
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

size_t
AE (step_elements) (const AE (step_state) *s, size_t start, size_t count)
{
  ae_shape out = s->net->ops[s->net->nops - 1].layer.out;
  size_t d = ae_size (out), units = s->job->loss->over_units ? (size_t) ae_units (out) : 1, n;

  if (! s->job->X.scale.centre)
    return count * (d / units);
  n = AE (count_present) (&s->job->T, d, s->order, start, count) / units;
  return n > 0 ? n : 1;
}

double
AE (step_backward) (AE (step_state) *s, size_t start, size_t count, double share)
{
  size_t n = s->net->nparams;
  size_t elements = AE (step_elements) (s, start, count);
  double loss = 0;

  s->start = start;
  s->count = count;
  s->shards = (count + s->S - 1) / s->S;
  s->scale = (ae_real) (share / (double) elements);
  if (s->nsums > 0)
    memset (s->sums, 0, s->nsums * n * sizeof *s->sums);
  for (s->stage = 0; s->stage <= (s->loss_only ? 1 : 2) * s->ncoupled; s->stage++)
    {
      ae_parallel (s->threads, s->my_groups, run_group, s);
      if (s->stage < 2 * s->ncoupled)
        combine (s);
    }
  AE (link_losses) (s);
  for (size_t k = 0; k < s->shards; k++)
    loss += s->shard_loss[k];
  return loss / (double) elements + activity_penalty (s);
}

void
AE (step_sum) (AE (step_state) *s)
{
  if (s->net->deferred)
    AE (link_tiles) (s, dense_tile);
  else if (s->nsums > 0 && s->link)
    AE (link_sums) (s);
  else if (s->nsums > 0)
    ae_parallel (s->threads, (s->net->nparams + AE_CHUNK - 1) / AE_CHUNK, add_sums, s);
  penalise_arrays (s);
  untie (s);
}
