/* Layers: what one is, what it computes on, and the table of types.

   A layer type is one row (struct layer_type) in one file of layers/.  The
   teaching gateways call that row; the training engine loops over rows. */
#ifndef AE_LAYER_H
#define AE_LAYER_H

#include "ae.h"
#include "samples.h"
#include "simd/simd.h"

/* Rows, columns, channels; a vector of d numbers is {d, 1, 1} with flat set. */
typedef struct { int h, w, c, flat; } ae_shape;

/* Sizes are decided by shape rules alone, and AE (layer_shape) holds them below
   these: no product of sizes after it can overflow 64 bits, no length an int. */
enum { AE_MOST_NUMBERS = 1 << 26 };              /* in one sample */
#define AE_MOST_WEIGHTS ((size_t) 1 << 36)       /* in one layer */

/* How many numbers; SIZE_MAX when 64 bits cannot hold it. */
static inline size_t
ae_size (ae_shape s)
{
  size_t n;

  return __builtin_mul_overflow ((size_t) s.h * (size_t) s.w, (size_t) s.c, &n) ? SIZE_MAX : n;
}

/* A length along an axis; one that no int holds becomes the largest int, which
   the checks refuse. */
static inline int
ae_length (int64_t n)
{
  return n > INT32_MAX ? INT32_MAX : (int) n;
}

/* Units of a vector, channels of an image. */
static inline int
ae_units (ae_shape s)
{
  return s.flat ? s.h : s.c;
}

enum { AE_VALID, AE_SAME };
enum { AE_NEAREST, AE_BILINEAR };

/* One line about the arrays of a layer, for whoever creates them. */
typedef struct {
  size_t W, b, moments;  /* numbers in each; moments: batchnorm's mean and variance */
  size_t W_dims[4];      /* as Octave sees W */
  size_t fan_in, fan_out;
} ae_arrays;

struct AE (layer_type);

typedef struct AE (layer) {
  const struct AE (layer_type) *type;
  ae_shape in, out;
  ae_arrays arrays;
  const AE (activation) *activation; /* never NULL */
  ae_real alpha;                     /* slope or scale of leaky relu, elu */
  int index;                         /* place in the net: keys the random numbers */
  int frozen;                        /* W and b keep their values in training */
  int tied;                          /* layer whose transposed W this one uses, -1: none */
  /* Options, set by layer_set; each type reads its own. */
  int units, kernel[2], stride[2], padding, factor[2], interpolation, margins[4], target[3], kind;
  int pool[2]; /* conv2d with a max pooling fused after it; {1, 1}: none */
  double rate, momentum, epsilon, clip[2];
  double target_rate, kl_weight, l1_weight; /* sparsity */
  int clipped;
  /* Filled in by the shape rule. */
  int pad[2];       /* rows above and columns left that padding adds */
  size_t packed;    /* numbers that prepare writes */
  size_t work;      /* numbers of scratch a sample lane */
  size_t work_once; /* numbers of scratch a shard, whatever its lanes */
  size_t memo;      /* bytes that forward leaves for backward, a sample lane */
  size_t stats;     /* batch statistics: doubles (batchnorm) */
  void *plan;       /* belongs to the layer, freed by its type's clean */
} AE (layer);

/* One shard on its way through one layer.  Activations are [feature][S].
   Pointers belong to the caller. */
typedef struct {
  size_t S;                 /* sample lanes, a multiple of AE_LANES */
  size_t n;                 /* of them real samples; the rest hold zeros */
  const ae_real *x;         /* in: size (in) * S */
  ae_real *y;               /* forward writes, backward reads: size (out) * S */
  ae_real *dy;              /* backward may overwrite: size (out) * S */
  ae_real *dx;              /* backward writes: size (in) * S; NULL: not wanted */
  const ae_real *W, *b, *moments;
  ae_real *dW, *db;         /* backward adds; NULL: not wanted */
  const ae_real *packed;    /* what prepare wrote */
  ae_real *work;            /* work * S + work_once numbers */
  unsigned char *memo;      /* memo * S bytes */
  double *stats;            /* of the whole batch (batchnorm) */
  int derived;              /* dy is the derivative in front of the activation already */
  int training;
  uint64_t seed, epoch;
  const uint32_t *samples;  /* number of each of the n samples in the data */
  const AE (kernels) *simd;
} AE (pass);

