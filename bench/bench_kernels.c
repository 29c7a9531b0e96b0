/* How fast the layers' kernels are beside the machine's own sgemm: GFLOP/s of
   the arithmetic that is done, in single precision, and its share of the rate
   of a large matrix product, on one thread and on two.

   The shapes are those of the 28,353-parameter net, a shard of 16 samples at a
   time, forward and backward (both gradients), fused as the engine does. */
#include "../src/core/blas.h"
#include "../src/core/network.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { REPEATS = 7, GEMM = 1024 };

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

  AE (layer_set) (&net->layers[i], name, (double[]){ a, a }, n, &err);
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
      set (&b->net, i, "padding", AE_SAME, 1);
    }
  AE (layer_set_text) (&b->net.layers[i], "activation", "relu", err);
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
   has 4 taps where a plain one has 9. */
static double
flops_of (const shape_row *r)
{
  double points = r->up ? (double) r->size * r->size * r->up * r->up : 1, taps = r->up == 0 ? r->size : r->up == 1 ? 9 : 4;

  return 2 * points * taps * r->cin * r->cout * AE_LANES;
}

static void
show (const shape_row *r, const double gemm[2])
{
  bench b;
  ae_error err;
  const struct { const char *name; void (*run) (void *, int); int times; } passes[]
      = { { "forward", run_forward, 1 }, { "backward", run_backward, 2 } };

  memset (&b, 0, sizeof b);
  if (make_bench (&b, r, &err) != AE_OK)
    {
      printf ("%s: %s\n", r->name, err.text);
      return;
    }
  for (int i = 0; i < 2; i++)
    {
      printf ("%-30s %-9s", i ? "" : r->name, passes[i].name);
      for (int threads = 1; threads <= 2; threads++)
        {
          double got = rate ((work){ passes[i].run, &b, passes[i].times * flops_of (r), 1 }, threads);

          printf ("  %7.1f %4.0f %%", got, 100 * got / gemm[threads - 1]);
        }
      printf ("\n");
    }
}

int
main (void)
{
  double gemm[2];

  for (int t = 0; t < 2; t++)
    for (int k = 0; k < 3; k++)
      matrices[t][k] = ae_calloc (GEMM * GEMM, sizeof (ae_real));
  for (int t = 1; t <= 2; t++)
    gemm[t - 1] = rate ((work){ run_gemm, NULL, 2.0 * GEMM * GEMM * GEMM, 1 }, t);
  printf ("instruction set %s; GFLOP/s and share of sgemm on one thread and on two\n", ae_isa_name (ae_isa_now ()));
  printf ("%-40s  %7.1f          %7.1f\n", "sgemm 1024", gemm[0], gemm[1]);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    show (&rows[i], gemm);
  return 0;
}
