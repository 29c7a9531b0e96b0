/* [Y, ...] = __ae_layer_forward__ (X, layer, input_size, training, seed, arrays, ...)

   Runs one layer, of any type, over the samples of X.  layer is a struct with
   the type and its options as a network holds them, input_size d or [h w c],
   arrays those of the type's rows, in their order.  Samples come last in X and
   Y; what dimensions X has otherwise is not looked at.

   Further results: each array that no gradient moves, as it is after the pass
   (the moving moments of batch normalisation); or, of a pooling, the 1-based
   number in X of the element that each of Y was taken from, double. */
#include "teach.h"

#include <string.h>

static void
take_sources (AE (lesson) *t, const AE (pass) *pass, size_t first)
{
  size_t din = ae_size (t->layer.in), dout = ae_size (t->layer.out);

  for (size_t s = 0; s < pass->n; s++)
    for (size_t f = 0; f < dout; f++)
      t->to_source[dout * (first + s) + f]
          = (double) (din * (first + s) + t->layer.type->source (&t->layer, pass, f, s)) + 1;
}

static void
step_forward (AE (lesson) *t, const AE (pass) *pass, size_t shard, size_t group)
{
  (void) group;
  t->layer.type->forward (&t->layer, pass);
  AE (scatter) (pass->y, ae_size (t->layer.out), shard * t->S, pass->n, t->S, NULL, t->to_y);
  if (t->to_source)
    take_sources (t, pass, shard * t->S);
}

static void
make_results (AE (lesson) *t)
{
  const AE (layer_type) *type = t->layer.type;
  ae_shape out = t->layer.out;
  mwSize dims[4] = { (mwSize) out.h, (mwSize) out.w, (mwSize) out.c, (mwSize) t->n };
  const ae_array_row *row;
  int next = 1;

  t->to_y = AE (lesson_result) (t, 0, out);
  for (int k = 0; (row = AE (array_row_at) (type, (size_t) k)); k++)
    if (! row->trained)
      t->to_array[k] = AE (result) (t->call, next++, t->layer.arrays[k].count, 1, 1, 1);
  if (! type->source || t->call->nlhs < 2)
    return;
  t->call->plhs[1] = mxCreateNumericArray (4, dims, mxDOUBLE_CLASS, mxREAL);
  t->to_source = mxGetData (t->call->plhs[1]);
}

/* The arrays that no gradient moves; type->move wants room for all of them. */
static void
move_arrays (AE (lesson) *t)
{
  ae_real *array[AE_ARRAYS], *at = t->zeros;

  for (int k = 0; k < AE_ARRAYS; k++)
    {
      size_t n = t->layer.arrays[k].count;

      array[k] = at;
      at += n;
      if (n > 0)
        memcpy (array[k], t->pass.array[k], n * sizeof *at);
    }
  if (t->layer.type->move && t->pass.training)
    t->layer.type->move (&t->layer, t->stats, array);
  for (int k = 0; k < AE_ARRAYS; k++)
    if (t->to_array[k])
      memcpy (t->to_array[k], array[k], t->layer.arrays[k].count * sizeof *at);
}

void
AE (gateway) (ae_call *call)
{
  AE (lesson) t AE_OWNED (AE (lesson_clean)) = { 0 };
  AE (view) x;

  ae_count_args (call, 5, 5 + AE_ARRAYS);
  x = AE (array_arg) (call, 0, "X");
  AE (lesson_begin) (&t, call);
  AE (lesson_arrays) (&t, 5);
  AE (lesson_shape) (&t, 1);
  t.n = AE (lesson_samples) (&t, "X", x.count, ae_size (t.in));
  t.X = x.data;
  make_results (&t);
  AE (lesson_allocate) (&t, 0);
  AE (lesson_prepare) (&t);
  AE (lesson_run) (&t, step_forward);
  move_arrays (&t);
  AE (lesson_finite) (&t, t.to_y, t.n * ae_size (t.layer.out));
  for (int k = 0; k < AE_ARRAYS; k++)
    AE (lesson_finite) (&t, t.to_array[k], t.layer.arrays[k].count);
}
