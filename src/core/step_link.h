/* What the ranks of a linked training tell each other in a step (step_link.c).
   Only step.c includes this. */
#ifndef AE_STEP_LINK_H
#define AE_STEP_LINK_H

#include "step.h"

/* Which groups this rank does, all of them without a link, and the buffers for
   a link; release frees them, after a failure too. */
ae_status AE (link_prepare) (AE (step_state) *s, ae_error *err);
void AE (link_release) (AE (step_state) *s);

/* After these all ranks have what each of them had a part of: */
void AE (link_losses) (AE (step_state) *s);
/* the shards' parts of the statistics of operation i; */
void AE (link_parts) (AE (step_state) *s, int i);
/* the sum of the groups' gradients, added to s->gradient; */
void AE (link_sums) (AE (step_state) *s);
/* and the deferred gradients, which tile (s, number) makes from task s->tile_order
   [s->first_tile + number]. */
void AE (link_tiles) (AE (step_state) *s, ae_task tile);
void AE (tile_features) (const AE (step_state) *s, size_t task, size_t *from, size_t *to);

#endif
