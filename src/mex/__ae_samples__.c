/* X = __ae_samples__ (like, source, from, to)

   Samples from .. to (from 1) of a source (a struct of ae_source), d-by-n, of
   the class of `like`, scaled as the source says. */
#include "samples.h"

typedef struct {
  AE (samples) x;
  size_t d, first;
  ae_real *out;
} task_data;

static void
fetch (void *arg, size_t i, int worker)
{
  const task_data *j = arg;

  (void) worker;
  AE (samples_row) (&j->x, j->d, j->first + i, 0, j->d, j->out + i * j->d);
}

void
AE (gateway) (ae_call *call)
{
  ae_mapping file AE_OWNED (ae_unmap_file) = { 0 };
  task_data j;
  size_t n, to;

  ae_count_args (call, 4, 4);
  j.x = AE (samples_arg) (call, 1, "the source", &file, &j.d, &n);
  j.first = (size_t) ae_scalar_arg (call, 2, "from", 1, (double) n) - 1;
  to = (size_t) ae_scalar_arg (call, 3, "to", (double) j.first + 1, (double) n);
  j.out = AE (result) (call, 0, j.d, to - j.first, 1, 1);
  ae_parallel (0, to - j.first, fetch, &j);
  AE (samples_check) (call, 1, &file);
}
