/* A network: a list of layers, one block of parameters, and the operations
   that run it (network.c).  train.c loops over it. */
#ifndef AE_NETWORK_H
#define AE_NETWORK_H

#include "errors.h"
#include "layer.h"

/* What the engine runs: a layer, or several fused into one. */
typedef struct {
  AE (layer) layer;       /* a copy; its plan belongs to the operation */
  int first, last;        /* the layers of the net that it stands for */
  size_t array[AE_ARRAYS]; /* where its arrays stand in the block */
  size_t packed;          /* where its packed weights stand */
  int inputs[AE_MOST_INPUTS]; /* operations it takes its input from, as many as its layer; -1: the net's input */
  unsigned adds;          /* bit k: another operation has put its part into the gradient of input k before */
  int live;               /* the net's output depends on it */
  int trains;             /* has an array that training changes */
  int coupled;            /* needs statistics of the whole batch */
  size_t stats;           /* where its statistics stand (doubles) */
} AE (op);

/* A run of parameters that the optimizer changes. */
typedef struct {
  size_t start, count;
  int penalised;          /* by L1 and L2 */
} ae_run;

typedef struct {
  int nlayers;
  AE (layer) *layers;
  size_t *offsets;        /* of each layer's first array in the block; the others follow */
  size_t nparams;         /* numbers in the block: the arrays of each layer in turn */
  int nops;
  AE (op) *ops;
  int nruns;
  ae_run *runs;
  size_t packed, stats;   /* numbers in all */
  int lowest;             /* first operation with something to train; nops: none */
  int *uses;              /* how many layers take each layer's output */
  int branched;           /* some layer does not take its input from the one before */
  int flat;               /* dense layers and their like only */
  int deferred;           /* weight gradients are taken over the whole batch */
} AE (net);

/* Owns nothing yet; n layers at their type's defaults must then be filled in
   by the caller (layer_init, layer_set), and net_finish called. */
ae_status AE (net_make) (AE (net) *net, int n, ae_error *err);
/* Shape rules, parameter block, operations.  fuse: join neighbours. */
ae_status AE (net_finish) (AE (net) *net, ae_shape in, int fuse, ae_error *err);
void AE (net_free) (AE (net) *net);

/* Shape of layer i from those of the layers it takes its input from; in: the
   shape of the net's input.  Of a net whose layers are set (layer_set). */
ae_status AE (net_shape_layer) (AE (net) *net, int i, ae_shape in, ae_error *err);
/* What the operations have of each other, once they are made (network_graph.c):
   inputs, live, adds. */
void AE (net_connect) (AE (net) *net);
/* The operation whose output's memory that of operation i is. */
int AE (op_root) (const AE (net) *net, int i);

/* Packed weights of all operations from the block p. */
void AE (net_prepare) (const AE (net) *net, const ae_real *p, ae_real *packed, int threads);
/* W of each tied layer from the one that it is tied to, in the block p. */
void AE (net_tie) (const AE (net) *net, ae_real *p);

/* One shard's buffers. */
typedef struct {
  ae_real **y;            /* output of each operation; y[-1] is the input */
  ae_real **dy;           /* gradient of each output; dy[-1]: of the input, unused */
  unsigned char **memo;
  ae_real *extra;         /* an operation's part of a gradient that is to be added to another's; branched nets */
  ae_real *work;
  void *block;            /* all of the above; owned */
} AE (desk);

/* train: with room for gradients. */
ae_status AE (desk_make) (AE (desk) *desk, const AE (net) *net, size_t S, int train, ae_error *err);
void AE (desk_free) (AE (desk) *desk);
/* Sample lanes a shard should have. */
size_t AE (net_lanes) (const AE (net) *net);

/* The pass of operation i in a desk: pointers filled in, no gradients yet. */
AE (pass) AE (op_pass) (const AE (net) *net, int i, const AE (desk) *desk, const ae_real *p, const ae_real *packed,
                        size_t S, size_t n, const AE (kernels) *simd);

/* The outputs of one shard. */
typedef struct {
  const ae_real *x, *y;   /* the net's input and output, features by S lanes */
  const ae_real *Y;       /* the output in Octave's layout */
  size_t first, n, S;     /* its samples, and the lanes */
} AE (shard_outputs);

/* What becomes of all outputs. */
typedef struct {
  ae_real *Y;             /* they are written here, Octave's layout; NULL: only looked at */
  const ae_scale *scale;  /* undone in Y (NULL: none) */
  void (*look) (void *looker, const AE (shard_outputs) *shard, int worker); /* told of each shard; NULL: nobody */
  void *looker;
  int finite;             /* set: none of Y is NaN or infinite */
} AE (outputs);

/* The net over n samples, without training (network_forward.c). */
ae_status AE (net_forward) (const AE (net) *net, const ae_real *p, const AE (samples) *X, size_t n, AE (outputs) *to,
                            int threads, ae_error *err);

/* How outputs are judged: what errors () and ssim () want to know. */
typedef struct {
  const ae_real *T;       /* targets, out-by-n */
  const double *mean;     /* of each feature of T */
  size_t size[3];         /* h, w, c of images; 0: no similarity is wanted */
  double c1, c2;
} AE (measures);

/* How far the outputs are from the targets, with the bits of errors () and ssim (),
   but the outputs are nowhere kept (network_judge.c).  similarity: n numbers, or
   NULL; *finite as in outputs. */
ae_status AE (net_judge) (const AE (net) *net, const ae_real *p, const AE (samples) *X, size_t n,
                          const AE (measures) *m, int threads, ae_errors *sums, double *similarity, int *finite,
                          ae_error *err);

#endif
