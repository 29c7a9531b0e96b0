/* The arguments that the gateways of t-SNE share: a map and its affinities. */
#ifndef AE_AFFINITY_H
#define AE_AFFINITY_H

#include "../core/embed.h"
#include "indices.h"

/* Argument 0: the map, dims-by-n, dims 2 or 3, finite. */
AE (view) AE (map_arg) (const ae_call *call);
/* Arguments i, i+1, i+2: value, column and start, as __ae_affinities__ makes
   them, for n points; checked, so that no row leads outside. */
AE (affinity) AE (affinity_arg) (const ae_call *call, int i, size_t n);

#endif
