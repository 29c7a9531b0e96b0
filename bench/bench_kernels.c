/* How fast the kernels are beside the machine's own sgemm and its memory:
   GFLOP/s of the arithmetic that is done, in single precision, on one thread and
   on two, the share of the rate of a large matrix product, and the share of the
   roof: what sgemm's rate or the bandwidth of the caches allow at the kernel's
   flops a byte (Williams, Waterman, Patterson, "Roofline", Comm. ACM 52, 2009).
   Bytes are those of its arrays, each read or written once.

     bench_kernels [FILE]   FILE: the same as numbers, for bench_roofline.m

   The layers' shapes are those of the 28,353-parameter net, a shard of 16 samples
   at a time, forward and backward (both gradients), fused as the engine does. */
#include "../src/core/blas.h"
#include "../src/core/covariance.h"
#include "../src/core/embed.h"
#include "../src/core/network.h"
#include "../src/core/samples.h"

#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <time.h>

enum { REPEATS = 7, GEMM = 1024, N = 1 << 14, LARGE = 1 << 24, FEATURES = 256, SIDE = 256 };

static double
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec + 1e-9 * (double) t.tv_nsec;
}

/* One kind of work: run does it once for a thread; flops of one run. */
typedef struct {
  void (*run) (void *arg, int thread);
  void *arg;
  double flops;
  int runs;
} work;

static void
run_many (void *arg, size_t task, int worker)
{
  const work *w = arg;

  (void) worker;
  for (int i = 0; i < w->runs; i++)
    w->run (w->arg, (int) task);
}

typedef struct { const work *w; int threads; double best; } timing;

static void
take_time (void *arg)
{
  timing *t = arg;

  for (int i = 0; i < REPEATS; i++)
    {
      double start = now (), seconds;

      ae_parallel (t->threads, (size_t) t->threads, run_many, (void *) t->w);
      seconds = now () - start;
      t->best = i == 0 || seconds < t->best ? seconds : t->best;
    }
}

/* GFLOP/s of all threads: the best of several turns of some 30 ms. */
static double
rate (work w, int threads)
{
  double start = now ();
  timing t = { &w, threads, 0 };

  w.runs = 1;
  w.run (w.arg, 0);
  w.run (w.arg, 0);
  w.runs = 1 + (int) (0.06 / (now () - start + 1e-9));
  ae_blas_begin ();
  ae_team_run (threads, take_time, &t);
  ae_blas_end ();
  return 1e-9 * w.flops * w.runs * threads / (t.best / threads);
}

/* ---- what is timed ---- */

static ae_real *matrices[2][3];

static void
run_gemm (void *arg, int thread)
{
  ae_real **m = matrices[thread];

  (void) arg;
  AE (gemm) ('N', 'N', GEMM, GEMM, GEMM, 1, m[0], GEMM, m[1], GEMM, 0, m[2], GEMM);
}

typedef struct {
  AE (net) net;
  AE (desk) desks[2];
  ae_real *p, *packed, *gradient[2];
} bench;

static void
run_forward (void *arg, int thread)
{
  bench *b = arg;
  AE (pass) pass = AE (op_pass) (&b->net, 1, &b->desks[thread], b->p, b->packed, AE_LANES, AE_LANES,
                                AE (kernels_now) ());

  b->net.ops[1].layer.type->forward (&b->net.ops[1].layer, &pass);
}

static void
run_backward (void *arg, int thread)
{
  bench *b = arg;
  const AE (op) *op = &b->net.ops[1];
  AE (pass) pass = AE (op_pass) (&b->net, 1, &b->desks[thread], b->p, b->packed, AE_LANES, AE_LANES,
                                AE (kernels_now) ());

  pass.dx = b->desks[thread].dy[0];
  for (int i = 0; i < 2; i++)
    pass.grad[i] = b->gradient[thread] + op->array[i];
  op->layer.type->backward (&op->layer, &pass);
}

typedef struct { const char *name; int up, size, cin, cout, pool; } shape_row;

static const shape_row rows[] = {
  { "conv 1 to 32, 28x28, pooled", 1, 28, 1, 32, 2 },   { "conv 32 to 32, 14x14, pooled", 1, 14, 32, 32, 2 },
  { "conv 32 to 32, 7x7", 1, 7, 32, 32, 1 },            { "up 7 to 14, conv 32 to 32", 2, 7, 32, 32, 1 },
  { "up 14 to 28, conv 32 to 1", 2, 14, 32, 1, 1 },     { "conv 8 to 8, 28x28", 1, 28, 8, 8, 1 },
  { "dense 784 to 100", 0, 784, 1, 100, 1 },
};

