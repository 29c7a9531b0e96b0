/* What the two gateways of single layers share (__ae_layer_forward__,
   __ae_layer_backward__): one layer, set up by the row of its type, run over
   all samples, shard by shard. */
#ifndef AE_TEACH_H
#define AE_TEACH_H

#include "spec.h"

/* Buffers of one worker. */
typedef struct {
  ae_real *x, *y, *dy, *dx, *work;
  unsigned char *memo;
  void *block; /* all of them; owned */
} AE (lesson_desk);

struct AE (lesson);
typedef void (*AE (lesson_step)) (struct AE (lesson) *t, const AE (pass) *pass, size_t shard, size_t group);

typedef struct AE (lesson) {
  ae_call *call;
  AE (layer) layer;
  ae_shape in;
  AE (pass) pass;                 /* what the pass of every shard starts from */
  AE (view) arrays[AE_ARRAYS];    /* as they came; data NULL: not there */
  size_t n, S, shards, groups;
  const ae_real *X, *Y, *dY;      /* Octave's arrays; NULL: none */
  ae_real *to_y, *to_dx, *to_array[AE_ARRAYS]; /* results; NULL: not wanted */
  double *to_source;
  /* Owned, freed by clean. */
  AE (lesson_desk) *desks;
  size_t ndesks;
  ae_real *packed, *sums, *zeros;
  double *stats;                  /* the batch's, then a part of each shard */
  uint32_t *samples;
  AE (lesson_step) step;
} AE (lesson);

/* A lesson is to be declared AE_OWNED (AE (lesson_clean)).  begin reads
   arguments 1 .. 4: the layer, the size of its input, training, seed. */
void AE (lesson_begin) (AE (lesson) *t, ae_call *call);
/* Argument i, data NULL when it is absent or []. */
AE (view) AE (lesson_view) (AE (lesson) *t, int i, const char *name);
/* The layer's arrays, from argument `first` on. */
void AE (lesson_arrays) (AE (lesson) *t, int first);
/* The shape rule, and whether the arrays fit it; all: none may be missing. */
void AE (lesson_shape) (AE (lesson) *t, int all);
size_t AE (lesson_samples) (AE (lesson) *t, const char *name, size_t count, size_t d);
ae_real *AE (lesson_result) (AE (lesson) *t, int i, ae_shape s);
/* Raises unless a result of n numbers, NULL when not wanted, is finite. */
void AE (lesson_finite) (const AE (lesson) *t, const ae_real *result, size_t n);
/* Numbers in all arrays. */
size_t AE (lesson_numbers) (const AE (lesson) *t);
void AE (lesson_allocate) (AE (lesson) *t, int gradients);
/* Packed weights and batch statistics. */
void AE (lesson_prepare) (AE (lesson) *t);
void AE (lesson_run) (AE (lesson) *t, AE (lesson_step) step);
double *AE (lesson_part) (const AE (lesson) *t, size_t shard);
void AE (lesson_clean) (AE (lesson) *t);

#endif
