/* Layers: what one is, what it computes on, and the table of types.

   A layer type is one row (struct layer_type) in one file of layers/.  The
   teaching gateways call that row; the training engine loops over rows. */
#ifndef AE_LAYER_H
#define AE_LAYER_H

#include "ae.h"
#include "samples.h"
#include "simd/simd.h"

#include <stddef.h>

/* Rows, columns, channels.  A vector of d numbers is {d, 1, 1}, a series of t
   times and c channels is {t, 1, c}: an image of one column. */
typedef enum { AE_IMAGE, AE_VECTOR, AE_SERIES } ae_shape_kind;
typedef struct {
  int h, w, c;
  ae_shape_kind kind;
} ae_shape;

/* Sizes are decided by shape rules alone, and AE (layer_shape) holds them below
   these: no product of sizes after it can overflow 64 bits, no length an int. */
enum { AE_MOST_NUMBERS = 1 << 26 };              /* in one sample */
#define AE_MOST_WEIGHTS ((size_t) 1 << (sizeof (size_t) > 4 ? 36 : 28)) /* in one layer */

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

/* Units of a vector, channels of an image or a series. */
static inline int
ae_units (ae_shape s)
{
  return s.kind == AE_VECTOR ? s.h : s.c;
}

enum { AE_VALID, AE_SAME };
enum { AE_NEAREST, AE_BILINEAR };

/* ---- what a type says about itself ----

   Everything else, in C and in Octave (__ae_layer_types__), is derived from
   these rows: what ae_layer takes, what a model holds, how weights start, what
   training changes, what files call it. */

/* What an option holds; layer.c says how many numbers that are. */
typedef enum {
  AE_COUNT,      /* int */
  AE_PAIR,       /* int[2]: rows, columns */
  AE_MARGINS,    /* int[4]: top, bottom, left, right */
  AE_TARGET,     /* int[3]: d, or t and c, or rows, columns, channels; the rest is 0 */
  AE_SHARE,      /* double in [0, 1) */
  AE_AMOUNT,     /* double >= 0 */
  AE_SLOPE,      /* the same, NaN: not given */
  AE_POSITIVE,   /* double > 0 */
  AE_RANGE,      /* double[2], NaN: none */
  AE_FLAG,       /* int, 0 or 1 */
  AE_WORD,       /* int: the number of the word */
  AE_TEXT,       /* a string that C has no use for */
  AE_ACTIVATION, /* a row of the table of activations */
  AE_LAYER_NAME  /* int: the number of an earlier layer; -1: none */
} ae_option_kind;

typedef struct {
  const char *name;         /* as ae_layer spells it; in lower case it is the layer's field */
  ae_option_kind kind;
  size_t at;                /* where its numbers stand in AE (layer) */
  double lo, hi;            /* what each of them may be */
  int nusual;               /* numbers in the default; 0: [] or "" */
  double usual[4];
  const char *follows;      /* the option whose value is the default */
  const char *words;        /* AE_WORD: the choices, as "valid|same" */
  int place;                /* also taken without its name, as argument 1, 2, ...; 0: only by name */
  const char *help;         /* one line */
} ae_option;

typedef struct {
  const char *name;         /* the layer's field */
  const char *file;         /* what it is called in files, as Keras does */
  const char *torch;        /* and in PyTorch's */
  int rank;                 /* dimensions in a file */
  int torch_order[4];       /* for permute: PyTorch's dimensions, reversed, to ours; 0: the same */
  int outputs;              /* drawn by the Initializer: which dimension counts outputs; 0: starts at start */
  double start;
  int trained, penalised;   /* by the optimizer; by L1 and L2 */
} ae_array_row;

/* The size of one array of a layer, as Octave sees it. */
typedef struct { size_t count, dims[4]; } ae_array;

/* Arrays that a type may have, and where dense layers and convolutions have
   their two. */
enum { AE_ARRAYS = 4, AE_W = 0, AE_B = 1 };

/* Layers that one layer may take its input from. */
enum { AE_MOST_INPUTS = 8 };

struct AE (layer_type);

