/* Reading and checking a map and its affinities. */
#include "affinity.h"

#include <math.h>

AE (view)
AE (map_arg) (const ae_call *call)
{
  AE (view) y = AE (array_arg) (call, 0, "map");

  if (y.dims[0] < 2 || y.dims[0] > 3 || y.dims[1] < 1 || y.count != y.dims[0] * y.dims[1])
    ae_raise_text (call, "size", "the map must be 2-by-n or 3-by-n, got %zu-by-%zu", y.dims[0], y.dims[1]);
  for (size_t k = 0; k < y.count; k++)
    if (! isfinite (y.data[k]))
      ae_raise_text (call, "nonfinite", "the map must be finite, got %g at element %zu", (double) y.data[k], k + 1);
  return y;
}

AE (affinity)
AE (affinity_arg) (const ae_call *call, int i, size_t n)
{
  AE (view) value = AE (array_arg) (call, i, "value");
  AE (affinity) p = { n, NULL, NULL, value.data };
  size_t columns, starts;

  p.column = AE (indices_arg) (call, i + 1, "column", n, &columns);
  p.start = AE (indices_arg) (call, i + 2, "start", value.count + 1, &starts);
  if (columns != value.count || starts != n + 1)
    ae_raise_text (call, "size", "column must have %zu elements and start %zu, got %zu and %zu", value.count, n + 1,
                   columns, starts);
  for (size_t k = 0; k < n; k++)
    if (p.start[k] > p.start[k + 1])
      ae_raise_text (call, "value", "start must not fall, got %d after %d", (int) p.start[k + 1], (int) p.start[k]);
  return p;
}
