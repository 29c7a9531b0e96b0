/* Y = __ae_tsne_place__ (map, distance, index, perplexity, threads)

   New points on a map (dims-by-n): from squared distances and numbers (int32,
   from 0) of their nearest neighbours among the map's samples, both k-by-m, and
   a perplexity.  Y is dims-by-m. */
#include "affinity.h"
#include "indices.h"

void
AE (gateway) (ae_call *call)
{
  AE (view) map, distance;
  size_t k, m, count;
  const int32_t *index;
  double perplexity;
  int threads;
  ae_real *y, *p AE_OWNED (ae_free_at) = NULL;

  ae_count_args (call, 5, 5);
  map = AE (map_arg) (call);
  distance = AE (array_arg) (call, 1, "distance");
  k = distance.dims[0];
  m = distance.dims[1];
  if (k < 1 || m < 1 || distance.count != k * m)
    ae_raise_text (call, "size", "distance must be k-by-m, got %zu-by-%zu", k, m);
  index = AE (indices_arg) (call, 2, "index", map.dims[1], &count);
  if (count != distance.count)
    ae_raise_text (call, "size", "index must be %zu-by-%zu, got %zu elements", k, m, count);
  perplexity = ae_scalar_arg (call, 3, "perplexity", 1, (double) k);
  threads = (int) ae_scalar_arg (call, 4, "threads", 0, 256);
  y = AE (result) (call, 0, map.dims[0], m, 1, 1);
  p = ae_malloc (k * m, sizeof *p);
  if (! p)
    ae_raise_text (call, "memory", "out of memory for %zu affinities", k * m);
  AE (conditional) (distance.data, k, m, perplexity, threads, p);
  AE (tsne_place) (map.data, (int) map.dims[0], map.dims[1], index, p, k, m, threads, y);
}
