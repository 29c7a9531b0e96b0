#include "teach.h"
#include "../core/finite.h"

#include <stdio.h>
#include <string.h>

/* Weight gradients are summed over at most this many groups of shards, whose
   sums are then added in order: the same for any number of threads. */
enum { GROUPS = 32 };

void
AE (lesson_clean) (AE (lesson) *t)
{
  if (t->desks)
    for (size_t k = 0; k < t->ndesks; k++)
      ae_free (t->desks[k].block);
  ae_free (t->desks);
  ae_free (t->packed);
  ae_free (t->sums);
  ae_free (t->zeros);
  ae_free (t->stats);
  ae_free (t->samples);
  AE (layer_clean) (&t->layer);
}

/* ---- arguments ---- */

/* Errors speak as the function that was called: ae_layer_forward with a layer
   of type dense is ae_dense_forward. */
static void
speak_as_type (ae_call *call, const char *type)
{
  char direction[sizeof call->name];

  snprintf (direction, sizeof direction, "%s", strrchr (call->name, '_') + 1);
  snprintf (call->name, sizeof call->name, "ae_%.24s_%.12s", type, direction);
}

void
AE (lesson_begin) (AE (lesson) *t, ae_call *call)
{
  ae_error err;
  ae_status status = AE (layer_arg) (call, 1, &t->layer, &err);

  t->call = call;
  if (t->layer.type)
    speak_as_type (call, t->layer.type->name);
  if (status != AE_OK)
    ae_raise (call, &err);
  t->in = AE (shape_arg) (call, 2);
  t->pass.training = (int) ae_scalar_arg (call, 3, "training", 0, 1);
  t->pass.seed = (uint64_t) ae_scalar_arg (call, 4, "seed", 0, 9007199254740992.0);
}

AE (view)
AE (lesson_view) (AE (lesson) *t, int i, const char *name)
{
  AE (view) none = { NULL, { 0, 0, 0, 0 }, 0 };

  return i < t->call->nrhs && ! mxIsEmpty (t->call->prhs[i]) ? AE (array_arg) (t->call, i, name) : none;
}

void
AE (lesson_arrays) (AE (lesson) *t, int first)
{
  const ae_array_row *row;

  for (int k = 0; (row = AE (array_row_at) (t->layer.type, (size_t) k)); k++)
    t->arrays[k] = AE (lesson_view) (t, first + k, row->name);
}

/* Is array k of the size that the shape rule wants? */
static int
fits (const AE (lesson) *t, int k)
{
  const ae_array *wanted = &t->layer.arrays[k];
  int right = t->arrays[k].count == wanted->count;

  if (wanted->dims[1] == 1) /* a vector: lying or standing */
    return right;
  for (int d = 0; d < 4; d++)
    right = right && t->arrays[k].dims[d] == wanted->dims[d];
  return right;
}

void
AE (lesson_shape) (AE (lesson) *t, int all)
{
  ae_error err;
  int right = 1;

  if (AE (layer_shape) (&t->layer, t->in, &err) != AE_OK)
    ae_raise (t->call, &err);
  for (int k = 0; AE (array_row_at) (t->layer.type, (size_t) k); k++)
    right = right && (fits (t, k) || (! all && t->arrays[k].count == 0));
  if (! right)
    ae_raise_text (t->call, "size", "the weights do not have the size that X and the options ask for");
}

/* Samples in an array of count numbers, d a sample. */
size_t
AE (lesson_samples) (AE (lesson) *t, const char *name, size_t count, size_t d)
{
  if (count < d || count % d != 0)
    ae_raise_text (t->call, "size", "%s must have a multiple of %zu elements, got %zu", name, d, count);
  if (count / d > UINT32_MAX)
    ae_raise_text (t->call, "size", "%s has too many samples", name);
  return count / d;
}

/* Result i: a sample for each of n, of this shape. */
ae_real *
AE (lesson_result) (AE (lesson) *t, int i, ae_shape s)
{
  if (s.kind == AE_VECTOR)
    return AE (result) (t->call, i, (size_t) s.h, t->n, 1, 1);
  if (s.kind == AE_SERIES)
    return AE (result) (t->call, i, (size_t) s.h, (size_t) s.c, t->n, 1);
  return AE (result) (t->call, i, (size_t) s.h, (size_t) s.w, (size_t) s.c, t->n);
}