typedef struct AE (layer) {
  const struct AE (layer_type) *type;
  ae_shape in, out;
  int ninputs, inputs[AE_MOST_INPUTS]; /* numbers of the layers it takes its input from (-1: the net's
                                          input); 0 of them: the one before */
  ae_shape ins[AE_MOST_INPUTS];        /* and their shapes, of which in is the first */
  ae_array arrays[AE_ARRAYS];        /* in the order of the type's rows; set by the shape rule */
  size_t fan_in, fan_out;
  const AE (activation) *activation; /* never NULL */
  int relu;                          /* it is relu, which some kernels do on their way */
  double alpha;                      /* slope or scale of leaky relu, elu; NaN: the activation's own */
  int index;                         /* place in the net: keys the random numbers */
  int trainable;                     /* 0: the arrays keep their values in training */
  int tied;                          /* layer whose transposed W this one uses, -1: none */
  /* Options, set by layer_set; each type reads its own. */
  int units, kernel[2], stride[2], padding, factor[2], interpolation, margins[4], target[3], kind, initializer, groups;
  int pool[2]; /* conv2d with a max pooling fused after it; {1, 1}: none */
  double rate, momentum, epsilon, clip[2];
  double target_rate, kl_weight, l1_weight; /* sparsity */
  double contraction;
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
  const ae_real *xs[AE_MOST_INPUTS]; /* all inputs; x is the first */
  ae_real *y;               /* forward writes, backward reads: size (out) * S */
  ae_real *dy;              /* backward may overwrite: size (out) * S */
  ae_real *dx;              /* backward writes: size (in) * S; NULL: not wanted */
  ae_real *dxs[AE_MOST_INPUTS]; /* all of them; only types that join look at these two */
  unsigned adds;            /* bit k: dxs[k] holds another layer's part already; to be added to */
  const ae_real *array[AE_ARRAYS]; /* the layer's, in the order of its type's rows */
  ae_real *grad[AE_ARRAYS]; /* backward adds; NULL: not wanted */
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
  const char *help;             /* one line for ae_layer; NULL: not for people to build with */
  const ae_option *options;     /* ended by a NULL name, as are the arrays; NULL: none */
  const ae_array_row *arrays;
  /* Checks the options against in; fills out, arrays and the sizes. */
  ae_status (*shape) (AE (layer) *layer, ae_error *err);
  void (*forward) (const AE (layer) *layer, const AE (pass) *pass);
  void (*backward) (const AE (layer) *layer, const AE (pass) *pass);
  /* Optional (NULL when not needed): */
  void (*prepare) (const AE (layer) *layer, const ae_real *W, ae_real *packed);
  void (*clean) (AE (layer) *layer);
  int joins;    /* takes several inputs */
  int alias;    /* forward is the identity on memory: y may be x */
  int dense;    /* weight gradient may be taken over the whole batch later */
  /* Batch statistics: each shard adds up a part, the parts are combined in
     order; part and stats hold layer->stats doubles.  Those of backward are
     NULL where backward needs only what forward found. */
  void (*stats_forward) (const AE (layer) *layer, const AE (pass) *pass, double *part);
  void (*stats_backward) (const AE (layer) *layer, const AE (pass) *pass, double *part);
  void (*combine_forward) (const AE (layer) *layer, const double *parts, size_t nparts, double *stats);
  void (*combine_backward) (const AE (layer) *layer, const double *parts, size_t nparts, double *stats);
  /* Added to the minibatch's loss, from the batch's statistics (sparsity). */
  double (*penalty) (const AE (layer) *layer, const double *stats);
  /* Adds to the gradient what the penalty gives the arrays beside what comes
     through backward. */
  void (*penalise) (const AE (layer) *layer, const double *stats, const ae_real *const array[AE_ARRAYS],
                    ae_real *const grad[AE_ARRAYS]);
  /* New values of arrays that are not trained, from the batch's statistics. */
  void (*move) (const AE (layer) *layer, const double *stats, ae_real *const array[AE_ARRAYS]);
  /* The feature of the input that output feature f of lane s was taken from,
     once forward has left its memo (poolings). */
  size_t (*source) (const AE (layer) *layer, const AE (pass) *pass, size_t f, size_t s);
} AE (layer_type);

/* Row by name; NULL when there is none. */
const AE (layer_type) *AE (find_layer_type) (const char *name);
/* Row number i; NULL past the end. */
const AE (layer_type) *AE (layer_type_at) (size_t i);

/* A layer of a type with every option at its default. */
void AE (layer_init) (AE (layer) *layer, const AE (layer_type) *type);
/* Option by name as ae_layer or a model's field spells it; NULL: the type has
   none such.  Every type has "Name" and "Trainable". */
const ae_option *AE (find_option) (const AE (layer_type) *type, const char *name);
/* Option number i, the common ones last; NULL past the end. */
const ae_option *AE (option_at) (const AE (layer_type) *type, size_t i);
/* How ae_layer checks such an option (inst/private/arg_value.m); NULL: by a
   list of words. */
const char *AE (option_check) (const ae_option *option);
/* Length of the first of the words "a|b|c", and the words behind it (NULL:
   none), for loops over all. */
size_t AE (word_length) (const char *words);
const char *AE (next_word) (const char *words);
/* Array number i; NULL past the end. */
const ae_array_row *AE (array_row_at) (const AE (layer_type) *type, size_t i);

