/* One minibatch: buffers, shards through the net, the gradient (step.c).
   Only train.c, which loops over it, and step.c include this. */
#ifndef AE_STEP_H
#define AE_STEP_H

#include "train.h"

/* Parameters a task of the update takes; columns that the product of a deferred dense
   gradient takes at once (simd/product.c). */
enum { AE_CHUNK = 1 << 14, AE_STRIP = 12 };

typedef struct AE (step_state) {
  const AE (net) *net;
  const AE (job) *job;
  const AE (kernels) *simd;
  size_t S, batch_shards, nsums, ndesks;
  int threads, by_shard;
  AE (desk) *desks;        /* one a shard when stages or deferred gradients need them, else one a worker */
  ae_real *sums;           /* nsums gradient blocks, cleared each step */
  ae_real *gradient;       /* nparams */
  ae_real *packed;
  ae_real **targets;       /* one shard of targets a desk (NULL: the input itself) */
  ae_real *images;         /* one image a desk where images are moved */
  double *shard_loss;
  double *stats, *parts;   /* batch statistics, and each shard's part */
  double *norms;           /* squared norm of each chunk of the gradient */
  size_t nchunks;
  uint32_t *order;
  int ncoupled, *coupled;  /* operations that cut the step */
  int loss_only;           /* no gradient is wanted */
  /* Told of each stretch of a deferred gradient once it is whole, while it is in the
     cache; in any order, from any thread.  NULL: nobody wants to know. */
  void (*ready) (struct AE (step_state) *s, size_t start, size_t count);
  int adds;                /* a deferred gradient is added to what is there, not written over it */
  int through;             /* the loss takes the last activation's derivative as well */
  /* Of all groups those that this rank does; what a link needs (step_link.c). */
  const ae_link *link;     /* NULL: one process alone */
  size_t groups, first_group, my_groups, first_tile;
  size_t *tiles, *out_from, *in_from; /* ranks + 1 each, in one block */
  size_t cuts;                        /* tiles of columns that a deferred gradient of a layer is cut into */
  size_t ntiles, *tile_order;         /* tasks of the deferred gradients, in the order to begin them */
  ae_real *out, *in;
  /* The step at hand */
  size_t start, count, shards;
  int stage;
  ae_real scale;
  AE (step_factors) factors;
  ae_real shrink;          /* gradient clipping by norm */
} AE (step_state);

/* Buffers for minibatches of at most `batch` samples; with_sums: gradients
   are wanted.  release frees them, after a failure too. */
ae_status AE (step_prepare) (AE (step_state) *s, const AE (net) *net, const AE (job) *job, size_t batch,
                             int with_sums, ae_error *err);
void AE (step_release) (AE (step_state) *s);
/* Elements that the mean loss of those samples goes over (pixels for a loss over
   units): all, or those whose target is not missing (at least 1). */
size_t AE (step_elements) (const AE (step_state) *s, size_t start, size_t count);
/* Mean loss of samples start .. start+count-1 of the order; its derivative times
   `share` goes backward through every shard. */
double AE (step_backward) (AE (step_state) *s, size_t start, size_t count, double share);
/* After that: the sum of the shards' gradients, added to s->gradient. */
void AE (step_sum) (AE (step_state) *s);

#endif