typedef struct AE (layer_type) {
  const char *name;
  /* Checks the options against in; fills out, arrays and the sizes. */
  ae_status (*shape) (AE (layer) *layer, ae_error *err);
  void (*forward) (const AE (layer) *layer, const AE (pass) *pass);
  void (*backward) (const AE (layer) *layer, const AE (pass) *pass);
  /* Optional (NULL when not needed): */
  void (*prepare) (const AE (layer) *layer, const ae_real *W, ae_real *packed);
  void (*clean) (AE (layer) *layer);
  int alias;    /* forward is the identity on memory: y may be x */
  int dense;    /* weight gradient may be taken over the whole batch later */
  /* Batch statistics: each shard adds up a part, the parts are combined in
     order; part and stats hold layer->stats doubles. */
  void (*stats_forward) (const AE (layer) *layer, const AE (pass) *pass, double *part);
  void (*stats_backward) (const AE (layer) *layer, const AE (pass) *pass, double *part);
  void (*combine_forward) (const AE (layer) *layer, const double *parts, size_t nparts, double *stats);
  void (*combine_backward) (const AE (layer) *layer, const double *parts, size_t nparts, double *stats);
  /* Added to the minibatch's loss, from the batch's statistics (sparsity). */
  double (*penalty) (const AE (layer) *layer, const double *stats);
  /* New moving moments from the batch's statistics. */
  void (*move) (const AE (layer) *layer, const double *stats, ae_real *moments);
} AE (layer_type);

/* Row by name; NULL when there is none. */
const AE (layer_type) *AE (find_layer_type) (const char *name);
/* Row number i; NULL past the end. */
const AE (layer_type) *AE (layer_type_at) (size_t i);

/* A layer of a type with every option at its default. */
void AE (layer_init) (AE (layer) *layer, const AE (layer_type) *type);
/* Sets a numeric option by its name ("kernel", "rate", ...). */
ae_status AE (layer_set) (AE (layer) *layer, const char *name, const double *v, size_t n, ae_error *err);
ae_status AE (layer_set_activation) (AE (layer) *layer, const char *name, ae_error *err);
/* Fails when `what` ("input", "output") of this shape is empty or too large. */
ae_status AE (check_size) (const AE (layer) *layer, const char *what, ae_shape shape, ae_error *err);
/* Runs the shape rule for an input shape; fails when a size is too large. */
ae_status AE (layer_shape) (AE (layer) *layer, ae_shape in, ae_error *err);
void AE (layer_clean) (AE (layer) *layer);

/* For shape rules: out has the shape of in, no arrays. */
ae_status AE (shape_same) (AE (layer) *layer, ae_error *err);
/* For shape rules: length of the output along one axis of a sliding window,
   and the padding before it.  0 when nothing fits. */
int ae_window_length (int n, int window, int stride, int padding, int *before);

/* y += b feature by feature, then the activation, both in place. */
void AE (bias_activate) (const AE (layer) *layer, const AE (pass) *pass);
/* The activation in place; its input goes to memo where backward needs it. */
void AE (activate) (const AE (layer) *layer, const AE (pass) *pass);
/* Bytes of memo that activate writes, a sample lane: for shape rules. */
size_t AE (activation_memo) (const AE (layer) *layer);
/* From a feature of the output to the next one of the same pixel. */
size_t AE (plane) (const AE (layer) *layer, size_t S);
/* dy *= activation', in place. */
void AE (activate_backward) (const AE (layer) *layer, const AE (pass) *pass);

extern const AE (layer_type) AE (layer_input), AE (layer_dense), AE (layer_activation), AE (layer_conv2d),
    AE (layer_conv2d_transpose), AE (layer_maxpool2d), AE (layer_avgpool2d), AE (layer_upsample2d),
    AE (layer_crop2d), AE (layer_zeropad2d), AE (layer_flatten), AE (layer_reshape), AE (layer_dropout),
    AE (layer_noise), AE (layer_batchnorm), AE (layer_sparsity);

#endif
