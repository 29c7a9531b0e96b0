/* Y = __ae_augment__ (X, how, seed, epoch, threads): X is d-by-n images, how =
   [rotate scale shear shift share h w c]. */
#include "samples.h"

#include <string.h>

enum { SAMPLES_A_TASK = 16 };

typedef struct {
  ae_augment how;
  uint64_t seed, epoch;
  const ae_real *x;
  ae_real *y;
  size_t d, n;
} task_data;

static void
move_some (void *arg, size_t index, int worker)
{
  const task_data *j = arg;
  size_t first = index * SAMPLES_A_TASK, last = first + SAMPLES_A_TASK < j->n ? first + SAMPLES_A_TASK : j->n;

  (void) worker;
  for (size_t i = first; i < last; i++)
    AE (augment_image) (&j->how, j->seed, j->epoch, i, j->x + i * j->d, j->y + i * j->d, 1);
}

void
AE (gateway) (ae_call *call)
{
  task_data j;
  AE (view) x;
  ae_error err;
  int threads;

  memset (&j, 0, sizeof j);
  ae_count_args (call, 5, 5);
  x = AE (array_arg) (call, 0, "X");
  j.d = x.dims[0];
  j.n = x.dims[1];
  if (x.count == 0 || x.count != j.d * j.n)
    ae_raise_text (call, "size", "X must be d-by-n");
  if (AE (augment_of) (call->prhs[1], j.d, &j.how, &err) != AE_OK)
    ae_raise (call, &err);
  if (j.how.h == 0)
    ae_raise_text (call, "option", "augment must have 8 numbers");
  j.seed = (uint64_t) ae_scalar_arg (call, 2, "Seed", 0, 9007199254740992.0);
  j.epoch = (uint64_t) ae_scalar_arg (call, 3, "Epoch", 0, 4294967295.0);
  threads = (int) ae_scalar_arg (call, 4, "Threads", 1, 256);
  j.x = x.data;
  j.y = AE (result_unset) (call, 0, j.d, j.n);
  ae_parallel (threads, (j.n + SAMPLES_A_TASK - 1) / SAMPLES_A_TASK, move_some, &j);
}
