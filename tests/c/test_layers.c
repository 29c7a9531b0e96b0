/* core/layers: rows of the table that have no function of their own in Octave
   or do more than that shows: flatten, reshape, noise, the way back through a
   max pooling by its memo, spare lanes, refused shapes. */
#include "../../src/core/layers/image.h"
#include "../../src/core/noise.h"
#include "check.h"

enum { S = 32, N = 19 }; /* lanes, of which real samples */

/* A layer between buffers of its size, filled with numbers that differ. */
typedef struct {
  AE (layer) layer;
  AE (pass) pass;
  ae_real *x, *y, *dy, *dx;
  uint32_t samples[N];
  double *stats;
} bench;

static double
mixed (size_t i)
{
  return (double) ((i * 7919 + 13) % 1009) / 1009 - 0.5;
}

static ae_real *
numbers (size_t features, size_t salt)
{
  ae_real *p = ae_calloc (features * S, sizeof *p);

  for (size_t f = 0; p && f < features; f++)
    for (size_t s = 0; s < N; s++)
      p[f * S + s] = (ae_real) mixed (salt + f * N + s);
  return p;
}

/* The layer's options are set; 0 when its shape rule refuses. */
static int
set_up (bench *b, ae_shape in)
{
  ae_error err;
  AE (layer) *l = &b->layer;

  if (AE (layer_shape) (l, in, &err) != AE_OK)
    return 0;
  memset (&b->pass, 0, sizeof b->pass);
  for (size_t s = 0; s < N; s++)
    b->samples[s] = (uint32_t) (3 * s);
  b->x = numbers (ae_size (in), 1);
  b->y = ae_calloc (ae_size (l->out) * S, sizeof *b->y);
  b->dy = numbers (ae_size (l->out), 555);
  b->dx = ae_malloc (ae_size (in) * S, sizeof *b->dx);
  b->stats = ae_calloc (2 * l->stats + 1, sizeof *b->stats);
  memset (b->dx, 255, ae_size (in) * S * sizeof *b->dx);
  b->pass = (AE (pass)){ .S = S, .n = N, .x = b->x, .y = b->y, .dy = b->dy, .dx = b->dx, .stats = b->stats,
                         .memo = ae_calloc (l->memo * S + 1, 1), .training = 1, .seed = 11, .epoch = 4,
                         .samples = b->samples, .simd = AE (kernels_now) () };
  return 1;
}

static void
tear_down (bench *b)
{
  ae_free (b->x);
  ae_free (b->y);
  ae_free (b->dy);
  ae_free (b->dx);
  ae_free (b->stats);
  ae_free (b->pass.memo);
  AE (layer_clean) (&b->layer);
}

static double
dot (const ae_real *a, const ae_real *b, size_t features)
{
  double sum = 0;

  for (size_t f = 0; f < features; f++)
    for (size_t s = 0; s < N; s++)
      sum += (double) a[f * S + s] * (double) b[f * S + s];
  return sum;
}

static int
spare_lanes_are_zero (const ae_real *p, size_t features)
{
  for (size_t f = 0; f < features; f++)
    for (size_t s = N; s < S; s++)
      if (p[f * S + s] != 0)
        return 0;
  return 1;
}

static void
max_pooling (int rows, int columns, int stride, int padding)
{
  bench b;
  size_t dout;

  AE (layer_init) (&b.layer, &AE (layer_maxpool2d));
  b.layer.pool[0] = rows;
  b.layer.pool[1] = columns;
  b.layer.stride[0] = b.layer.stride[1] = stride;
  b.layer.padding = padding;
  CHECK (set_up (&b, (ae_shape){ 21, 20, 2, 0 }));
  b.layer.type->forward (&b.layer, &b.pass);
  b.layer.type->backward (&b.layer, &b.pass);
  dout = ae_size (b.layer.out);
  for (size_t f = 0; f < dout; f++)
    for (size_t s = 0; s < N; s++)
      {
        size_t from = b.layer.type->source (&b.layer, &b.pass, f, s) * S + s;

        CHECK (b.x[from] == b.y[f * S + s]);
        b.dx[from] -= b.dy[f * S + s];
      }
  for (size_t i = 0; i < ae_size (b.layer.in) * S; i++)
    CHECK_NEAR (b.dx[i], 0, 1e-5);
  tear_down (&b);
}

