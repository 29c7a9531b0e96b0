/* Runs one layer over arrays from Octave, shard by shard. */
#include "teach.h"

#include <string.h>

/* Weight gradients are summed over at most this many groups of shards, whose
   sums are then added in order: the same for any number of threads. */
enum { GROUPS = 32 };

/* Buffers of one worker. */
typedef struct {
  ae_real *x, *y, *dy, *dx, *work;
  unsigned char *memo;
  void *block; /* all of them; owned */
} slot;

typedef struct lesson {
  ae_call *call;
  AE (layer) layer;
  AE (pass) pass;                 /* what the pass of every shard starts from */
  AE (view) W, b, moments;        /* as they came; data NULL: not there */
  int next;                       /* the argument to read next */
  size_t n, S, shards, groups;
  const ae_real *X, *Y, *dY;      /* Octave's arrays; NULL: none */
  ae_real *to_y, *to_dx, *to_dW, *to_db, *to_moments; /* results; NULL: not wanted */
  double *to_after;
  AE (after) after;
  /* Owned, freed by clean. */
  slot *slots;
  size_t nslots;
  ae_real *packed, *sums;
  double *stats;                  /* the batch's, then a part of each shard */
  uint32_t *samples;
  void (*step) (struct lesson *, const AE (pass) *pass, size_t shard, size_t group);
} lesson;

static void
clean (lesson *t)
{
  for (size_t k = 0; t->slots && k < t->nslots; k++)
    ae_free (t->slots[k].block);
  ae_free (t->slots);
  ae_free (t->packed);
  ae_free (t->sums);
  ae_free (t->stats);
  ae_free (t->samples);
  AE (layer_clean) (&t->layer);
}

/* ---- arguments ---- */

/* input_size: d, or rows, columns, channels. */
static ae_shape
read_shape (lesson *t)
{
  size_t n;
  const double *v = ae_doubles_arg (t->call, t->next++, "the input size", &n);
  int d[3] = { 1, 1, 1 };

  if (n != 1 && n != 3)
    ae_raise_text (t->call, "size", "the input size must be d or [h w c], got %zu numbers", n);
  for (size_t k = 0; k < n; k++)
    {
      if (! (v[k] >= 1 && v[k] <= AE_MOST_NUMBERS && v[k] == (int) v[k]))
        ae_raise_text (t->call, "size", "the input size must be whole numbers from 1 to %d, got %g", AE_MOST_NUMBERS,
                       v[k]);
      d[k] = (int) v[k];
    }
  return (ae_shape){ d[0], d[1], d[2], n == 1 };
}

static void
read_option (lesson *t, const char *name)
{
  ae_error err = { .status = AE_OK };
  char text[32];
  const double *v;
  size_t n;
  int i = t->next++;

  if (strcmp (name, "activation") == 0)
    {
      ae_text_arg (t->call, i, name, text, sizeof text);
      AE (layer_set_activation) (&t->layer, text, &err);
    }
  else if (strcmp (name, "seed") == 0)
    t->pass.seed = (uint64_t) ae_scalar_arg (t->call, i, name, 0, 9007199254740992.0);
  else if (strcmp (name, "training") == 0)
    t->pass.training = (int) ae_scalar_arg (t->call, i, name, 0, 1);
  else
    {
      v = ae_doubles_arg (t->call, i, name, &n);
      AE (layer_set) (&t->layer, name, v, n, &err);
    }
  if (err.status != AE_OK)
    ae_raise (t->call, &err);
}

static AE (view)
read_weights (lesson *t, const char *name)
{
  AE (view) none = { NULL, { 0, 0, 0, 0 }, 0 };

  return t->next < t->call->nrhs ? AE (array_arg) (t->call, t->next++, name) : none;
}

/* Reads everything but X, Y, dY: nothing is allocated yet. */
static void
read_layer (lesson *t, const char *const options[], int with_b, ae_shape *in)
{
  for (int k = 0; options[k]; k++)
    read_option (t, options[k]);
  t->W = read_weights (t, "W");
  if (with_b)
    t->b = read_weights (t, "b");
  t->moments = read_weights (t, "moments");
  if (ae_size (*in) > AE_MOST_NUMBERS)
    ae_raise_text (t->call, "size", "a sample of %d-by-%d-by-%d has more than %d numbers", in->h, in->w, in->c,
                   AE_MOST_NUMBERS);
}

