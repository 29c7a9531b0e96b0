/* A fixed piece of work for each kernel, whose instructions callgrind counts
   (tools/perf_check.sh).

     perf_kernels         lists the names
     perf_kernels NAME    does that piece of work, inside measured ()

   One thread, no BLAS: the counts depend on the compiler and the sources alone. */
#include "../src/core/blas.h"
#include "../src/core/covariance.h"
#include "../src/core/embed.h"
#include "../src/core/finite.h"
#include "../src/core/network.h"
#include "../src/core/samples.h"
#include "../src/core/simd/simd.h"
#include "../src/core/ssim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 1 << 16 };

static ae_real *a, *b, *c, *d; /* N numbers in [0, 1) each */
static double sums[N];
static unsigned char memo[N];
static const AE (kernels) *use;

static void
gram (void)
{
  ae_real mean[64];
  ae_error err;

  AE (covariance) (&(AE (samples)){ .data = a }, 64, N / 64, mean, sums, &err);
}

static void
product (void)
{
  use->product ('N', 'T', 96, 96, 96, 1, a, 96, b, 96, 0, c, 96);
}

static void
look_for_nan (void)
{
  AE (first_nonfinite) (a, N);
}

static void
gather (void)
{
  for (size_t first = 0; first + 64 <= N / 256; first += 64)
    AE (gather) (a, 256, NULL, first, 64, 64, b);
}

static void
gather_bytes (void)
{
  double scale[512];

  for (int f = 0; f < 256; f++)
    scale[f] = 0, scale[256 + f] = 255;
  for (size_t first = 0; first + 64 <= N / 256; first += 64)
    AE (gather_samples) (&(AE (samples)){ .data = memo, .type = AE_BYTES, .scale = { scale, scale + 256, NULL } }, 256,
                         NULL, first, 64, 64, b);
}

static void
scatter (void)
{
  for (size_t first = 0; first + 64 <= N / 256; first += 64)
    AE (scatter) (b, 256, first, 64, 64, NULL, a);
}

static void
bias (void)
{
  use->add_bias (a, b, N / 64, 64, 1);
}

static void
lanes (void)
{
  use->sum_lanes (a, N / 64, 64, b);
}

static void
pool (void)
{
  for (int i = 0; i + 1 < 32; i += 2)
    for (int j = 0; j + 1 < 32; j += 2)
      use->pool (a + (i + 32 * j) * 16, 16, 32 * 16, 2, 2, 2, 16, b + (i / 2 + 16 * (j / 2)) * 16, memo);
}

static void
activations (void)
{
  static const char *const names[] = { "relu", "sigmoid", "tanh" };

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    AE (find_activation) (names[i])->forward (a, N, N, 0);
}

static void
loss (void)
{
  AE (find_loss) ("mse")->loss (a, b, N / 64, 64, 64, 1, c);
}

static void
steps (void)
{
  static const AE (step_factors) f = { 1e-3f, 0.9f, 0.9f, 0.9f, 0.999f, 1e-7f, 1, 1, 1 };

  AE (find_step) ("rmsprop")->step (a, b, c, d, N, &f);
  AE (find_step) ("adam")->step (a, b, c, d, N, &f);
}

static void
squares (void)
{
  double sse, sst;

  use->squares (a, b, sums, N, &sse, &sst);
}

/* 64 images of 28-by-28 pixels. */
static void
ssim (void)
{
  double each[64];
  ae_error err;

  AE (ssim) (a, b, (size_t[]){ 28, 28, 1, 64 }, 1e-4, 9e-4, each, &err);
}

static void
over_shards (void)
{
  use->product_of_shards (96, 96, 64, 2, (const ae_real *[]){ a, b }, (const ae_real *[]){ b, a }, 0, c, 96);
}