TEST (max_pooling_sends_the_gradient_to_the_winners)
{
  max_pooling (2, 2, 2, AE_VALID);
  max_pooling (3, 2, 2, AE_SAME);
  max_pooling (5, 5, 1, AE_SAME);
  max_pooling (16, 16, 3, AE_VALID);
  max_pooling (17, 18, 1, AE_SAME);
  max_pooling (64, 64, 5, AE_SAME);
}

TEST (a_nan_gets_through_max_pooling)
{
  bench b;

  AE (layer_init) (&b.layer, &AE (layer_maxpool2d));
  b.layer.pool[0] = b.layer.pool[1] = b.layer.stride[0] = b.layer.stride[1] = 2;
  for (int at = 0; at < 4; at++)
    {
      CHECK (set_up (&b, (ae_shape){ 2, 2, 1, 0 }));
      b.x[at * S + 3] = (ae_real) NAN;
      b.layer.type->forward (&b.layer, &b.pass);
      CHECK (isnan (b.y[3]) && ! isnan (b.y[2]));
      tear_down (&b);
    }
}

TEST (flatten_and_reshape_move_nothing)
{
  const AE (layer_type) *const types[] = { &AE (layer_flatten), &AE (layer_reshape), &AE (layer_reshape) };
  static const int targets[3][3] = { { 0, 0, 0 }, { 2, 6, 5 }, { 60, 0, 0 } };

  for (int k = 0; k < 3; k++)
    {
      bench b;
      ae_shape in = { 3, 4, 5, 0 };

      AE (layer_init) (&b.layer, types[k]);
      memcpy (b.layer.target, targets[k], sizeof b.layer.target);
      CHECK (set_up (&b, in));
      CHECK (b.layer.type->alias);
      CHECK ((b.layer.out.kind == AE_VECTOR) == (k != 1) && b.layer.out.h == (k == 1 ? 2 : 60));
      b.layer.type->forward (&b.layer, &b.pass);
      b.layer.type->backward (&b.layer, &b.pass);
      CHECK (memcmp (b.y, b.x, 60 * S * sizeof *b.x) == 0);
      CHECK (memcmp (b.dx, b.dy, 60 * S * sizeof *b.x) == 0);
      b.pass.y = b.x;
      b.pass.dx = b.dy;
      b.layer.type->forward (&b.layer, &b.pass);
      b.layer.type->backward (&b.layer, &b.pass);
      CHECK (memcmp (b.y, b.x, 60 * S * sizeof *b.x) == 0);
      tear_down (&b);
    }
}

/* dx is dy where a step of x moves y, else 0. */
static void
noise (int kind, double level, int clipped)
{
  bench b;
  size_t d = 77, moved = 0;
  ae_real *before;

  AE (layer_init) (&b.layer, &AE (layer_noise));
  b.layer.kind = kind;
  b.layer.rate = level;
  b.layer.clip[0] = clipped ? -0.4 : NAN;
  b.layer.clip[1] = clipped ? 0.45 : NAN;
  CHECK (set_up (&b, (ae_shape){ (int) d, 1, 1, 1 }));
  before = ae_malloc (d * S, sizeof *before);
  b.layer.type->forward (&b.layer, &b.pass);
  memcpy (before, b.y, d * S * sizeof *before);
  b.layer.type->backward (&b.layer, &b.pass);
  for (size_t i = 0; i < d * S; i++)
    b.x[i] += (ae_real) 1e-6;
  b.layer.type->forward (&b.layer, &b.pass);
  for (size_t f = 0; f < d; f++)
    for (size_t s = 0; s < N; s++)
      {
        int moves = b.y[f * S + s] != before[f * S + s];

        CHECK (b.dx[f * S + s] == (moves ? b.dy[f * S + s] : 0));
        moved += (size_t) moves;
      }
  CHECK (spare_lanes_are_zero (b.dx, d));
  CHECK (moved > d * N / 20 && (moved < d * N || (kind == AE_NOISE_GAUSSIAN && ! clipped)));
  b.pass.training = 0;
  b.layer.type->forward (&b.layer, &b.pass);
  b.layer.type->backward (&b.layer, &b.pass);
  CHECK (memcmp (b.y, b.x, d * S * sizeof *b.x) == 0);
  CHECK (memcmp (b.dx, b.dy, d * S * sizeof *b.x) == 0);
  ae_free (before);
  tear_down (&b);
}

