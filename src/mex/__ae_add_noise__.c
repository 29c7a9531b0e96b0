/* Y = __ae_add_noise__ (X, kind, level, clip, seed, threads): X is d-by-n,
   clip is [lo hi] or [], of class double. */
#include "../core/noise.h"
#include "gateway.h"

enum { SAMPLES_A_TASK = 64 };

typedef struct {
  int kind;
  double level;
  ae_real range[2], *clip;
  uint64_t seed;
  const ae_real *x;
  ae_real *y;
  size_t d, n;
} task_data;

static void
corrupt_some (void *arg, size_t index, int worker)
{
  const task_data *j = arg;
  size_t first = index * SAMPLES_A_TASK, last = first + SAMPLES_A_TASK < j->n ? first + SAMPLES_A_TASK : j->n;

  (void) worker;
  for (size_t i = first; i < last; i++)
    AE (noise_apply) (j->kind, j->level, j->clip, j->seed, 0, i, 0, j->x + i * j->d, j->y + i * j->d, j->d, 1);
}

void
AE (gateway) (ae_call *call)
{
  AE (view) x;
  task_data j = { 0 };
  char name[16];
  const double *clip;
  size_t nclip;
  int threads;

  ae_count_args (call, 6, 6);
  x = AE (array_arg) (call, 0, "X");
  ae_text_arg (call, 1, "kind", name, sizeof name);
  j.kind = ae_noise_kind (name);
  if (j.kind < 0)
    ae_raise_text (call, "value", "unknown kind of noise \"%s\"", name);
  j.level = ae_scalar_arg (call, 2, "level", 0, j.kind == AE_NOISE_GAUSSIAN ? 1e30 : 1);
  clip = ae_doubles_arg (call, 3, "Clip", &nclip);
  if (nclip != 0 && (nclip != 2 || ! (clip[0] < clip[1])))
    ae_raise_text (call, "value", "Clip must be [lo hi] or [], got %zu numbers", nclip);
  j.seed = (uint64_t) ae_scalar_arg (call, 4, "Seed", 0, 9007199254740992.0);
  threads = (int) ae_scalar_arg (call, 5, "Threads", 1, 256);

  if (nclip == 2)
    {
      j.range[0] = (ae_real) clip[0];
      j.range[1] = (ae_real) clip[1];
      j.clip = j.range;
    }
  j.x = x.data;
  j.d = x.dims[0];
  j.n = x.dims[1] * x.dims[2] * x.dims[3];
  j.y = AE (result) (call, 0, x.dims[0], x.dims[1], x.dims[2], x.dims[3]);
  if (j.d > 0)
    ae_parallel (threads, (j.n + SAMPLES_A_TASK - 1) / SAMPLES_A_TASK, corrupt_some, &j);
}
