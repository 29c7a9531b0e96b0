/* Embedding: exact neighbours, affinities, the tree over a map, t-SNE, ranks.

   A map is dims-by-n (dims 2 or 3), a point a column.  All results are the
   same bit for bit for any number of threads. */
#ifndef AE_EMBED_H
#define AE_EMBED_H

#include "ae.h"

/* ---- vector kernels (simd/embed_kernels.c), one table an instruction set ---- */

enum { AE_LIST_PAD = 16 }; /* lists of interactions are padded to a multiple of this */

/* A symmetric sparse matrix by rows: row i is entries start[i] .. start[i+1]-1. */
typedef struct {
  size_t n;
  const int32_t *start, *column;
  const ae_real *value;
} AE (affinity);

/* Things that act on points: places[a] and weight hold count entries (padded
   with weight 0). */
typedef struct {
  ae_real *place[3];
  ae_real *weight;
  size_t count;
} AE (sources);

typedef struct {
  /* force[a][p] = sum over sources of w q^2 (y_p - y), q = 1 / (1 + |y_p - y|^2),
     for the points first .. last-1; adds the sum of w q over all to *z. */
  void (*repel[2]) (const AE (sources) *s, ae_real *const place[3], ae_real *const force[3], size_t first,
                    size_t last, double *z);
  /* pull (dims-by-n) at the points first .. last-1 of the map y (dims-by-n): sum
     over the entries of their rows of p_ij q_ij (y_i - y_j).  [0] is for 2
     dimensions, [1] for 3. */
  void (*attract[2]) (const ae_real *y, const AE (affinity) *p, size_t first, size_t last, ae_real *pull);
  /* The numbers k (rising) of row[k] + add[k] <= limit, how many; hits has room
     for count + 1. */
  size_t (*upto) (const ae_real *row, const ae_real *add, size_t count, ae_real limit, int32_t *hits);
  /* |a - b|^2 and |a|^2 over d numbers. */
  ae_real (*distance) (const ae_real *a, const ae_real *b, size_t d);
  ae_real (*square) (const ae_real *a, size_t d);
  /* One step of count coordinates along the gradient g with momentum and gains. */
  void (*step) (size_t count, ae_real momentum, ae_real rate, const ae_real *g, ae_real *y, ae_real *velocity,
                ae_real *gains);
  /* Morton codes of the n points y in cells of a grid from low, scale cells a
     unit; last is the highest cell. */
  void (*codes[2]) (const ae_real *y, size_t n, const ae_real *low, ae_real scale, ae_real last, uint32_t *codes);
} AE (embed_kernels);

const AE (embed_kernels) *AE (embed_kernels_now) (void);

/* ---- neighbours (neighbours.c) ---- */

/* The k nearest of the n columns of x (d-by-n) to each of the m columns of q
   (d-by-m), nearest first, equal distances by number: index (k-by-m, from 0)
   and squared distance (k-by-m); both are the caller's.  self >= 0: the
   columns of q are columns self, self + 1, .. of x, and a point is not its own
   neighbour (then k < n, else k <= n).  Memory beyond that: O(n) a thread. */
ae_status AE (neighbours) (const ae_real *x, size_t d, size_t n, const ae_real *q, size_t m, long self, size_t k,
                           int threads, int32_t *index, ae_real *distance, ae_error *err);

/* rank[:,i] = the places (from 1), rising, of the columns index[:,i] of x among
   the neighbours of column self + i, equal distances by number; index and rank
   are k-by-m. */
ae_status AE (ranks) (const ae_real *x, size_t d, size_t n, size_t self, size_t m, const int32_t *index, size_t k,
                      int threads, int32_t *rank, ae_error *err);

/* ---- affinities (affinities.c) ---- */

/* The conditional affinities (k-by-n) whose entropy is log (perplexity), from
   squared distances; each column sums to 1. */
void AE (conditional) (const ae_real *distance, size_t k, size_t n, double perplexity, int threads, ae_real *p);
/* (p + p') / (2n) of conditional affinities p (k-by-n at rows index): start has
   n + 1 numbers; column and value have room for 2kn, of which start[n] are used. */