TEST (noise_has_its_exact_derivative_and_none_outside_of_training)
{
  noise (AE_NOISE_GAUSSIAN, 0.5, 0);
  noise (AE_NOISE_GAUSSIAN, 0.5, 1);
  noise (AE_NOISE_MASKING, 0.3, 0);
  noise (AE_NOISE_MASKING, 0.3, 1);
  noise (AE_NOISE_SALTPEPPER, 0.4, 0);
  noise (AE_NOISE_SALTPEPPER, 0.4, 1);
}

TEST (dropout_is_the_identity_outside_of_training)
{
  bench b;

  AE (layer_init) (&b.layer, &AE (layer_dropout));
  b.layer.rate = 0.5;
  CHECK (set_up (&b, (ae_shape){ 40, 1, 1, 1 }));
  b.layer.type->forward (&b.layer, &b.pass);
  b.layer.type->backward (&b.layer, &b.pass);
  CHECK_NEAR (dot (b.dx, b.x, 40), dot (b.dy, b.y, 40), 1e-4);
  CHECK (memcmp (b.y, b.x, 40 * S * sizeof *b.x) != 0);
  b.pass.training = 0;
  b.layer.type->forward (&b.layer, &b.pass);
  b.layer.type->backward (&b.layer, &b.pass);
  CHECK (memcmp (b.y, b.x, 40 * S * sizeof *b.x) == 0);
  CHECK (memcmp (b.dx, b.dy, 40 * S * sizeof *b.x) == 0);
  tear_down (&b);
}

/* The same numbers in one shard of N or in two: the same statistics. */
TEST (batch_statistics_of_parts_are_those_of_the_whole)
{
  enum { C = 3, LENGTH = 8, HALF = 7 };
  bench b;
  double parts[2 * (1 + 4 * C)], whole[1 + 4 * C], both[1 + 4 * C];
  ae_real *rest;

  AE (layer_init) (&b.layer, &AE (layer_batchnorm));
  CHECK (set_up (&b, (ae_shape){ 4, 2, C, 0 }));
  CHECK (b.layer.stats == 1 + 4 * C);
  b.layer.type->stats_forward (&b.layer, &b.pass, parts);
  b.layer.type->combine_forward (&b.layer, parts, 1, whole);
  CHECK (whole[0] == LENGTH * N);
  rest = ae_calloc (C * LENGTH * S, sizeof *rest);
  for (size_t f = 0; f < C * LENGTH; f++)
    for (size_t s = HALF; s < N; s++)
      rest[f * S + s - HALF] = b.x[f * S + s];
  b.pass.n = HALF;
  b.layer.type->stats_forward (&b.layer, &b.pass, parts);
  b.pass.n = N - HALF;
  b.pass.x = rest;
  b.layer.type->stats_forward (&b.layer, &b.pass, parts + b.layer.stats);
  b.layer.type->combine_forward (&b.layer, parts, 2, both);
  for (size_t k = 0; k < 1 + 2 * C; k++)
    CHECK_NEAR (both[k], whole[k], 1e-12);
  ae_free (rest);
  tear_down (&b);
}

