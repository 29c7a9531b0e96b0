/* Networks: shapes, the block of parameters, fused operations, buffers. */
#include "network.h"

#include <string.h>

ae_status
AE (net_make) (AE (net) *net, int n, ae_error *err)
{
  memset (net, 0, sizeof *net);
  net->layers = ae_calloc ((size_t) n, sizeof *net->layers);
  net->offsets = ae_calloc ((size_t) n, sizeof *net->offsets);
  net->ops = ae_calloc ((size_t) n, sizeof *net->ops);
  net->runs = ae_calloc (AE_ARRAYS * (size_t) n, sizeof *net->runs);
  net->uses = ae_calloc ((size_t) n, sizeof *net->uses);
  net->nlayers = n;
  if (net->layers && net->offsets && net->ops && net->runs && net->uses)
    return AE_OK;
  AE (net_free) (net);
  return ae_fail_memory (err, (size_t) n * sizeof *net->layers);
}

void
AE (net_free) (AE (net) *net)
{
  if (net->ops)
    for (int i = 0; i < net->nops; i++)
      AE (layer_clean) (&net->ops[i].layer);
  if (net->layers)
    for (int i = 0; i < net->nlayers; i++)
      AE (layer_clean) (&net->layers[i]);
  ae_free (net->layers);
  ae_free (net->offsets);
  ae_free (net->ops);
  ae_free (net->runs);
  ae_free (net->uses);
  memset (net, 0, sizeof *net);
}

static ae_status
check_tied (const AE (net) *net, int i, ae_error *err)
{
  const AE (layer) *l = &net->layers[i];
  const size_t *d = l->arrays[AE_W].dims, *t;

  if (l->tied < 0)
    return AE_OK;
  t = l->tied < i ? net->layers[l->tied].arrays[AE_W].dims : NULL;
  if (! t || ! l->type->dense || ! net->layers[l->tied].type->dense || t[0] != d[1] || t[1] != d[0])
    return ae_fail (err, AE_SHAPE, "tied", "layer %d cannot be tied to layer %d: their weights must be each other's transpose",
                    i + 1, l->tied + 1);
  return AE_OK;
}

/* Shape rule of every layer in turn; the message says which one failed. */
static ae_status
shape_layers (AE (net) *net, ae_shape in, ae_error *err)
{
  for (int i = 0; i < net->nlayers; i++)
    {
      AE (layer) *l = &net->layers[i];
      ae_error inner;

      l->index = i;
      if (AE (net_shape_layer) (net, i, in, &inner) != AE_OK)
        return ae_fail (err, inner.status, inner.what, "layer %d (%s): %.400s", i + 1, l->type->name, inner.text);
      if (check_tied (net, i, err) != AE_OK)
        return err->status;
      net->offsets[i] = net->nparams;
      for (int k = 0; k < AE_ARRAYS; k++)
        net->nparams += l->arrays[k].count;
    }
  return AE_OK;
}

/* Tied weights move with those that they are tied to. */
static void
add_runs (AE (net) *net, const AE (layer) *l, size_t start)
{
  const ae_array_row *row;

  for (size_t k = 0; (row = AE (array_row_at) (l->type, k)); k++)
    {
      size_t count = l->arrays[k].count;

      if (row->trained && count > 0 && ! (k == AE_W && l->tied >= 0))
        net->runs[net->nruns++] = (ae_run){ start, count, row->penalised };
      start += count;
    }
}

static void
find_runs (AE (net) *net)
{
  for (int i = 0; i < net->nlayers; i++)
    if (net->layers[i].trainable)
      add_runs (net, &net->layers[i], net->offsets[i]);
}

/* Does the layer run the kernels of this type, as conv1d runs those of conv2d? */
static int
runs_as (const AE (layer) *l, const AE (layer_type) *type)
{
  return l->type->forward == type->forward;
}

/* Can the upsampling and the convolution after it be one operation? */
static int
takes_upsampling (const AE (layer) *up, const AE (layer) *conv)
{
  return runs_as (up, &AE (layer_upsample2d)) && up->interpolation == AE_NEAREST && runs_as (conv, &AE (layer_conv2d))
         && conv->stride[0] == 1 && conv->stride[1] == 1;
}

/* Can the convolution and the max pooling after it?  The windows must tile
   the image from its corner, a byte must hold the winner, and backward must
   find all that it needs in the pooled output. */
static int
takes_pooling (const AE (layer) *conv, const AE (layer) *pool)
{
  int covers = pool->padding == AE_SAME || (conv->out.h % pool->pool[0] == 0 && conv->out.w % pool->pool[1] == 0);

  return runs_as (conv, &AE (layer_conv2d)) && ! conv->activation->keeps_input && ! conv->activation->couples
         && runs_as (pool, &AE (layer_maxpool2d)) && covers
         && pool->pool[0] == pool->stride[0] && pool->pool[1] == pool->stride[1] && pool->pad[0] == 0
         && pool->pad[1] == 0 && pool->pool[0] * pool->pool[1] <= 255;
}