/* Sets an option to numbers, or a word or activation to its name. */
ae_status AE (layer_set) (AE (layer) *layer, const char *name, const double *v, size_t n, ae_error *err);
ae_status AE (layer_set_text) (AE (layer) *layer, const char *name, const char *text, ae_error *err);
/* Fails when `what` ("input", "output") of this shape is empty or too large. */
ae_status AE (check_size) (const AE (layer) *layer, const char *what, ae_shape shape, ae_error *err);
/* Runs the shape rule for an input shape (types that join: for those in ins);
   fails when a size is too large. */
ae_status AE (layer_shape) (AE (layer) *layer, ae_shape in, ae_error *err);
void AE (layer_clean) (AE (layer) *layer);

/* For shape rules: array k has these dimensions. */
void AE (set_array) (AE (layer) *layer, int k, size_t d0, size_t d1, size_t d2, size_t d3);
/* For shape rules: out has the shape of in, no arrays. */
ae_status AE (shape_same) (AE (layer) *layer, ae_error *err);
/* For shape rules: length of the output along one axis of a sliding window,
   and the padding before it.  0 when nothing fits. */
int ae_window_length (int n, int window, int stride, int padding, int *before);

/* Rows that several types share, to be listed in theirs. */
#define AE_IN_LAYER(field) offsetof (AE (layer), field)
#define AE_ACTIVATION_OPTIONS(argument) \
  { .name = "Activation", .kind = AE_ACTIVATION, .place = argument, .help = "see ae_activation_forward (\"silu\" is swish)" }, \
  { .name = "Alpha", .kind = AE_SLOPE, .at = AE_IN_LAYER (alpha), .hi = 1e6, .follows = "Activation", \
    .help = "slope or scale of the activations that have one; see ae_activation_forward" }
#define AE_INITIALIZER_OPTION \
  { .name = "Initializer", .kind = AE_WORD, .at = AE_IN_LAYER (initializer), \
    .words = "glorot|he|lecun|orthogonal", .nusual = 1, \
    .help = "how the weights start: glorot (uniform, Glorot and Bengio 2010), he (normal, He et al. 2015), " \
            "lecun (normal, LeCun et al. 1998), orthogonal (Saxe et al. 2014)" }
#define AE_PADDING_OPTION \
  { .name = "Padding", .kind = AE_WORD, .at = AE_IN_LAYER (padding), .words = "valid|same", .nusual = 1, \
    .help = "\"same\" gives as many outputs as inputs divided by the stride, rounded up" }
#define AE_UNITS_OPTION \
  { .name = "Units", .kind = AE_COUNT, .at = AE_IN_LAYER (units), .lo = 1, .hi = 1 << 24, .place = 1, \
    .help = "number of outputs" }
#define AE_DENSE_WEIGHTS_ROW \
  { .name = "W", .file = "kernel", .torch = "weight", .rank = 2, .torch_order = { 2, 1 }, .outputs = 1, .trained = 1, \
    .penalised = 1 }
#define AE_BIAS_ROW \
  { .name = "b", .file = "bias", .torch = "bias", .rank = 1, .trained = 1 }

/* y += b feature by feature, then the activation, both in place. */
void AE (bias_activate) (const AE (layer) *layer, const AE (pass) *pass);
/* The activation in place; its input goes to memo where backward needs it. */
void AE (activate) (const AE (layer) *layer, const AE (pass) *pass);
/* d *= activation' and d *= activation'', where the layer's output is y. */
void AE (slope) (const AE (layer) *layer, const AE (pass) *pass, ae_real *d);
void AE (bend) (const AE (layer) *layer, const AE (pass) *pass, ae_real *d);
/* Bytes of memo that activate writes, a sample lane: for shape rules. */
size_t AE (activation_memo) (const AE (layer) *layer);
/* From a feature of the output to the next one of the same pixel. */
size_t AE (plane) (const AE (layer) *layer, size_t S);
/* dy *= activation', in place. */
void AE (activate_backward) (const AE (layer) *layer, const AE (pass) *pass);

/* The table of types, in the order in which ae_layer names them: each is
   AE (layer_NAME) in a file of layers/. */
#define AE_LAYER_TYPES(X) \
  X (input) X (dense) X (conv2d) X (conv2d_transpose) X (conv1d) X (maxpool2d) X (avgpool2d) X (maxpool1d) \
  X (upsample2d) X (upsample1d) X (crop2d) X (zeropad2d) X (flatten) X (reshape) X (dropout) X (noise) \
  X (batchnorm) X (groupnorm) X (activation) X (prelu) X (sampling) X (add) X (concat) X (sparsity) \
  X (contractive)

#define AE_DECLARE_TYPE(name) extern const AE (layer_type) AE (layer_##name);
AE_LAYER_TYPES (AE_DECLARE_TYPE)

#endif