ae_status AE (symmetrise) (const int32_t *index, const ae_real *p, size_t k, size_t n, int threads, int32_t *start,
                           int32_t *column, ae_real *value, ae_error *err);

/* The same affinities with the points in another order: the new point i is the
   old point order[i].  start, column and value have the room of p's. */
ae_status AE (renumber) (const AE (affinity) *p, const int32_t *order, int threads, int32_t *start, int32_t *column,
                         ae_real *value, ae_error *err);

/* ---- the tree over a map (tree.c) ---- */

/* Nodes stand in the order of a walk: the first child of node i is i + 1, and
   skip leads past all of its descendants. */
typedef struct {
  ae_real centre[3]; /* the mean of its points */
  ae_real size2;     /* squared longest edge of the box around its points */
  int32_t first, count; /* its points, in sorted order */
  int32_t skip;
} AE (node);

typedef struct {
  size_t n;
  int dims;
  ae_real *place[3];  /* the points along the Morton curve, n + AE_LEAF each */
  int32_t *order;     /* sorted place -> column of the map */
  AE (node) *nodes;   /* at most 2n */
  size_t count;
  uint32_t *codes;    /* sorted */
  uint32_t *spare;    /* 3n, for sorting */
  int32_t *groups;    /* group g: sorted points groups[g] .. groups[g+1]-1 */
  size_t ngroups;
} AE (tree);

enum { AE_LEAF = 8, AE_GROUP = 128 };

ae_status AE (tree_new) (AE (tree) *t, size_t n, int dims, ae_error *err);
void AE (tree_free) (AE (tree) *t);
void AE (tree_build) (AE (tree) *t, const ae_real *y);

/* ---- t-SNE (tsne_gradient.c, tsne.c) ---- */

typedef struct {
  AE (tree) tree;
  ae_real *force[3];      /* repulsion in sorted order, n each */
  ae_real *pull;          /* attraction, dims-by-n */
  double *z;              /* a partial sum for each group */
  ae_real *list;          /* sources, for each thread */
  size_t room;            /* entries in one thread's list */
  int threads;
} AE (tsne_work);

ae_status AE (tsne_work_new) (AE (tsne_work) *w, size_t n, int dims, int threads, ae_error *err);
void AE (tsne_work_free) (AE (tsne_work) *w);

/* g (dims-by-n) = a quarter of the gradient of KL (P || Q) at the map y with P
   multiplied by exaggeration: sum_j (p_ij - q_ij) (y_i - y_j) / (1 + |y_i - y_j|^2);
   returns Z, the sum of 1 / (1 + |y_i - y_j|^2) over all pairs i != j.
   theta = 0 is exact. */
double AE (tsne_gradient) (AE (tsne_work) *w, const AE (affinity) *p, const ae_real *y, double theta,
                           double exaggeration, ae_real *g);
/* sum p log (p / q), q from the map y and Z. */
double AE (tsne_kl) (AE (tsne_work) *w, const AE (affinity) *p, const ae_real *y, double z);

typedef struct {
  double theta, exaggeration, momentum, rate;
  size_t iterations; /* to do at most */
  double seconds;    /* stop after the iteration that passes this */
} ae_tsne_plan;

typedef struct {
  size_t iterations; /* done */
  double norm;       /* of the last gradient of KL */
  double z;
} ae_tsne_progress;

/* Gradient steps with momentum and gains, in place on the map, its velocity
   and its gains (each dims-by-n).  Ends after an iteration in which Ctrl-C was
   noted (ae_interrupted), too. */
ae_status AE (tsne_steps) (AE (tsne_work) *w, const AE (affinity) *p, const ae_tsne_plan *plan, ae_real *y,
                           ae_real *velocity, ae_real *gains, ae_tsne_progress *done, ae_error *err);

/* ---- new points on a finished map (tsne_place.c) ---- */

/* y (dims-by-m): the places of m new points on the map of n, from conditional
   affinities p to their neighbours index among the map's points (k-by-m). */
void AE (tsne_place) (const ae_real *map, int dims, size_t n, const int32_t *index, const ae_real *p, size_t k,
                      size_t m, int threads, ae_real *y);

#endif