/* Does layer i feed the one after it, and no other? */
static int
feeds_next (const AE (net) *net, int i)
{
  return i + 1 < net->nlayers && net->uses[i] == 1 && net->layers[i + 1].ninputs == 1 && net->layers[i + 1].inputs[0] == i;
}

/* The operation that starts at layer i; returns the first layer after it. */
static int
next_op (AE (net) *net, int i, int fuse, AE (op) *op)
{
  const AE (layer) *l = net->layers;
  int end = i + 1, main = i;
  ae_shape in = l[i].in;

  if (fuse && feeds_next (net, i) && takes_upsampling (&l[i], &l[end]))
    main = end++;
  op->layer = l[main];
  op->layer.plan = NULL;
  op->layer.in = in;
  if (main > i)
    memcpy (op->layer.factor, l[i].factor, sizeof op->layer.factor);
  if (fuse && feeds_next (net, main) && takes_pooling (&l[main], &l[end]))
    memcpy (op->layer.pool, l[end++].pool, sizeof op->layer.pool);
  op->first = i;
  op->last = end - 1;
  op->array[0] = net->offsets[main];
  return end;
}

/* Numbers that training could change. */
static size_t
trained_numbers (const AE (layer) *l)
{
  const ae_array_row *row;
  size_t n = 0;

  for (size_t k = 0; (row = AE (array_row_at) (l->type, k)); k++)
    n += row->trained ? l->arrays[k].count : 0;
  return n;
}

static ae_status
finish_op (AE (net) *net, AE (op) *op, ae_error *err)
{
  const AE (layer) *l = &op->layer;

  if (AE (layer_shape) (&op->layer, op->layer.in, err) != AE_OK)
    return err->status;
  for (int k = 1; k < AE_ARRAYS; k++)
    op->array[k] = op->array[k - 1] + l->arrays[k - 1].count;
  op->trains = l->trainable && trained_numbers (l) > 0;
  op->coupled = l->type->stats_forward != NULL && l->trainable;
  op->packed = net->packed;
  op->stats = net->stats;
  net->packed += (l->packed + AE_LANES - 1) / AE_LANES * AE_LANES;
  net->stats += l->stats;
  return AE_OK;
}

static ae_status
make_ops (AE (net) *net, int fuse, ae_error *err)
{
  for (int i = 0; i < net->nlayers;)
    {
      AE (op) *op = &net->ops[net->nops];

      i = next_op (net, i, fuse, op);
      net->nops++;
      if (finish_op (net, op, err) != AE_OK)
        return err->status;
    }
  return AE_OK;
}

static void
look_over (AE (net) *net)
{
  int only_dense = 1;

  net->flat = 1;
  net->lowest = net->nops;
  for (int i = net->nops - 1; i >= 0; i--)
    {
      const AE (op) *op = &net->ops[i];

      net->flat = net->flat && (op->layer.out.kind == AE_VECTOR || op->layer.type->alias);
      only_dense = only_dense && (op->layer.type->dense || trained_numbers (&op->layer) == 0);
      net->lowest = op->trains ? i : net->lowest;
    }
  net->deferred = net->flat && only_dense;
}

ae_status
AE (net_finish) (AE (net) *net, ae_shape in, int fuse, ae_error *err)
{
  if (shape_layers (net, in, err) != AE_OK || make_ops (net, fuse, err) != AE_OK)
    {
      AE (net_free) (net);
      return err->status;
    }
  AE (net_connect) (net);
  find_runs (net);
  look_over (net);
  return AE_OK;
}

typedef struct {
  const AE (net) *net;
  const ae_real *p;
  ae_real *packed;
} prepare_args;

static void
prepare_op (void *arg, size_t i, int worker)
{
  const prepare_args *a = arg;
  const AE (op) *op = &a->net->ops[i];

  (void) worker;
  if (op->layer.type->prepare)
    op->layer.type->prepare (&op->layer, a->p + op->array[AE_W], a->packed + op->packed);
}

void
AE (net_prepare) (const AE (net) *net, const ae_real *p, ae_real *packed, int threads)
{
  prepare_args a = { net, p, packed };

  if (net->packed > 0)
    ae_parallel (threads, (size_t) net->nops, prepare_op, &a);
}

