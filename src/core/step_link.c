/* A step that several ranks take together.

   Each rank does a run of neighbouring groups, and so of shards.  Sums keep the
   order that they have in one process, so the bits do not depend on the ranks:

   - losses and statistics of shards: every rank gets all, and adds them itself;
   - gradients summed by group: every rank gets one stretch of the parameters
     from all groups, adds those in order, and hands the sum to all;
   - gradients over the whole minibatch: every rank gets what some of the tiles
     are made of from all shards, makes those tiles, and hands them to all. */
#include "step_link.h"

#include <string.h>

/* ---- who does what ---- */

static size_t
group_of (const AE (step_state) *s, int rank)
{
  return (size_t) rank * s->groups / (size_t) s->link->ranks;
}

/* First shard of a rank; that of rank `ranks` is the end of all. */
static size_t
shard_of (const AE (step_state) *s, int rank)
{
  size_t shard = group_of (s, rank) * s->batch_shards / s->groups;

  return shard < s->shards ? shard : s->shards;
}

/* First number of a rank's stretch of the parameters. */
static size_t
number_of (const AE (step_state) *s, int rank)
{
  size_t n = s->net->nparams, ranks = (size_t) s->link->ranks, k = (size_t) rank;

  return k * (n / ranks) + k * (n % ranks) / ranks;
}

/* ---- the tiles of deferred gradients ---- */

/* Tiles that a layer is cut into.  Each copies all of dy for itself, so there are no
   more of them than threads; ranks must agree. */
enum { LINKED_CUTS = 4, MOST_CUTS = 16 };

static size_t
all_tasks (const AE (step_state) *s)
{
  return (size_t) s->net->nops * s->cuts;
}

static size_t
least (size_t a, size_t b)
{
  return a < b ? a : b;
}

/* Features of its input that a task is for, none if it is not to be trained: strips,
   as the product takes them, in equal shares, so that only the last one is cut. */
void
AE (tile_features) (const AE (step_state) *s, size_t task, size_t *from, size_t *to)
{
  const AE (op) *op = &s->net->ops[task / s->cuts];
  size_t d = op->trains ? op->layer.arrays[AE_W].dims[1] : 0, tile = task % s->cuts;
  size_t strips = (d + AE_STRIP - 1) / AE_STRIP, up = s->cuts - 1;

  *from = least (d, (tile * strips + up) / s->cuts * AE_STRIP);
  *to = least (d, ((tile + 1) * strips + up) / s->cuts * AE_STRIP);
}

static double
tile_cost (const AE (step_state) *s, size_t task)
{
  size_t from, to;

  AE (tile_features) (s, task, &from, &to);
  return to > from ? (double) (to - from) * (double) s->net->ops[task / s->cuts].layer.arrays[AE_W].dims[0] : 0;
}

/* Ranks share the tasks in their order.  Threads take those that are not empty, the
   largest first: then none waits long for the last one. */
static void
order_tiles (AE (step_state) *s)
{
  s->ntiles = 0;
  for (size_t task = 0; task < all_tasks (s); task++)
    {
      double cost = tile_cost (s, task);
      size_t k = s->ntiles;

      if (! s->link && cost <= 0)
        continue;
      for (s->ntiles++; ! s->link && k > 0 && tile_cost (s, s->tile_order[k - 1]) < cost; k--)
        s->tile_order[k] = s->tile_order[k - 1];
      s->tile_order[k] = task;
    }
}

/* Tasks in order, cut where the ranks' shares of the work end. */
static void
deal_tiles (AE (step_state) *s)
{
  size_t tasks = all_tasks (s);
  int ranks = s->link->ranks, rank = 0;
  double all = 0, done = 0;

  for (size_t t = 0; t < tasks; t++)
    all += tile_cost (s, t);
  for (size_t t = 0; t < tasks; t++)
    {
      double cost = tile_cost (s, t);

      for (; rank < ranks && done + cost / 2 >= all * rank / ranks; rank++)
        s->tiles[rank] = t;
      done += cost;
    }
  for (; rank <= ranks; rank++)
    s->tiles[rank] = tasks;
}

/* Where the gradient of a task begins in the block; of those that have none,
   that of the next one. */
static size_t
tile_number (const AE (step_state) *s, size_t task)
{
  for (; task < all_tasks (s); task++)
    {
      const AE (op) *op = &s->net->ops[task / s->cuts];
      size_t from, to;

      AE (tile_features) (s, task, &from, &to);
      if (to > from)
        return op->array[AE_W] + from * op->layer.arrays[AE_W].dims[0];
    }
  return s->net->nparams;
}

