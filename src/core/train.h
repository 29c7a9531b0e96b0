/* Training: whole minibatches in C, a slice of time at a call (train.c).
   Stateless between calls: everything that goes on stands in the job. */
#ifndef AE_TRAIN_H
#define AE_TRAIN_H

#include "augment.h"
#include "link.h"
#include "network.h"
#include "optimizer.h"

typedef struct {
  /* Data; T.data may be X.data.  When X has a centre for what is missing, the
     missing targets (NaN) don't count. */
  AE (samples) X, T;
  size_t n;               /* samples in the data */
  size_t batch;           /* samples a minibatch */
  uint64_t seed, epoch;
  int shuffle;
  ae_augment augment;     /* images moved before they are trained on */
  /* What changes: parameters and optimizer state, nparams numbers each. */
  ae_real *p, *s1, *s2;
  double t;               /* optimizer steps done so far */
  /* Settings */
  const AE (loss_row) *loss;
  const AE (step_row) *step;
  ae_settings settings;
  double l1, l2, clip_norm, clip_value;
  int threads;
  const ae_link *link;    /* the ranks that train together; NULL: this process alone */
  /* Slice: from minibatch `first` until so many steps or seconds are over. */
  size_t first, max_steps;
  double seconds;
  double loss_sum;        /* of the epoch's earlier minibatches: progress goes on from it */
  int inference;          /* objective: layers act as in use, not as in training */
} AE (job);

typedef struct {
  size_t steps, samples;  /* done in this slice, and the samples in them */
  double loss;            /* job's loss_sum + over those samples, of the minibatch's mean loss */
  int nonfinite;          /* the minibatch after those done had no finite loss */
  double last_loss;       /* of the last minibatch looked at */
} ae_progress;

ae_status AE (train_slice) (const AE (net) *net, AE (job) *job, ae_progress *progress, ae_error *err);

/* Mean loss of the whole data at parameters job->p, and, unless NULL, its
   gradient (nparams numbers).  Nothing in the job changes. */
ae_status AE (objective) (const AE (net) *net, const AE (job) *job, double *loss, ae_real *gradient, ae_error *err);

#endif