void
AE (net_tie) (const AE (net) *net, ae_real *p)
{
  for (int i = 0; i < net->nlayers; i++)
    {
      const AE (layer) *l = &net->layers[i];
      size_t rows = l->arrays[AE_W].dims[0], columns = l->arrays[AE_W].dims[1];

      if (l->tied < 0)
        continue;
      for (size_t c = 0; c < columns; c++)
        for (size_t r = 0; r < rows; r++)
          p[net->offsets[i] + r + rows * c] = p[net->offsets[l->tied] + c + columns * r];
    }
}

size_t
AE (net_lanes) (const AE (net) *net)
{
  return net->flat ? 4 * AE_LANES : AE_LANES;
}

static size_t
round_up (size_t n)
{
  return (n + AE_ALIGN - 1) / AE_ALIGN * AE_ALIGN;
}

/* Bytes of output i (-1: the input). */
static size_t
output_bytes (const AE (net) *net, int i, size_t S)
{
  ae_shape s = i < 0 ? net->ops[0].layer.in : net->ops[i].layer.out;

  return round_up (ae_size (s) * S * sizeof (ae_real));
}

/* Takes bytes from the block, at the running offset (of no block at all at the
   first pass, which measures). */
static void *
take (char *block, size_t *at, size_t bytes)
{
  void *p = (void *) ((uintptr_t) block + *at);

  *at += round_up (bytes);
  return p;
}

/* Lays the desk out in the block behind its first `at` bytes; returns how many
   bytes the block must have. */
static size_t
lay_out (AE (desk) *desk, const AE (net) *net, size_t S, int train, char *block, size_t at)
{
  size_t largest = 0, work = 0;
  ae_real *turns[2] = { NULL, NULL };
  int n = net->nops, turn = 0, kept = net->deferred || net->branched;

  for (int i = -1; i < n; i++)
    largest = output_bytes (net, i, S) > largest ? output_bytes (net, i, S) : largest;
  if (train && ! kept)
    for (int k = 0; k < 2; k++)
      turns[k] = take (block, &at, largest);
  for (int i = -1; i < n; i++)
    {
      int root = AE (op_root) (net, i);

      desk->y[i] = root < i ? desk->y[root] : take (block, &at, output_bytes (net, i, S));
      if (train && root < i)
        desk->dy[i] = desk->dy[root];
      else if (train)
        desk->dy[i] = kept ? take (block, &at, output_bytes (net, i, S)) : turns[turn++ % 2];
    }
  if (train && net->branched)
    desk->extra = take (block, &at, largest);
  for (int i = 0; i < n; i++)
    {
      const AE (layer) *l = &net->ops[i].layer;
      size_t wanted = (l->work * S + l->work_once) * sizeof (ae_real);

      desk->memo[i] = take (block, &at, l->memo * S);
      work = wanted > work ? wanted : work;
    }
  desk->work = take (block, &at, work);
  return at;
}

ae_status
AE (desk_make) (AE (desk) *desk, const AE (net) *net, size_t S, int train, ae_error *err)
{
  size_t n = (size_t) net->nops + 1, pointers = round_up (3 * n * sizeof (void *)), bytes;

  memset (desk, 0, sizeof *desk);
  desk->block = ae_calloc (pointers, 1);
  if (! desk->block)
    return ae_fail_memory (err, pointers);
  desk->y = (ae_real **) desk->block + 1;
  desk->dy = (ae_real **) desk->block + n + 1;
  desk->memo = (unsigned char **) desk->block + 2 * n;
  bytes = lay_out (desk, net, S, train, NULL, pointers);
  AE (desk_free) (desk);
  desk->block = ae_calloc (bytes, 1);
  if (! desk->block)
    return ae_fail_memory (err, bytes);
  desk->y = (ae_real **) desk->block + 1;
  desk->dy = (ae_real **) desk->block + n + 1;
  desk->memo = (unsigned char **) desk->block + 2 * n;
  lay_out (desk, net, S, train, desk->block, pointers);
  return AE_OK;
}

void
AE (desk_free) (AE (desk) *desk)
{
  ae_free (desk->block);
  memset (desk, 0, sizeof *desk);
}

AE (pass)
AE (op_pass) (const AE (net) *net, int i, const AE (desk) *desk, const ae_real *p, const ae_real *packed, size_t S,
              size_t n, const AE (kernels) *simd)
{
  const AE (op) *op = &net->ops[i];
  AE (pass) pass = { .S = S, .n = n, .x = desk->y[op->inputs[0]], .y = desk->y[i], .dy = desk->dy[i],
                     .packed = packed + op->packed, .work = desk->work, .memo = desk->memo[i],
                     .simd = simd };

  for (int k = 0; k < AE_ARRAYS; k++)
    pass.array[k] = p + op->array[k];
  for (int k = 0; k < op->layer.ninputs; k++)
    pass.xs[k] = desk->y[op->inputs[k]];
  return pass;
}