/* An option that a layer does not know would leave another kind of work behind. */
static void
stop (const ae_error *err)
{
  fprintf (stderr, "bench_kernels: %s\n", err->text);
  exit (1);
}

static int
add (AE (net) *net, const char *type)
{
  AE (layer_init) (&net->layers[net->nlayers], AE (find_layer_type) (type));
  return net->nlayers++;
}

static void
set (AE (net) *net, int i, const char *name, double a, size_t n)
{
  ae_error err;

  if (AE (layer_set) (&net->layers[i], name, (double[]){ a, a }, n, &err) != AE_OK)
    stop (&err);
}

static void
set_text (AE (net) *net, int i, const char *name, const char *text)
{
  ae_error err;

  if (AE (layer_set_text) (&net->layers[i], name, text, &err) != AE_OK)
    stop (&err);
}

static ae_status
make_net (bench *b, const shape_row *r, ae_error *err)
{
  ae_shape in = { r->size, r->up ? r->size : 1, r->cin, r->up ? AE_IMAGE : AE_VECTOR };
  int i;

  if (AE (net_make) (&b->net, 4, err) != AE_OK)
    return err->status;
  b->net.nlayers = 0;
  add (&b->net, "input");
  if (r->up > 1)
    set (&b->net, add (&b->net, "upsample2d"), "factor", r->up, 2);
  i = add (&b->net, r->up ? "conv2d" : "dense");
  set (&b->net, i, r->up ? "filters" : "units", r->cout, 1);
  if (r->up)
    {
      set (&b->net, i, "kernel", 3, 2);
      set_text (&b->net, i, "padding", "same");
    }
  set_text (&b->net, i, "activation", "relu");
  if (r->pool > 1)
    {
      i = add (&b->net, "maxpool2d");
      set (&b->net, i, "pool", r->pool, 2);
      set (&b->net, i, "stride", r->pool, 2);
    }
  return AE (net_finish) (&b->net, in, 1, err);
}

static ae_status
make_bench (bench *b, const shape_row *r, ae_error *err)
{
  ae_status status = make_net (b, r, err);

  b->p = ae_calloc (b->net.nparams + 1, sizeof *b->p);
  b->packed = ae_calloc (b->net.packed + 1, sizeof *b->packed);
  for (size_t i = 0; i < b->net.nparams; i++)
    b->p[i] = (ae_real) (ae_uniform (ae_philox (1, 0, i), 0) - 0.5);
  AE (net_prepare) (&b->net, b->p, b->packed, 1);
  for (int t = 0; status == AE_OK && t < 2; t++)
    {
      status = AE (desk_make) (&b->desks[t], &b->net, AE_LANES, 1, err);
      b->gradient[t] = ae_calloc (b->net.nparams + 1, sizeof *b->gradient[t]);
      for (size_t i = 0; i < ae_size (b->net.ops[1].layer.in) * AE_LANES; i++)
        b->desks[t].y[0][i] = (ae_real) ae_uniform (ae_philox (2, 0, i), 0);
      for (size_t i = 0; i < ae_size (b->net.ops[1].layer.out) * AE_LANES; i++)
        b->desks[t].dy[1][i] = (ae_real) 1e-3;
    }
  return status;
}

/* Multiplications and additions of one forward pass: an upsampled convolution
   has 2 taps along an edge where a plain one has 3, and taps beyond the edges of
   the image do nothing. */
static double
flops_of (const shape_row *r)
{
  double edge = r->size, along = r->up == 0 ? 1 : r->up == 1 ? 3 * edge - 2 : 2 * (2 * edge - 1);
  double taps = r->up == 0 ? edge : along * along;

  return 2 * taps * r->cin * r->cout * AE_LANES;
}

/* Their bytes: input, output and weights; backward also the gradients of all. */
static double
bytes_of (const bench *b, int backward)
{
  const AE (layer) *l = &b->net.ops[1].layer;
  double numbers = (double) (ae_size (l->in) + ae_size (l->out)) * AE_LANES + (double) b->net.nparams;

  return (backward ? 2 : 1) * numbers * sizeof (ae_real);
}

/* ---- kernels that are no layers ---- */

static ae_real *arrays[2][4]; /* LARGE numbers, then N and N: for each thread */

static void
copy_far (void *arg, int t)
{
  (void) arg;
  memcpy (arrays[t][0], arrays[t][0] + LARGE / 2, LARGE / 2 * sizeof (ae_real));
}

