/* The vector kernels: one table of functions for each instruction set.
   Algorithms above never name an instruction set. */
#ifndef AE_SIMD_H
#define AE_SIMD_H

#include "../ae.h"

/* Shards that one product may sum over. */
enum { AE_PIECES = 4 };

/* A correlation over a grid: output point (i, j) of channel o is the sum over
   input channels c and taps (a, b) inside the input of
     w[o,c,a,b] * x[c, i * step_i + a + first_i, j * step_j + b + first_j].
   Distances are in numbers; the sample lanes lie innermost, distance 1. */
typedef struct {
  int cin, cout;
  int kh, kw;             /* taps along rows and columns */
  int ih, iw;             /* input points */
  int oh, ow;             /* output points */
  int step_i, step_j, first_i, first_j;
  ptrdiff_t xi, xj, xc;   /* to the next input row, column, channel */
  ptrdiff_t yi, yj, yc;   /* to the next output row, column, channel */
} ae_grid;

typedef struct AE (activation) {
  const char *name, *other; /* other: a second name that people use; NULL: none */
  double alpha;             /* the usual one; those without slope or scale ignore it */
  double lo, hi;            /* what the results lie between */
  int keeps_input;          /* backward is written in the input, not the output */
  int couples;              /* works on all features of a pixel together */
  /* n numbers; plane: from a feature to the next one of its pixel.  See activations.c. */
  void (*forward) (ae_real *y, size_t n, size_t plane, ae_real alpha);                         /* in place */
  void (*backward) (ae_real *dy, const ae_real *from, size_t n, size_t plane, ae_real alpha); /* dy *= f' */
  void (*bend) (ae_real *d, const ae_real *from, size_t n, ae_real alpha); /* d *= f''; NULL: no number for each output */
} AE (activation);

typedef struct {
  ae_real rate, decay, momentum, beta1, beta2, epsilon;
  ae_real c1, c2, c3; /* factors that depend on the step number, see optimizer.c */
} AE (step_factors);

/* Convolutions are made of these (correlate.c). */
typedef struct AE (correlate_kernels) {
  int block; /* output channels that one packed block of weights holds */
  int lanes; /* numbers in one vector register */

  /* One output column j of a block of no <= block channels, all S lanes.
     w: the packed block [c][b][a][block]; y: the column in the block's first
     channel.  bias: one a channel, or NULL to add to what y holds.  relu:
     clip at 0 before storing. */
  void (*correlate) (const ae_grid *g, const ae_real *x, const ae_real *w, const ae_real *bias, int relu,
                     ae_real *y, int j, int no, size_t S);
  /* Adds the weight gradient from columns j .. jend-1 of a block of no channels (dy:
     column 0, as y above) to the accumulators acc [c][b][a][block][lanes]; columns
     in their order, so that cutting them up changes no bit. */
  void (*correlate_weights) (const ae_grid *g, const ae_real *x, const ae_real *dy, ae_real *acc, int j, int jend,
                             int no, size_t S);
  /* out[k] = sum of the lanes of accumulator k, k < count. */
  void (*fold) (const ae_real *acc, size_t count, ae_real *out);
} AE (correlate_kernels);

/* Products of features, for covariances (gram.c).  A strip of count columns is
   packed, minus a centre, into panels of `panel` features; multiply then adds
   x x' of rows row0 .. row1-1 and columns col0 .. col1-1 (multiples of `panel`,
   where row >= column) to c (aligned, ld a multiple of `panel`). */
typedef struct AE (gram_kernels) {
  size_t panel;
  void (*pack) (const ae_real *x, size_t d, size_t count, const ae_real *centre, ae_real *out);
  void (*multiply) (const ae_real *packed, size_t d, size_t count, size_t row0, size_t row1, size_t col0, size_t col1,
                    ae_real *c, size_t ld);
} AE (gram_kernels);

/* Images of h-by-w pixels and the windows slid along their two sides (ssim.c). */
enum { AE_SSIM_WINDOW = 11 };
typedef struct AE (windows) {
  size_t h, w, nh, nw;
  ae_real along_h[AE_SSIM_WINDOW], along_w[AE_SSIM_WINDOW];
  ae_real c1, c2;
} AE (windows);

/* Sums of the loss over a shard of d features; dy gets scale * derivative
   (NULL: not wanted).  Lanes n..S-1 are left out, dy is 0 there. */
