/* [loss, dY] = __ae_loss__ (Y, T, name, terms): the sum over all elements over
   terms, a double scalar, and its derivative. */
#include "../core/simd/simd.h"
#include "gateway.h"

/* One task's share: its sum is added to the others' in order. */
enum { RUN = 65536 };

typedef struct {
  const AE (loss_row) *row;
  const ae_real *y, *t;
  ae_real *dy, scale;
  size_t n;
  double *sums;
} task_data;

/* Elements are taken as lanes of one feature. */
static void
sum_run (void *arg, size_t i, int worker)
{
  const task_data *j = arg;
  size_t first = i * RUN, n = j->n - first < RUN ? j->n - first : RUN;

  (void) worker;
  j->sums[i] = j->row->loss (j->y + first, j->t + first, 1, n, n, j->scale, j->dy ? j->dy + first : NULL);
}

void
AE (gateway) (ae_call *call)
{
  AE (view) y, t;
  char name[32];
  double *sums AE_OWNED (ae_free_at) = NULL;
  task_data j = { 0 };
  size_t tasks;
  double total = 0, terms;

  ae_count_args (call, 4, 4);
  y = AE (array_arg) (call, 0, "Y");
  t = AE (sized_arg) (call, 1, "T", y.dims[0], y.dims[1], y.dims[2], y.dims[3]);
  ae_text_arg (call, 2, "the loss", name, sizeof name);
  j.row = AE (find_loss) (name);
  if (! j.row)
    ae_raise_text (call, "value", "unknown loss \"%s\"", name);
  terms = ae_scalar_arg (call, 3, "the number of terms", 1, 9007199254740992.0);
  ae_scalar_result (call, 0, 0);
  j.dy = call->nlhs > 1 ? AE (result) (call, 1, y.dims[0], y.dims[1], y.dims[2], y.dims[3]) : NULL;
  j.y = y.data;
  j.t = t.data;
  j.n = y.count;
  j.scale = (ae_real) (1 / terms);
  tasks = (y.count + RUN - 1) / RUN;
  j.sums = sums = ae_malloc (tasks + 1, sizeof *sums);
  if (! sums)
    ae_raise_text (call, "memory", "out of memory");
  ae_parallel (ae_default_threads (), tasks, sum_run, &j);
  for (size_t i = 0; i < tasks; i++)
    total += j.sums[i];
  *(double *) mxGetData (call->plhs[0]) = total / terms;
}