static void
tsne (void)
{
  enum { POINTS = 1000, K = 8 };
  AE (tsne_work) w;
  ae_error err;
  static int32_t start[POINTS + 1], column[POINTS * K];

  for (int i = 0; i <= POINTS; i++)
    start[i] = K * i;
  for (int e = 0; e < POINTS * K; e++)
    column[e] = (e / K + 7 * (e % K) + 1) % POINTS;
  if (AE (tsne_work_new) (&w, POINTS, 2, 1, &err) != AE_OK)
    return;
  AE (tsne_gradient) (&w, &(AE (affinity)){ POINTS, start, column, b }, a, 0.5, 1, c);
  AE (tsne_work_free) (&w);
}

static void
scan (void)
{
  static int32_t hits[N + 1];

  AE (embed_kernels_now) ()->upto (a, b, N, (ae_real) 0.1, hits);
}

static void
shuffle (void)
{
  static uint32_t order[N / 8];

  ae_permutation (1, 0, AE_FOR_SHUFFLE, order, N / 8);
}

/* ---- convolutions, as the engine runs them ---- */

static AE (net) net;
static AE (desk) desk;

static void
make_net (void)
{
  ae_error err;
  int status = AE (net_make) (&net, 2, &err);

  AE (layer_init) (&net.layers[0], AE (find_layer_type) ("input"));
  AE (layer_init) (&net.layers[1], AE (find_layer_type) ("conv2d"));
  status = status || AE (layer_set) (&net.layers[1], "filters", (double[]){ 16 }, 1, &err)
           || AE (layer_set) (&net.layers[1], "kernel", (double[]){ 3, 3 }, 2, &err)
           || AE (layer_set_text) (&net.layers[1], "padding", "same", &err)
           || AE (layer_set_text) (&net.layers[1], "activation", "relu", &err);
  status = status || AE (net_finish) (&net, (ae_shape){ 10, 10, 8, AE_IMAGE }, 1, &err)
           || AE (desk_make) (&desk, &net, 16, 1, &err);
  if (status)
    {
      fprintf (stderr, "%s\n", err.text);
      exit (1);
    }
  AE (net_prepare) (&net, a, b, 1);
  memcpy (desk.y[0], c, 800 * 16 * sizeof *c);
}

static void
conv_forward (void)
{
  AE (pass) pass = AE (op_pass) (&net, 1, &desk, a, b, 16, 16, use);

  net.ops[1].layer.type->forward (&net.ops[1].layer, &pass);
}

static void
conv_backward (void)
{
  AE (pass) pass = AE (op_pass) (&net, 1, &desk, a, b, 16, 16, use);

  pass.dx = desk.dy[0];
  for (int i = 0; i < 2; i++)
    pass.grad[i] = d + net.ops[1].array[i];
  net.ops[1].layer.type->backward (&net.ops[1].layer, &pass);
}

static const struct {
  const char *name;
  void (*run) (void);
} cases[] = {
  { "gram", gram },         { "product", product },   { "finite", look_for_nan },
  { "gather", gather },     { "gather_bytes", gather_bytes }, { "scatter", scatter },
  { "bias", bias },         { "lanes", lanes },       { "pool", pool },
  { "activations", activations }, { "loss", loss },   { "steps", steps },
  { "squares", squares },   { "ssim", ssim },         { "over_shards", over_shards },
  { "tsne", tsne },         { "scan", scan },         { "shuffle", shuffle },
  { "conv_forward", conv_forward }, { "conv_backward", conv_backward },
};

/* What callgrind counts. */
__attribute__ ((noinline)) void
measured (void (*run) (void))
{
  run ();
  __asm__ volatile ("");
}

static ae_real *
numbers (uint64_t stream)
{
  ae_real *v = ae_malloc (N, sizeof *v);

  for (size_t i = 0; v && i < N; i++)
    v[i] = (ae_real) ae_uniform (ae_philox (1, stream, i), 0);
  return v;
}

int
main (int argc, char **argv)
{
  a = numbers (1);
  b = numbers (2);
  c = numbers (3);
  d = numbers (4);
  use = AE (kernels_now) ();
  make_net ();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    if (argc < 2)
      puts (cases[i].name);
    else if (strcmp (cases[i].name, argv[1]) == 0)
      {
        measured (cases[i].run);
        return 0;
      }
  return argc < 2 ? 0 : 1;
}