TEST (batch_normalisation_leaves_spare_lanes_zero_on_the_way_back)
{
  enum { C = 3 };
  bench b;
  double part[1 + 4 * C];
  static const ae_real gamma[C] = { 1, 2, 3 }, beta[C] = { 4, 5, 6 };
  ae_real dW[C] = { 0 }, db[C] = { 0 };

  AE (layer_init) (&b.layer, &AE (layer_batchnorm));
  CHECK (set_up (&b, (ae_shape){ C, 1, 1, 1 }));
  b.pass.array[AE_W] = gamma;
  b.pass.array[AE_B] = beta;
  b.pass.grad[AE_W] = dW;
  b.pass.grad[AE_B] = db;
  b.layer.type->stats_forward (&b.layer, &b.pass, part);
  b.layer.type->combine_forward (&b.layer, part, 1, b.stats);
  b.layer.type->forward (&b.layer, &b.pass);
  b.layer.type->stats_backward (&b.layer, &b.pass, part);
  b.layer.type->combine_backward (&b.layer, part, 1, b.stats);
  b.layer.type->backward (&b.layer, &b.pass);
  CHECK (spare_lanes_are_zero (b.dx, C));
  for (int c = 0; c < C; c++)
    {
      double sum = 0;

      for (int s = 0; s < N; s++)
        sum += b.dx[c * S + s];
      CHECK_NEAR (sum, 0, 1e-4);
    }
  tear_down (&b);
}

/* Sets one option and says whether the shape rule takes the input. */
static int
takes (const AE (layer_type) *type, const char *option, const double *v, size_t n, ae_shape in)
{
  AE (layer) l;
  ae_error err;
  ae_status status;

  AE (layer_init) (&l, type);
  status = n ? AE (layer_set) (&l, option, v, n, &err) : AE_OK;
  if (status == AE_OK)
    status = AE (layer_shape) (&l, in, &err);
  AE (layer_clean) (&l);
  return status == AE_OK;
}

TEST (what_does_not_fit_is_refused)
{
  static const ae_shape image = { 4, 5, 2, 0 }, vector = { 40, 1, 1, 1 }, long_image = { 1 << 26, 1, 1, 0 };
  static const double three[2] = { 6, 1 }, cut[4] = { 2, 2, 0, 0 }, some[4] = { 2, 1, 0, 4 };
  static const double box[3] = { 4, 5, 3 }, right[3] = { 2, 10, 2 }, many[2] = { 64, 64 }, nan_rate = NAN, one = 1, two = 2;

  CHECK (! takes (&AE (layer_maxpool2d), "pool", three, 2, image));
  CHECK (! takes (&AE (layer_maxpool2d), "pool", three, 0, vector));
  CHECK (! takes (&AE (layer_avgpool2d), "pool", three, 0, vector));
  CHECK (! takes (&AE (layer_upsample2d), "factor", many, 0, vector));
  CHECK (! takes (&AE (layer_upsample2d), "factor", many, 2, long_image));
  CHECK (! takes (&AE (layer_crop2d), "margins", cut, 4, image));
  CHECK (takes (&AE (layer_crop2d), "margins", some, 4, image));
  CHECK (! takes (&AE (layer_crop2d), "margins", some, 4, vector));
  CHECK (! takes (&AE (layer_zeropad2d), "margins", some, 4, vector));
  CHECK (! takes (&AE (layer_reshape), "target", box, 3, image));
  CHECK (takes (&AE (layer_reshape), "target", right, 3, image));
  CHECK (! takes (&AE (layer_dropout), "rate", &one, 1, vector));
  CHECK (! takes (&AE (layer_dropout), "rate", &nan_rate, 1, vector));
  CHECK (takes (&AE (layer_noise), "rate", &two, 1, vector));
  CHECK (! takes (&AE (layer_batchnorm), "epsilon", &(double){ 0 }, 1, vector));
}