void
AE (lesson_finite) (const AE (lesson) *t, const ae_real *result, size_t n)
{
  if (result && AE (first_nonfinite) (result, n) < n)
    ae_raise_text (t->call, "nonfinite", "the result must be finite, got numbers too large for class %s",
                   sizeof *result == sizeof (float) ? "single" : "double");
}

/* ---- buffers ---- */

static size_t
larger (size_t a, size_t b)
{
  return a > b ? a : b;
}

/* Lanes of a shard: enough to be worth the trouble, few enough for the cache. */
static size_t
lanes (const AE (lesson) *t)
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
make_desk (const AE (lesson) *t, AE (lesson_desk) *s)
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

size_t
AE (lesson_numbers) (const AE (lesson) *t)
{
  size_t n = 0;

  for (int k = 0; k < AE_ARRAYS; k++)
    n += t->layer.arrays[k].count;
  return n;
}

void
AE (lesson_allocate) (AE (lesson) *t, int gradients)
{
  size_t numbers = AE (lesson_numbers) (t), threads = (size_t) ae_default_threads ();
  ae_error err;
  int good;

  t->S = lanes (t);
  t->shards = (t->n + t->S - 1) / t->S;
  t->groups = t->shards < GROUPS ? t->shards : GROUPS;
  t->ndesks = t->groups < threads ? t->groups : threads;
  t->desks = ae_calloc (t->ndesks + 1, sizeof *t->desks);
  t->packed = ae_malloc (t->layer.packed + 1, sizeof *t->packed);
  t->sums = ae_calloc (gradients ? t->groups * numbers + 1 : 1, sizeof *t->sums);
  t->zeros = ae_calloc (numbers + 1, sizeof *t->zeros);
  t->stats = ae_calloc ((t->shards + 1) * t->layer.stats + 1, sizeof *t->stats);
  t->samples = ae_malloc (t->n + 1, sizeof *t->samples);
  good = t->desks && t->packed && t->sums && t->zeros && t->stats && t->samples;
  for (size_t k = 0; good && k < t->ndesks; k++)
    good = make_desk (t, &t->desks[k]);
  if (! good)
    ae_raise_text (t->call, "memory", "out of memory");
  if (ae_blas_room ((int) t->ndesks, &err) != AE_OK)
    ae_raise (t->call, &err);
  for (size_t i = 0; i < t->n; i++)
    t->samples[i] = (uint32_t) i;
  for (int k = 0; k < AE_ARRAYS; k++)
    t->pass.array[k] = t->arrays[k].data ? t->arrays[k].data : t->zeros;
  t->pass.S = t->S;
  t->pass.packed = t->packed;
  t->pass.stats = t->stats;
  t->pass.simd = AE (kernels_now) ();
}

/* ---- running ---- */

static void
run_shard (AE (lesson) *t, const AE (lesson_desk) *s, size_t shard, size_t group)
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
  AE (lesson) *t = arg;
  size_t first = t->shards * group / t->groups, end = t->shards * (group + 1) / t->groups;

  for (size_t shard = first; shard < end; shard++)
    run_shard (t, &t->desks[worker], shard, group);
}

void
AE (lesson_run) (AE (lesson) *t, AE (lesson_step) step)
{
  t->step = step;
  ae_blas_begin ();
  ae_parallel ((int) t->ndesks, t->groups, run_group, t);
  ae_blas_end ();
}

double *
AE (lesson_part) (const AE (lesson) *t, size_t shard)
{
  return t->stats + (shard + 1) * t->layer.stats;
}

static void
step_stats_forward (AE (lesson) *t, const AE (pass) *pass, size_t shard, size_t group)
{
  (void) group;
  t->layer.type->stats_forward (&t->layer, pass, AE (lesson_part) (t, shard));
}

void
AE (lesson_prepare) (AE (lesson) *t)
{
  const AE (layer_type) *type = t->layer.type;

  if (type->prepare)
    type->prepare (&t->layer, t->pass.array[AE_W], t->packed);
  if (! type->stats_forward || ! t->pass.training)
    return;
  AE (lesson_run) (t, step_stats_forward);
  type->combine_forward (&t->layer, AE (lesson_part) (t, 0), t->shards, t->stats);
}