/* Copies between a desk and a buffer what a rank's tiles of operation i are made
   of; returns how many numbers.  buffer NULL: only counts. */
static size_t
carry_op (const AE (step_state) *s, int i, int rank, const AE (desk) *desk, ae_real *buffer, int out)
{
  const AE (op) *op = &s->net->ops[i];
  size_t first = (size_t) i * s->cuts, from = first > s->tiles[rank] ? first : s->tiles[rank];
  size_t end = first + s->cuts < s->tiles[rank + 1] ? first + s->cuts : s->tiles[rank + 1];
  size_t d0, d1, unused, m = op->layer.arrays[AE_W].dims[0] * s->S, d;
  ae_real *dy, *y;

  if (! op->trains || from >= end)
    return 0;
  AE (tile_features) (s, from, &d0, &unused);
  AE (tile_features) (s, end - 1, &unused, &d1);
  d = (d1 - d0) * s->S;
  if (! buffer)
    return m + d;
  dy = desk->dy[i];
  y = desk->y[op->inputs[0]] + d0 * s->S;
  memcpy (out ? buffer : dy, out ? dy : buffer, m * sizeof *buffer);
  memcpy (out ? buffer + m : y, out ? y : buffer + m, d * sizeof *buffer);
  return m + d;
}

/* Numbers of one shard that a rank's tiles are made of. */
static size_t
carried (const AE (step_state) *s, int rank)
{
  size_t count = 0;

  for (int i = 0; i < s->net->nops; i++)
    count += carry_op (s, i, rank, NULL, NULL, 0);
  return count;
}

static ae_real *
carry (const AE (step_state) *s, int rank, size_t shard, ae_real *buffer, int out)
{
  for (int i = 0; i < s->net->nops; i++)
    buffer += carry_op (s, i, rank, &s->desks[shard], buffer, out);
  return buffer;
}

/* ---- set-up ---- */

/* Numbers that go out and come in, at most. */
static void
link_room (const AE (step_state) *s, size_t *out, size_t *in)
{
  int rank = s->link->rank;
  size_t groups = group_of (s, rank + 1) - group_of (s, rank), shards = groups * (s->batch_shards / s->groups + 1);

  *out = *in = 0;
  if (s->nsums > 0)
    {
      *out = groups * s->net->nparams;
      *in = s->nsums * (number_of (s, rank + 1) - number_of (s, rank));
    }
  else if (s->net->deferred)
    {
      for (int k = 0; k < s->link->ranks; k++)
        *out += k == rank ? 0 : shards * carried (s, k);
      *in = s->batch_shards * carried (s, rank);
    }
}

ae_status
AE (link_prepare) (AE (step_state) *s, ae_error *err)
{
  size_t out, in, ranks;

  s->groups = s->nsums > 0 ? s->nsums : s->batch_shards;
  s->first_group = 0;
  s->my_groups = s->groups;
  s->cuts = s->link ? LINKED_CUTS : least (MOST_CUTS, s->threads > 2 ? (size_t) s->threads : 2);
  s->tile_order = ae_malloc (all_tasks (s), sizeof *s->tile_order);
  if (! s->tile_order)
    return ae_fail_memory (err, all_tasks (s) * sizeof *s->tile_order);
  if (s->net->deferred)
    order_tiles (s);
  if (! s->link)
    return AE_OK;
  ranks = (size_t) s->link->ranks;
  s->first_group = group_of (s, s->link->rank);
  s->my_groups = group_of (s, s->link->rank + 1) - s->first_group;
  s->tiles = ae_calloc (3 * (ranks + 1), sizeof *s->tiles);
  if (! s->tiles)
    return ae_fail_memory (err, 3 * (ranks + 1) * sizeof *s->tiles);
  s->out_from = s->tiles + ranks + 1;
  s->in_from = s->out_from + ranks + 1;
  if (s->net->deferred)
    deal_tiles (s);
  link_room (s, &out, &in);
  s->out = ae_malloc (out + 1, sizeof *s->out);
  s->in = ae_malloc (in + 1, sizeof *s->in);
  return s->out && s->in ? AE_OK : ae_fail_memory (err, (out + in) * sizeof *s->out);
}

void
AE (link_release) (AE (step_state) *s)
{
  ae_free (s->tile_order);
  ae_free (s->tiles);
  ae_free (s->out);
  ae_free (s->in);
}

/* ---- the exchanges ---- */