static void
copy_near (void *arg, int t)
{
  (void) arg;
  memcpy (arrays[t][1], arrays[t][2], N * sizeof (ae_real));
}

static void
own_product (void *arg, int t)
{
  (void) arg;
  AE (kernels_now) ()->product ('N', 'N', SIDE, SIDE, SIDE, 1, matrices[t][0], SIDE, matrices[t][1], SIDE, 0,
                                matrices[t][2], SIDE);
}

/* The covariance is a parallel loop of its own: only on one thread. */
static void
covariance (void *arg, int t)
{
  static double scatter[FEATURES * FEATURES];
  static ae_real mean[FEATURES];
  ae_error err;

  (void) arg;
  if (t == 0)
    AE (covariance) (&(AE (samples)){ .data = arrays[0][0] }, FEATURES, N, mean, scatter, &err);
}

static void
relu (void *arg, int t)
{
  (void) arg;
  AE (find_activation) ("relu")->forward (arrays[t][1], N, N, 0);
}

static void
squared_error (void *arg, int t)
{
  (void) arg;
  AE (find_loss) ("mse")->loss (arrays[t][1], arrays[t][2], N / 64, 64, 64, 1, arrays[t][3]);
}

static void
rmsprop (void *arg, int t)
{
  static const AE (step_factors) f = { 1e-3f, 0.9f, 0, 0, 0, 1e-7f, 1, 1, 1 };

  (void) arg;
  AE (find_step) ("rmsprop")->step (arrays[t][1], arrays[t][2], arrays[t][3], NULL, N, &f);
}

static void
pool (void *arg, int t)
{
  (void) arg;
  for (int j = 0; j + 1 < 32; j += 2)
    for (int i = 0; i + 1 < 32; i += 2)
      AE (kernels_now) ()->pool (arrays[t][1] + (i + 32 * j) * 16, 16, 32 * 16, 2, 2, 2, 16,
                                 arrays[t][2] + (i / 2 + 16 * (j / 2)) * 16, (unsigned char *) arrays[t][3]);
}

static void
search (void *arg, int t)
{
  static int32_t hits[2][N + 1];

  (void) arg;
  AE (embed_kernels_now) ()->upto (arrays[t][1], arrays[t][2], N, (ae_real) -1e30, hits[t]);
}

enum { POINTS = 1024, ENTRIES = 128, SOURCES = 512 };

static void
attract (void *arg, int t)
{
  static int32_t start[POINTS + 1], column[POINTS * ENTRIES];

  (void) arg;
  if (start[1] == 0)
    for (int e = 0; e <= POINTS * ENTRIES; e++)
      {
        if (e % ENTRIES == 0)
          start[e / ENTRIES] = e;
        if (e < POINTS * ENTRIES)
          column[e] = (e / ENTRIES + e % ENTRIES) % POINTS;
      }
  AE (embed_kernels_now) ()->attract[0] (arrays[t][1], &(AE (affinity)){ POINTS, start, column, arrays[t][0] }, 0,
                                         POINTS, arrays[t][3]);
}

static void
repel (void *arg, int t)
{
  ae_real *const *a = arrays[t], *place[3] = { a[1], a[2], NULL }, *force[3] = { a[3], a[3] + POINTS, NULL };
  AE (sources) s = { { a[0], a[0] + SOURCES, NULL }, a[0] + 2 * SOURCES, SOURCES };
  double z = 0;

  (void) arg;
  AE (embed_kernels_now) ()->repel[0] (&s, place, force, 0, POINTS, &z);
}

/* flops: of one run, as the formulas are written; a division, a comparison, a
   square root are one each. */
static const struct {
  const char *name;
  void (*run) (void *, int);
  double flops, bytes;
  int threads;
} kernels[] = {
  { "product of 256-by-256", own_product, 2.0 * SIDE * SIDE * SIDE, 12.0 * SIDE * SIDE, 2 },
  { "covariance of 256 features", covariance, 1.0 * N * FEATURES * (FEATURES + 1), 4.0 * N * FEATURES, 1 },
  { "relu", relu, N, 8.0 * N, 2 },
  { "squared error, derivative", squared_error, 4.0 * N, 12.0 * N, 2 },
  { "rmsprop", rmsprop, 8.0 * N, 20.0 * N, 2 },
  { "pool 2x2", pool, 3 * 256.0 * 16, 21 * 256.0 * 16, 2 },
  { "t-SNE: candidates", search, 2.0 * N, 8.0 * N, 2 },
  { "t-SNE: attraction", attract, 11.0 * POINTS * ENTRIES, 8.0 * POINTS * ENTRIES, 2 },
  { "t-SNE: repulsion", repel, 14.0 * POINTS * SOURCES, 6.0 * POINTS * SOURCES, 2 },
};