/* The layer's plan, and whether the weights are what it wants. */
static void
shape_layer (lesson *t, ae_shape in, int with_b)
{
  const ae_arrays *a = &t->layer.arrays;
  ae_error err;
  int right;

  if (AE (layer_shape) (&t->layer, in, &err) != AE_OK)
    ae_raise (t->call, &err);
  right = t->W.count == a->W && t->moments.count == a->moments && (! with_b || t->b.count == a->b);
  for (int k = 0; a->W > 0 && k < 4; k++)
    right = right && t->W.dims[k] == a->W_dims[k];
  if (! right)
    ae_raise_text (t->call, "size", "the weights do not have the size that X and the options ask for");
  t->pass.W = t->W.data;
  t->pass.b = t->b.data;
  t->pass.moments = t->moments.data;
}

/* ---- buffers ---- */

static size_t
larger (size_t a, size_t b)
{
  return a > b ? a : b;
}

/* Lanes of a shard: enough to be worth the trouble, few enough for the cache. */
static size_t
lanes (const lesson *t)
{
  size_t S = AE_LANES, d = larger (ae_size (t->layer.in), ae_size (t->layer.out));

  while (2 * S * d <= 16384 && S < t->n)
    S *= 2;
  return S;
}

static void *
take (char **at, size_t bytes)
{
  char *p = *at;

  *at += (bytes + AE_ALIGN - 1) / AE_ALIGN * AE_ALIGN;
  return p;
}

static int
make_slot (const lesson *t, slot *s)
{
  const AE (layer) *l = &t->layer;
  size_t in = ae_size (l->in) * t->S * sizeof (ae_real), out = ae_size (l->out) * t->S * sizeof (ae_real);
  size_t work = (l->work * t->S + l->work_once) * sizeof (ae_real), memo = l->memo * t->S;
  char *at;

  s->block = at = ae_calloc (2 * in + 2 * out + work + memo + 6 * AE_ALIGN, 1);
  if (! at)
    return 0;
  s->x = take (&at, in);
  s->dx = take (&at, in);
  s->y = take (&at, out);
  s->dy = take (&at, out);
  s->work = take (&at, work);
  s->memo = take (&at, memo);
  return 1;
}

static void
allocate (lesson *t)
{
  size_t weights = t->layer.arrays.W + t->layer.arrays.b, threads = (size_t) ae_default_threads ();
  int good;

  t->S = lanes (t);
  t->shards = (t->n + t->S - 1) / t->S;
  t->groups = t->shards < GROUPS ? t->shards : GROUPS;
  t->nslots = t->groups < threads ? t->groups : threads;
  t->slots = ae_calloc (t->nslots + 1, sizeof *t->slots);
  t->packed = ae_malloc (t->layer.packed + 1, sizeof *t->packed);
  t->sums = ae_calloc (t->to_dW || t->to_db ? t->groups * weights + 1 : 1, sizeof *t->sums);
  t->stats = ae_calloc ((t->shards + 1) * t->layer.stats + 1, sizeof *t->stats);
  t->samples = ae_malloc (t->n + 1, sizeof *t->samples);
  good = t->slots && t->packed && t->sums && t->stats && t->samples;
  for (size_t k = 0; good && k < t->nslots; k++)
    good = make_slot (t, &t->slots[k]);
  if (! good)
    ae_raise_text (t->call, "memory", "out of memory");
  for (size_t i = 0; i < t->n; i++)
    t->samples[i] = (uint32_t) i;
  t->pass.S = t->S;
  t->pass.packed = t->packed;
  t->pass.stats = t->stats;
  t->pass.simd = AE (kernels_now) ();
}

/* ---- running ---- */

static void
run_shard (lesson *t, const slot *s, size_t shard, size_t group)
{
  size_t first = shard * t->S, din = ae_size (t->layer.in), dout = ae_size (t->layer.out);
  AE (pass) pass = t->pass;

  pass.n = t->n - first < t->S ? t->n - first : t->S;
  pass.x = s->x;
  pass.y = s->y;
  pass.dy = s->dy;
  pass.dx = t->to_dx ? s->dx : NULL;
  pass.work = s->work;
  pass.memo = t->layer.memo ? s->memo : NULL;
  pass.samples = t->samples + first;
  if (t->X)
    AE (gather) (t->X, din, NULL, first, pass.n, t->S, s->x);
  if (t->Y)
    AE (gather) (t->Y, dout, NULL, first, pass.n, t->S, s->y);
  if (t->dY)
    AE (gather) (t->dY, dout, NULL, first, pass.n, t->S, s->dy);
  t->step (t, &pass, shard, group);
}

