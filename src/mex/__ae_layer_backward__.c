/* [dX, ...] = __ae_layer_backward__ (dY, layer, input_size, training, seed, X, Y, arrays, ...)

   The way back through one layer, of any type: layer, input_size and arrays as
   for __ae_layer_forward__.  X and Y are [] where the layer does without, as are
   arrays that its gradient does not depend on.  Further results: the gradient of
   each array that has one, in the order of the type's rows. */
#include "teach.h"

#include <string.h>

static void
step_stats_backward (AE (lesson) *t, const AE (pass) *pass, size_t shard, size_t group)
{
  (void) group;
  t->layer.type->stats_backward (&t->layer, pass, AE (lesson_part) (t, shard));
}

/* What forward leaves in memo is made anew. */
static void
step_backward (AE (lesson) *t, const AE (pass) *pass, size_t shard, size_t group)
{
  ae_real *sum = t->sums + group * AE (lesson_numbers) (t);
  AE (pass) p = *pass;

  for (int k = 0; k < AE_ARRAYS; k++)
    {
      p.grad[k] = sum;
      sum += t->layer.arrays[k].count;
    }
  if (p.memo)
    t->layer.type->forward (&t->layer, &p);
  t->layer.type->backward (&t->layer, &p);
  AE (scatter) (p.dx, ae_size (t->layer.in), shard * t->S, p.n, t->S, NULL, t->to_dx);
}

/* The groups' sums, added in order. */
static void
add_groups (const AE (lesson) *t)
{
  const ae_real *sum = t->sums;

  for (size_t g = 0; g < t->groups; g++)
    for (int k = 0; k < AE_ARRAYS; k++)
      {
        size_t n = t->layer.arrays[k].count, wanted = t->to_array[k] ? n : 0;

        for (size_t i = 0; i < wanted; i++)
          t->to_array[k][i] += sum[i];
        sum += n;
      }
}

static void
make_results (AE (lesson) *t)
{
  const ae_array_row *row;
  int next = 1;

  t->to_dx = AE (lesson_result) (t, 0, t->in);
  for (int k = 0; (row = AE (array_row_at) (t->layer.type, (size_t) k)); k++)
    {
      const size_t *d = t->layer.arrays[k].dims;

      if (row->trained)
        t->to_array[k] = AE (result) (t->call, next++, d[0], d[1], d[2], d[3]);
    }
}

static int
fits (const AE (lesson) *t, AE (view) v, ae_shape shape)
{
  return ! v.data || v.count == ae_size (shape) * t->n;
}

void
AE (gateway) (ae_call *call)
{
  AE (lesson) t AE_OWNED (AE (lesson_clean)) = { 0 };
  AE (view) dy, x, y;

  ae_count_args (call, 7, 7 + AE_ARRAYS);
  dy = AE (array_arg) (call, 0, "dY");
  AE (lesson_begin) (&t, call);
  x = AE (lesson_view) (&t, 5, "X");
  y = AE (lesson_view) (&t, 6, "Y");
  AE (lesson_arrays) (&t, 7);
  AE (lesson_shape) (&t, 0);
  t.n = AE (lesson_samples) (&t, "dY", dy.count, ae_size (t.layer.out));
  if (! fits (&t, x, t.in) || ! fits (&t, y, t.layer.out))
    ae_raise_text (call, "size", "X, Y and dY do not have the same number of samples");
  t.dY = dy.data;
  t.X = x.data;
  t.Y = y.data;
  make_results (&t);
  AE (lesson_allocate) (&t, 1);
  AE (lesson_prepare) (&t);
  if (t.layer.type->stats_backward && t.pass.training)
    {
      AE (lesson_run) (&t, step_stats_backward);
      t.layer.type->combine_backward (&t.layer, AE (lesson_part) (&t, 0), t.shards, t.stats);
    }
  AE (lesson_run) (&t, step_backward);
  add_groups (&t);
  AE (lesson_finite) (&t, t.to_dx, t.n * ae_size (t.in));
  for (int k = 0; k < AE_ARRAYS; k++)
    AE (lesson_finite) (&t, t.to_array[k], t.layer.arrays[k].count);
}