/* ---- the table ---- */

static double gemm[2], peak[2], near_memory[2], far_memory[2]; /* GFLOP/s, GB/s: on one thread and on two */
static FILE *numbers;

/* A line: rates on one thread and on two (up to `most`) of so many flops and bytes. */
static void
show (const char *name, const char *pass, work w, double bytes, int most)
{
  double intensity = w.flops / bytes, got[2] = { 0 };

  printf ("%-28s %-8s %8.2f", name, pass, intensity);
  for (int t = 0; t < most; t++)
    {
      double roof = intensity * near_memory[t] < peak[t] ? intensity * near_memory[t] : peak[t];

      got[t] = rate (w, t + 1);
      printf ("  %7.1f %4.0f %% %4.0f %%", got[t], 100 * got[t] / gemm[t], 100 * got[t] / roof);
    }
  printf ("\n");
  if (numbers)
    fprintf (numbers, "%s%s%s,%g,%g,%g\n", name, *pass ? " " : "", pass, intensity, got[0], got[1]);
}

static void
show_layer (const shape_row *r)
{
  bench b;
  ae_error err;

  memset (&b, 0, sizeof b);
  if (make_bench (&b, r, &err) != AE_OK)
    {
      printf ("%s: %s\n", r->name, err.text);
      return;
    }
  show (r->name, "forward", (work){ run_forward, &b, flops_of (r), 1 }, bytes_of (&b, 0), 2);
  show ("", "backward", (work){ run_backward, &b, 2 * flops_of (r), 1 }, bytes_of (&b, 1), 2);
}

static void
measure_roofs (void)
{
  for (int t = 0; t < 2; t++)
    {
      gemm[t] = rate ((work){ run_gemm, NULL, 2.0 * GEMM * GEMM * GEMM, 1 }, t + 1);
      peak[t] = rate ((work){ own_product, NULL, 2.0 * SIDE * SIDE * SIDE, 1 }, t + 1);
      peak[t] = peak[t] > gemm[t] ? peak[t] : gemm[t];
      near_memory[t] = rate ((work){ copy_near, NULL, 2.0 * N * sizeof (ae_real), 1 }, t + 1);
      far_memory[t] = rate ((work){ copy_far, NULL, 1.0 * LARGE * sizeof (ae_real), 1 }, t + 1);
    }
  printf ("instruction set %s\n", ae_isa_name (ae_isa_now ()));
  printf ("%-46s  %7.1f               %7.1f GFLOP/s\n", "sgemm 1024, one thread and two", gemm[0], gemm[1]);
  printf ("%-46s  %7.1f               %7.1f GFLOP/s\n", "best matrix product", peak[0], peak[1]);
  printf ("%-46s  %7.1f               %7.1f GB/s\n", "copying 64 KiB", near_memory[0], near_memory[1]);
  printf ("%-46s  %7.1f               %7.1f GB/s\n\n", "copying 32 MiB", far_memory[0], far_memory[1]);
  if (numbers)
    fprintf (numbers, "product,0,%g,%g\ncaches,0,%g,%g\nmemory,0,%g,%g\n", peak[0], peak[1], near_memory[0],
             near_memory[1], far_memory[0], far_memory[1]);
}

int
main (int argc, char **argv)
{
  numbers = argc > 1 ? fopen (argv[1], "w") : NULL;
  for (int t = 0; t < 2; t++)
    {
      for (int k = 0; k < 3; k++)
        matrices[t][k] = ae_calloc (GEMM * GEMM, sizeof (ae_real));
      for (int k = 0; k < 4; k++)
        {
          size_t count = k == 0 ? LARGE : N;
          arrays[t][k] = ae_malloc (count, sizeof (ae_real));
          for (size_t i = 0; i < count; i++)
            arrays[t][k][i] = (ae_real) (1 + i % 1000) / 1000;
        }
    }
  measure_roofs ();
  printf ("%-37s %8s  %7s %6s %6s  %7s %6s %6s\n", "", "flops/B", "GFLOP/s", "sgemm", "roof", "GFLOP/s", "sgemm", "roof");
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    show_layer (&rows[i]);
  for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++)
    show (kernels[i].name, "", (work){ kernels[i].run, NULL, kernels[i].flops, 1 }, kernels[i].bytes,
          kernels[i].threads);
  if (numbers)
    fclose (numbers);
  return 0;
}