static void
run_group (void *arg, size_t group, int worker)
{
  lesson *t = arg;
  size_t first = t->shards * group / t->groups, end = t->shards * (group + 1) / t->groups;

  for (size_t shard = first; shard < end; shard++)
    run_shard (t, &t->slots[worker], shard, group);
}

static void
run (lesson *t, void (*step) (lesson *, const AE (pass) *, size_t, size_t))
{
  t->step = step;
  ae_blas_begin ();
  ae_parallel ((int) t->nslots, t->groups, run_group, t);
  ae_blas_end ();
}

static double *
part_of (const lesson *t, size_t shard)
{
  return t->stats + (shard + 1) * t->layer.stats;
}

static void
step_stats_forward (lesson *t, const AE (pass) *pass, size_t shard, size_t group)
{
  (void) group;
  t->layer.type->stats_forward (&t->layer, pass, part_of (t, shard));
}

static void
step_stats_backward (lesson *t, const AE (pass) *pass, size_t shard, size_t group)
{
  (void) group;
  t->layer.type->stats_backward (&t->layer, pass, part_of (t, shard));
}

static void
step_forward (lesson *t, const AE (pass) *pass, size_t shard, size_t group)
{
  (void) group;
  t->layer.type->forward (&t->layer, pass);
  AE (scatter) (pass->y, ae_size (t->layer.out), shard * t->S, pass->n, t->S, NULL, t->to_y);
  if (t->after)
    t->after (&t->layer, pass, shard * t->S, t->to_after);
}

/* What forward leaves in memo is made anew. */
static void
step_backward (lesson *t, const AE (pass) *pass, size_t shard, size_t group)
{
  const ae_arrays *a = &t->layer.arrays;
  AE (pass) p = *pass;

  if (t->to_dW || t->to_db)
    {
      p.dW = t->sums + group * (a->W + a->b);
      p.db = p.dW + a->W;
    }
  if (p.memo)
    t->layer.type->forward (&t->layer, &p);
  t->layer.type->backward (&t->layer, &p);
  if (t->to_dx)
    AE (scatter) (p.dx, ae_size (t->layer.in), shard * t->S, p.n, t->S, NULL, t->to_dx);
}

static void
prepare (lesson *t)
{
  const AE (layer_type) *type = t->layer.type;

  if (type->prepare)
    type->prepare (&t->layer, t->pass.W, t->packed);
  if (! type->stats_forward || ! t->pass.training)
    return;
  run (t, step_stats_forward);
  type->combine_forward (&t->layer, part_of (t, 0), t->shards, t->stats);
}

static void
add_groups (const lesson *t)
{
  const ae_arrays *a = &t->layer.arrays;

  for (size_t g = 0; g < t->groups; g++)
    {
      const ae_real *sum = t->sums + g * (a->W + a->b);

      for (size_t i = 0; t->to_dW && i < a->W; i++)
        t->to_dW[i] += sum[i];
      for (size_t i = 0; t->to_db && i < a->b; i++)
        t->to_db[i] += sum[a->W + i];
    }
}

/* ---- the two gateways ---- */

/* Samples in an array of count numbers, d a sample. */
static size_t
samples_in (lesson *t, const char *name, size_t count, size_t d)
{
  if (count < d || count % d != 0)
    ae_raise_text (t->call, "size", "%s must have a multiple of %zu elements, got %zu", name, d, count);
  if (count / d > UINT32_MAX)
    ae_raise_text (t->call, "size", "%s has too many samples", name);
  return count / d;
}

/* Result i: a sample for each of n, of this shape. */
static ae_real *
shaped_result (lesson *t, int i, ae_shape s)
{
  if (s.flat)
    return AE (result) (t->call, i, (size_t) s.h, t->n, 1, 1);
  return AE (result) (t->call, i, (size_t) s.h, (size_t) s.w, (size_t) s.c, t->n);
}