/* data has `each` bytes for every shard. */
static void
share_by_shard (AE (step_state) *s, void *data, size_t each)
{
  for (int k = 0; k <= s->link->ranks; k++)
    s->out_from[k] = shard_of (s, k) * each;
  s->link->share (data, s->out_from);
}

void
AE (link_losses) (AE (step_state) *s)
{
  if (s->link)
    share_by_shard (s, s->shard_loss, sizeof *s->shard_loss);
}

void
AE (link_parts) (AE (step_state) *s, int i)
{
  const AE (op) *op = &s->net->ops[i];

  if (s->link)
    share_by_shard (s, s->parts + s->batch_shards * op->stats, op->layer.stats * sizeof *s->parts);
}

/* Task: a rank's stretch of the sums of this rank's groups, into the buffer. */
static void
pack_sums (void *arg, size_t rank, int worker)
{
  AE (step_state) *s = arg;
  size_t from = number_of (s, (int) rank), count = number_of (s, (int) rank + 1) - from;
  ae_real *out = s->out + s->my_groups * from;

  (void) worker;
  for (size_t g = 0; g < s->my_groups; g++)
    memcpy (out + g * count, s->sums + (s->first_group + g) * s->net->nparams + from, count * sizeof *out);
}

/* Task: a chunk of this rank's stretch, all groups added in order. */
static void
add_stretch (void *arg, size_t chunk, int worker)
{
  AE (step_state) *s = arg;
  size_t from = number_of (s, s->link->rank), count = number_of (s, s->link->rank + 1) - from;
  size_t start = chunk * AE_CHUNK, end = start + AE_CHUNK < count ? start + AE_CHUNK : count;

  (void) worker;
  for (size_t g = 0; g < s->nsums; g++)
    for (size_t i = start; i < end; i++)
      s->gradient[from + i] += s->in[g * count + i];
}

void
AE (link_sums) (AE (step_state) *s)
{
  int ranks = s->link->ranks;
  size_t count = number_of (s, s->link->rank + 1) - number_of (s, s->link->rank);

  for (int k = 0; k <= ranks; k++)
    {
      s->out_from[k] = s->my_groups * number_of (s, k) * sizeof *s->out;
      s->in_from[k] = group_of (s, k) * count * sizeof *s->in;
    }
  ae_parallel (s->threads, (size_t) ranks, pack_sums, s);
  s->link->swap (s->out, s->out_from, s->in, s->in_from);
  ae_parallel (s->threads, (count + AE_CHUNK - 1) / AE_CHUNK, add_stretch, s);
  for (int k = 0; k <= ranks; k++)
    s->out_from[k] = number_of (s, k) * sizeof *s->gradient;
  s->link->share (s->gradient, s->out_from);
}

/* What each rank's tiles are made of, from and to the desks. */
static void
swap_desks (AE (step_state) *s)
{
  int me = s->link->rank;
  size_t mine = carried (s, me);
  ae_real *out = s->out, *in = s->in;

  for (int k = 0; k <= s->link->ranks; k++)
    {
      s->out_from[k] = (size_t) (out - s->out) * sizeof *out;
      s->in_from[k] = (size_t) (in - s->in) * sizeof *in;
      if (k == me || k == s->link->ranks)
        continue;
      for (size_t shard = shard_of (s, me); shard < shard_of (s, me + 1); shard++)
        out = carry (s, k, shard, out, 1);
      in += mine * (shard_of (s, k + 1) - shard_of (s, k));
    }
  s->link->swap (s->out, s->out_from, s->in, s->in_from);
  in = s->in;
  for (size_t shard = 0; shard < s->shards; shard++)
    if (shard < shard_of (s, me) || shard >= shard_of (s, me + 1))
      in = carry (s, me, shard, in, 0);
}

void
AE (link_tiles) (AE (step_state) *s, ae_task tile)
{
  if (! s->link)
    {
      s->first_tile = 0;
      ae_parallel (s->threads, s->ntiles, tile, s);
      return;
    }
  swap_desks (s);
  s->first_tile = s->tiles[s->link->rank];
  ae_parallel (s->threads, s->tiles[s->link->rank + 1] - s->first_tile, tile, s);
  for (int k = 1; k < s->link->ranks; k++)
    s->out_from[k] = tile_number (s, s->tiles[k]) * sizeof *s->gradient;
  s->out_from[0] = 0;
  s->out_from[s->link->ranks] = s->net->nparams * sizeof *s->gradient;
  s->link->share (s->gradient, s->out_from);
}