typedef double (*AE (loss_sum)) (const ae_real *y, const ae_real *t, size_t d, size_t S, size_t n, ae_real scale,
                                 ae_real *dy);

typedef struct AE (loss_row) {
  const char *name, *other; /* as above */
  double lo, hi;            /* what targets must lie between */
  int over_units;           /* summed over the features of a pixel before the mean is taken */
  AE (loss_sum) loss;
  /* The same where y comes out of this activation, with the derivative in
     front of it, which is exact where the two one after the other are not;
     NULL: none.  units: features of a pixel. */
  const char *activation;
  double (*through) (const ae_real *y, const ae_real *t, size_t d, size_t units, size_t S, size_t n, ae_real scale,
                     ae_real *dy);
} AE (loss_row);

/* p -= step; state s1, s2 are n numbers each (unused ones NULL). */
typedef struct AE (step_row) {
  const char *name;
  int states;
  double decay;  /* the usual one: of the squared gradient, adamw: of the weights */
  int scheduled; /* the momentum follows nadam's schedule */
  void (*step) (ae_real *p, const ae_real *g, ae_real *s1, ae_real *s2, size_t n, const AE (step_factors) *f);
} AE (step_row);

typedef struct AE (kernels) {
  const AE (correlate_kernels) *conv;
  /* y[f][s] += b[f] for nf features of S lanes, then relu when asked. */
  void (*add_bias) (ae_real *y, const ae_real *b, size_t nf, size_t S, int relu);
  /* Features of AE_LANES samples, rows[s][f], f < d, to x[f * S + s]; and back. */
  void (*lanes_in) (const ae_real *const rows[AE_LANES], size_t d, size_t S, ae_real *x);
  void (*lanes_out) (const ae_real *x, size_t d, size_t S, ae_real *const rows[AE_LANES]);
  /* out[f] += sum over s of dy[f][s]. */
  void (*sum_lanes) (const ae_real *dy, size_t nf, size_t S, ae_real *out);
  /* Maximum of one window of ni rows (xi apart) by nj columns (xj apart), S
     lanes, with the number row + rows_in_window * column of the winner; and
     back: dy to the winner, 0 to the others. */
  void (*pool) (const ae_real *x, ptrdiff_t xi, ptrdiff_t xj, int ni, int nj, int rows_in_window, size_t S,
                ae_real *y, unsigned char *memo);
  void (*unpool) (const ae_real *dy, const unsigned char *memo, int ni, int nj, int rows_in_window, size_t S,
                  ae_real *dx, ptrdiff_t xi, ptrdiff_t xj);
  /* C = alpha op (A) op (B) + beta C as in ../blas.h. */
  void (*product) (char ta, char tb, size_t m, size_t n, size_t k, ae_real alpha, const ae_real *a, size_t lda,
                   const ae_real *b, size_t ldb, ae_real beta, ae_real *c, size_t ldc);
  /* C (m-by-n) = the sum of the products A_g' B_g over count shards, + beta C;
     A_g is S-by-m, B_g S-by-n, count <= AE_PIECES. */
  void (*product_of_shards) (size_t m, size_t n, size_t S, size_t count, const ae_real *const *a,
                             const ae_real *const *b, ae_real beta, ae_real *c, size_t ldc);
  /* Tables found by name; each ends with a row whose name is NULL. */
  const AE (activation) *activations;
  const AE (loss_row) *losses;
  const AE (step_row) *steps;
  const AE (gram_kernels) *gram;
  /* Whether none of n numbers is NaN or infinite. */
  int (*finite) (const ae_real *x, size_t n);
  /* *sse, *sst = the sums of (y - t)^2 and of (t - mean)^2 over n numbers. */
  void (*squares) (const ae_real *y, const ae_real *t, const double *mean, size_t n, double *sse, double *sst);
  /* Adds the structural similarity of one plane of AE_LANES images x to that of
     y at all places to sum [AE_LANES]; pixels S apart; work: 5 planes of AE_LANES. */
  void (*similarity) (const AE (windows) *g, const ae_real *x, const ae_real *y, size_t S, ae_real *work, double *sum);
} AE (kernels);

/* The table for the instruction set in force. */
const AE (kernels) *AE (kernels_now) (void);
/* Rows by name; NULL when there is none. */
const AE (activation) *AE (find_activation) (const char *name);
const AE (loss_row) *AE (find_loss) (const char *name);
const AE (step_row) *AE (find_step) (const char *name);

#endif