static double *
after_result (lesson *t)
{
  ae_shape s = t->layer.out;
  mwSize dims[4] = { (mwSize) s.h, (mwSize) s.w, (mwSize) s.c, (mwSize) t->n };

  t->call->plhs[1] = mxCreateNumericArray (4, dims, mxDOUBLE_CLASS, mxREAL);
  return mxGetData (t->call->plhs[1]);
}

static void
begin (lesson *t, ae_call *call, const AE (layer_type) *type, int fewest)
{
  t->call = call;
  AE (layer_init) (&t->layer, type);
  ae_count_args (call, fewest, 16);
}

static int
count_options (const char *const options[])
{
  int n = 0;

  while (options[n])
    n++;
  return n;
}

void
AE (teach_forward) (ae_call *call, const AE (layer_type) *type, const char *const options[], AE (after) after)
{
  lesson t AE_OWNED (clean) = { 0 };
  AE (view) x;
  ae_shape in;

  begin (&t, call, type, 2 + count_options (options));
  x = AE (array_arg) (call, t.next++, "X");
  in = read_shape (&t);
  read_layer (&t, options, 1, &in);
  t.n = samples_in (&t, "X", x.count, ae_size (in));
  shape_layer (&t, in, 1);
  t.X = x.data;
  t.to_y = shaped_result (&t, 0, t.layer.out);
  if (t.layer.arrays.moments)
    t.to_moments = AE (result) (call, 1, t.layer.arrays.moments / 2, 2, 1, 1);
  if (after && call->nlhs > 1)
    {
      t.after = after;
      t.to_after = after_result (&t);
    }
  allocate (&t);
  prepare (&t);
  run (&t, step_forward);
  if (t.to_moments)
    memcpy (t.to_moments, t.pass.moments, t.layer.arrays.moments * sizeof (ae_real));
  if (t.to_moments && t.pass.training)
    type->move (&t.layer, t.stats, t.to_moments);
}

/* X or Y of backward, looked at only when it is needed. */
static AE (view)
read_needed (lesson *t, const char *name, int needed)
{
  AE (view) none = { NULL, { 0, 0, 0, 0 }, 0 };
  int i = t->next++;

  return needed ? AE (array_arg) (t->call, i, name) : none;
}

static int
fits (const lesson *t, AE (view) v, ae_shape shape)
{
  return ! v.data || v.count == ae_size (shape) * t->n;
}

void
AE (teach_backward) (ae_call *call, const AE (layer_type) *type, const char *const options[], int needs)
{
  lesson t AE_OWNED (clean) = { 0 };
  AE (view) dy, x, y;
  ae_shape in;

  begin (&t, call, type, 4 + count_options (options));
  dy = AE (array_arg) (call, t.next++, "dY");
  in = read_shape (&t);
  x = read_needed (&t, "X", needs & AE_NEEDS_X);
  y = read_needed (&t, "Y", needs & AE_NEEDS_Y);
  read_layer (&t, options, 0, &in);
  shape_layer (&t, in, 0);
  if (dy.count == 0 || dy.count % ae_size (t.layer.out) != 0 || dy.count / ae_size (t.layer.out) > UINT32_MAX)
    ae_raise_text (call, "size", "dY does not have the size that the layer's output has");
  t.n = dy.count / ae_size (t.layer.out);
  if (! fits (&t, x, in) || ! fits (&t, y, t.layer.out))
    ae_raise_text (call, "size", "X, Y and dY do not have the same number of samples");
  t.dY = dy.data;
  t.X = x.data;
  t.Y = y.data;
  t.to_dx = shaped_result (&t, 0, in);
  if (t.layer.arrays.W)
    t.to_dW = AE (result) (call, 1, t.W.dims[0], t.W.dims[1], t.W.dims[2], t.W.dims[3]);
  if (t.layer.arrays.b)
    t.to_db = AE (result) (call, 2, t.layer.arrays.b, 1, 1, 1);
  allocate (&t);
  prepare (&t);
  if (type->stats_backward && t.pass.training)
    {
      run (&t, step_stats_backward);
      type->combine_backward (&t.layer, part_of (&t, 0), t.shards, t.stats);
    }
  run (&t, step_backward);
  add_groups (&t);
}
