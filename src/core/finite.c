/* Looking for numbers that are none, at the speed of the memory. */
#include "finite.h"
#include "simd/simd.h"

#include <math.h>

enum { CHUNK = 1 << 16 };

typedef struct {
  const AE (kernels) *use;
  const ae_real *x;
  size_t n;
  size_t first; /* the lowest chunk with such a number, or the number of chunks */
} task_data;

static size_t
end_of (const task_data *j, size_t chunk)
{
  return (chunk + 1) * CHUNK < j->n ? (chunk + 1) * CHUNK : j->n;
}

/* Task: CHUNK numbers. */
static void
check_chunk (void *arg, size_t chunk, int worker)
{
  task_data *j = arg;
  size_t seen;

  (void) worker;
  if (j->use->finite (j->x + chunk * CHUNK, end_of (j, chunk) - chunk * CHUNK))
    return;
  seen = __atomic_load_n (&j->first, __ATOMIC_RELAXED);
  while (chunk < seen && ! __atomic_compare_exchange_n (&j->first, &seen, chunk, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    ;
}

size_t
AE (first_nonfinite) (const ae_real *x, size_t n)
{
  size_t chunks = (n + CHUNK - 1) / CHUNK;
  task_data j = { AE (kernels_now) (), x, n, chunks };

  ae_parallel (0, chunks, check_chunk, &j);
  for (size_t i = j.first * CHUNK; j.first < chunks && i < end_of (&j, j.first); i++)
    if (! isfinite (x[i]))
      return i;
  return n;
}
