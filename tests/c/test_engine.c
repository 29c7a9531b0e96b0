/* The engine without Octave: axes and correlations against loops, threads,
   failing allocations. */
#include "check.h"

#include "../../src/core/correlations.h"
#include "../../src/core/train.h"

#include <stdatomic.h>

#ifdef AE_DOUBLE
#define ROUNDING 1e-12
#else
#define ROUNDING 1e-4
#endif

/* Whole numbers from -4 to 4: sums of their products are exact. */
static void
fill (ae_real *v, size_t n, uint64_t seed)
{
  for (size_t i = 0; i < n; i++)
    v[i] = (ae_real) (ae_philox (seed, 0, i).v[0] % 9) - 4;
}

/* Numbers in [0, 1). */
static void
fill_uniform (ae_real *v, size_t n, uint64_t seed)
{
  for (size_t i = 0; i < n; i++)
    v[i] = (ae_real) ae_uniform (ae_philox (seed, 1, i), 0);
}

/* ---- axes ---- */

enum { LONGEST = 200 };

/* to = what the phases make of from. */
static void
apply (const ae_axis *axis, const double *w, int k, const double *from, double *to)
{
  for (int p = 0; p < axis->count; p++)
    for (int i = 0; i < axis->phases[p].out_count; i++)
      {
        const ae_phase *f = &axis->phases[p];
        double sum = 0;

        for (int j = 0; j < k; j++)
          {
            int at = i * f->step + f->first + f->map[j];

            CHECK (f->map[j] < f->taps);
            if (f->map[j] >= 0 && at >= 0 && at < f->in_count)
              sum += w[j] * from[f->in_first + at * f->in_every];
          }
        to[f->out_first + i * f->out_every] += sum;
      }
}

/* Both directions of y[i] = sum of w[j] x[(i stride + j - pad) / factor]. */
static void
check_axis (int n, int k, int stride, int padding, int factor)
{
  double w[AE_MAX_KERNEL], x[LONGEST], dy[LONGEST], y[LONGEST] = { 0 }, dx[LONGEST] = { 0 };
  double wanted[LONGEST] = { 0 }, back[LONGEST] = { 0 };
  int pad, m = ae_window_length (n * factor, k, stride, padding, &pad);
  ae_axis forward, adjoint;
  ae_error err;

  if (m < 1)
    return;
  for (int i = 0; i < k; i++)
    w[i] = i * i % 7 - 3;
  for (int i = 0; i < LONGEST; i++)
    x[i] = i * 5 % 11 - 5, dy[i] = i * 3 % 7 - 3;
  for (int i = 0; i < m; i++)
    for (int j = 0; j < k; j++)
      {
        int at = i * stride + j - pad;

        if (at < 0 || at >= n * factor)
          continue;
        wanted[i] += w[j] * x[at / factor];
        back[at / factor] += w[j] * dy[i];
      }
  CHECK (ae_axis_forward (&forward, n, m, k, stride, pad, factor, &err) == AE_OK);
  CHECK (ae_axis_adjoint (&adjoint, n, m, k, stride, pad, factor, &err) == AE_OK);
  apply (&forward, w, k, x, y);
  apply (&adjoint, w, k, dy, dx);
  CHECK (memcmp (y, wanted, (size_t) m * sizeof *y) == 0);
  CHECK (memcmp (dx, back, (size_t) n * sizeof *dx) == 0);
  ae_axis_free (&forward);
  ae_axis_free (&adjoint);
}

TEST (axes_are_the_convolution_and_its_adjoint)
{
  static const int lengths[] = { 1, 2, 3, 4, 7, 13, 28 }, kernels[] = { 1, 2, 3, 4, 5, 8, 15 };

  for (size_t a = 0; a < 7; a++)
    for (size_t b = 0; b < 7; b++)
      for (int padding = AE_VALID; padding <= AE_SAME; padding++)
        for (int s = 1; s <= 5; s++)
          {
            check_axis (lengths[a], kernels[b], s, padding, 1);
            check_axis (lengths[a], kernels[b], 1, padding, s);
          }
}

/* ---- correlations ---- */

typedef struct {
  int n[2], c[2], k[2], stride[2], padding, factor[2];
} shape_case;

static size_t
place (ae_shape s, int i, int j, int c, size_t S)
{
  return S * ((size_t) i + (size_t) s.h * ((size_t) j + (size_t) s.w * (size_t) c));
}

/* For every product w[a,b,i,o] x[..] of the convolution: y, and the gradients
   dx and dW of sum (y dy), with loops. */
typedef struct { ae_real *x, *W, *dy, *y, *dx, *dW; } arrays;

static void
loops (const shape_case *t, ae_shape in, ae_shape out, const int pad[2], size_t S, const arrays *v)
{
  for (int o = 0; o < out.c; o++)
    for (int c = 0; c < in.c; c++)
      for (int b = 0; b < t->k[1]; b++)
        for (int a = 0; a < t->k[0]; a++)
          for (int j = 0; j < out.w; j++)
            for (int i = 0; i < out.h; i++)
              {
                int r = i * t->stride[0] + a - pad[0], q = j * t->stride[1] + b - pad[1];
                size_t w = (size_t) (a + t->k[0] * (b + t->k[1] * (c + in.c * o))), y, x;

                if (r < 0 || q < 0 || r >= in.h * t->factor[0] || q >= in.w * t->factor[1])
                  continue;
                y = place (out, i, j, o, S);
                x = place (in, r / t->factor[0], q / t->factor[1], c, S);
                for (size_t s = 0; s < S; s++)
                  {
                    v->y[y + s] += v->W[w] * v->x[x + s];
                    v->dx[x + s] += v->W[w] * v->dy[y + s];
                    v->dW[w] += v->x[x + s] * v->dy[y + s];
                  }
              }
}

static void
check_weights (const AE (correlations) *c, const arrays *v, size_t S, const ae_real *wanted, size_t n)
{
  const AE (kernels) *simd = AE (kernels_now) ();
  ae_real *scratch = ae_calloc (AE (correlations_scratch) (c, simd) + 1, sizeof *scratch);
  ae_real *dW = ae_calloc (n, sizeof *dW);
  ptrdiff_t channel = (ptrdiff_t) S * c->out.h * c->out.w;

  for (int o = 0; o < c->out.c; o += simd->conv->block)
    {
      int no = c->out.c - o < simd->conv->block ? c->out.c - o : simd->conv->block;

      AE (correlations_weights) (c, simd, v->x, v->dy + o * channel, o, no, S, scratch, dW);
    }
  CHECK (memcmp (dW, wanted, n * sizeof *dW) == 0);
  ae_free (scratch);
  ae_free (dW);
}

static void
check_correlations (const shape_case *t, size_t S)
{
  const AE (kernels) *simd = AE (kernels_now) ();
  ae_shape in = { t->n[0], t->n[1], t->c[0], 0 }, out = { 0, 0, t->c[1], 0 };
  int pad[2];
  AE (correlations) forward, adjoint;
  ae_real *zeros, *packed, *got;
  size_t nx, ny, nW = (size_t) (t->k[0] * t->k[1] * t->c[0] * t->c[1]);
  arrays v;
  ae_error err;

  out.h = ae_window_length (in.h * t->factor[0], t->k[0], t->stride[0], t->padding, &pad[0]);
  out.w = ae_window_length (in.w * t->factor[1], t->k[1], t->stride[1], t->padding, &pad[1]);
  if (out.h < 1 || out.w < 1)
    return;
  nx = ae_size (in) * S, ny = ae_size (out) * S;
  CHECK (AE (correlations_make) (&forward, AE_FORWARD, in, out, t->k, t->stride, pad, t->factor, &err) == AE_OK);
  CHECK (AE (correlations_make) (&adjoint, AE_ADJOINT, in, out, t->k, t->stride, pad, t->factor, &err) == AE_OK);
  v = (arrays){ ae_calloc (nx, sizeof (ae_real)), ae_calloc (nW, sizeof (ae_real)), ae_calloc (ny, sizeof (ae_real)),
                ae_calloc (ny, sizeof (ae_real)), ae_calloc (nx, sizeof (ae_real)), ae_calloc (nW, sizeof (ae_real)) };
  packed = ae_calloc (forward.packed + adjoint.packed + 1, sizeof *packed);
  got = ae_malloc (nx + ny, sizeof *got);
  zeros = ae_calloc ((size_t) t->c[1] + AE_LANES, sizeof *zeros);
  fill (v.x, nx, 1);
  fill (v.W, nW, 2);
  fill (v.dy, ny, 3);
  loops (t, in, out, pad, S, &v);
  AE (correlations_pack) (&forward, v.W, packed);
  AE (correlations_all) (&forward, simd, v.x, packed, zeros, 0, got, S);
  CHECK (memcmp (got, v.y, ny * sizeof *got) == 0);
  AE (correlations_pack) (&adjoint, v.W, packed);
  AE (correlations_all) (&adjoint, simd, v.dy, packed, NULL, 0, got, S);
  CHECK (memcmp (got, v.dx, nx * sizeof *got) == 0);
  check_weights (&forward, &v, S, v.dW, nW);
  AE (correlations_free) (&forward);
  AE (correlations_free) (&adjoint);
  ae_free (v.x), ae_free (v.W), ae_free (v.dy), ae_free (v.y), ae_free (v.dx), ae_free (v.dW);
  ae_free (packed), ae_free (got), ae_free (zeros);
}

/* Cases drawn by number; whole numbers, so that equality is exact. */
static void
check_many (int count)
{
  static const int sizes[] = { 1, 2, 3, 5, 7, 13 }, channels[] = { 1, 2, 3, 4, 5, 7, 8, 9, 17 }, kernels[] = { 1, 2, 3, 4, 5, 7 };

  for (int i = 0; i < count; i++)
    {
      ae_block a = ae_philox (9, 0, (uint64_t) i), b = ae_philox (9, 1, (uint64_t) i), c = ae_philox (9, 2, (uint64_t) i);
      shape_case t = { { sizes[a.v[0] % 6], sizes[a.v[1] % 6] }, { channels[a.v[2] % 9], channels[a.v[3] % 9] },
                       { kernels[b.v[0] % 6], kernels[b.v[1] % 6] }, { 1, 1 }, (int) (b.v[2] % 2), { 1, 1 } };

      if (c.v[0] % 3 == 0)
        t.stride[0] = 1 + (int) (c.v[1] % 3), t.stride[1] = 1 + (int) (c.v[2] % 3);
      else if (c.v[0] % 3 == 1)
        t.factor[0] = 1 + (int) (c.v[1] % 3), t.factor[1] = 1 + (int) (c.v[2] % 3);
      check_correlations (&t, AE_LANES * (1 + c.v[3] % 2));
    }
}

TEST (correlations_are_the_loops_for_every_instruction_set)
{
  for (int isa = 0; isa < AE_ISA_COUNT; isa++)
    {
      check_setenv ("AE_ISA", ae_isa_name ((ae_isa) isa));
      check_many (150);
    }
  check_setenv ("AE_ISA", "");
}

/* ---- nets ---- */

static ae_status
add (AE (net) *net, int i, const char *type, const char *activation, ae_error *err)
{
  AE (layer_init) (&net->layers[i], AE (find_layer_type) (type));
  return strcmp (activation, "linear") ? AE (layer_set_text) (&net->layers[i], "activation", activation, err) : AE_OK;
}

static ae_status
set (AE (net) *net, int i, const char *name, double a, double b, size_t n, ae_error *err)
{
  return AE (layer_set) (&net->layers[i], name, (double[]){ a, b }, n, err);
}

/* 9x8x2: convolution and pooling, upsampling and convolution, the rest. */
static ae_status
image_net (AE (net) *net, ae_error *err)
{
  static const char *const types[] = { "input", "noise", "conv2d", "maxpool2d", "batchnorm", "upsample2d",
                                       "conv2d_transpose", "dropout", "flatten", "dense" };
  ae_status status = AE (net_make) (net, 10, err);

  if (status != AE_OK)
    return status;
  for (int i = 0; i < 10; i++)
    CHECK (add (net, i, types[i], i == 9 ? "sigmoid" : "linear", err) == AE_OK);
  set (net, 1, "rate", 0.1, 0, 1, err);
  set (net, 2, "filters", 5, 0, 1, err);
  set (net, 2, "kernel", 3, 3, 2, err);
  set (net, 2, "padding", 1, 0, 1, err);
  set (net, 3, "pool", 2, 2, 2, err);
  set (net, 3, "stride", 2, 2, 2, err);
  set (net, 3, "padding", 1, 0, 1, err);
  set (net, 5, "factor", 2, 2, 2, err);
  set (net, 6, "filters", 3, 0, 1, err);
  set (net, 6, "kernel", 2, 2, 2, err);
  set (net, 7, "rate", 0.2, 0, 1, err);
  set (net, 9, "units", 7, 0, 1, err);
  return AE (net_finish) (net, (ae_shape){ 9, 8, 2, 0 }, 1, err);
}

static ae_status
dense_net (AE (net) *net, ae_error *err)
{
  ae_status status = AE (net_make) (net, 4, err);

  if (status != AE_OK)
    return status;
  CHECK (add (net, 0, "input", "linear", err) == AE_OK);
  for (int i = 1; i < 4; i++)
    CHECK (add (net, i, "dense", i == 2 ? "linear" : "tanh", err) == AE_OK);
  set (net, 1, "units", 12, 0, 1, err);
  set (net, 2, "units", 3, 0, 1, err);
  set (net, 3, "units", 12, 0, 1, err);
  set (net, 3, "tied", 2, 0, 1, err);
  return AE (net_finish) (net, (ae_shape){ 20, 1, 1, 1 }, 1, err);
}

typedef ae_status (*net_maker) (AE (net) *net, ae_error *err);
enum { SAMPLES = 70 };

/* A job on made-up data; release frees what it owns. */
static AE (job)
make_job (const AE (net) *net, int threads)
{
  size_t d = ae_size (net->layers[0].in), m = ae_size (net->layers[net->nlayers - 1].out);
  AE (job) job = { .n = SAMPLES, .batch = 40, .seed = 1, .epoch = 1, .shuffle = 1, .loss = AE (find_loss) ("mse"),
                   .step = AE (find_step) ("adam"), .settings = AE (settings_for) (AE (find_step) ("adam")), .threads = threads,
                   .max_steps = 100, .seconds = 1e9, .l2 = 1e-3, .clip_norm = 1 };
  ae_real *X = ae_malloc (d * SAMPLES, sizeof *X), *T = ae_malloc (m * SAMPLES, sizeof *T);

  fill_uniform (X, d * SAMPLES, 1);
  fill_uniform (T, m * SAMPLES, 2);
  job.X.data = X;
  job.T.data = T;
  job.p = ae_malloc (net->nparams, sizeof *job.p);
  job.s1 = ae_calloc (net->nparams, sizeof *job.s1);
  job.s2 = ae_calloc (net->nparams, sizeof *job.s2);
  fill_uniform (job.p, net->nparams, 3);
  for (size_t i = 0; i < net->nparams; i++)
    job.p[i] = job.p[i] / 2;
  AE (net_tie) (net, job.p);
  return job;
}

static void
release_job (AE (job) *job)
{
  ae_free ((void *) job->X.data);
  ae_free ((void *) job->T.data);
  ae_free (job->p);
  ae_free (job->s1);
  ae_free (job->s2);
}

/* One of the engine's three calls; out gets its numbers. */
typedef ae_status (*engine_call) (const AE (net) *net, AE (job) *job, ae_real *out, ae_error *err);

static ae_status
call_train (const AE (net) *net, AE (job) *job, ae_real *out, ae_error *err)
{
  ae_progress progress;
  AE (job) copy = *job;
  ae_status status;

  memcpy (out, job->p, net->nparams * sizeof *out);
  memset (job->s1, 0, net->nparams * sizeof *out);
  memset (job->s2, 0, net->nparams * sizeof *out);
  copy.p = out;
  status = AE (train_slice) (net, &copy, &progress, err);
  CHECK (status != AE_OK || progress.samples == SAMPLES);
  return status;
}

static ae_status
call_objective (const AE (net) *net, AE (job) *job, ae_real *out, ae_error *err)
{
  double loss;

  return AE (objective) (net, job, &loss, out, err);
}

static ae_status
call_forward (const AE (net) *net, AE (job) *job, ae_real *out, ae_error *err)
{
  return AE (net_forward) (net, job->p, &job->X, job->n, NULL, out, job->threads, err);
}

static const engine_call calls[] = { call_train, call_objective, call_forward };

static size_t
out_numbers (const AE (net) *net)
{
  size_t Y = ae_size (net->layers[net->nlayers - 1].out) * SAMPLES;

  return Y > net->nparams ? Y : net->nparams;
}

/* Every allocation of a call fails once: an error, nothing kept, and then the
   call gives what it always gave. */
static void
starve (net_maker make, engine_call call, int threads)
{
  AE (net) net;
  AE (job) job;
  ae_error err;
  ae_real *right, *got;
  size_t n;
  long k = 0, held;

  CHECK (make (&net, &err) == AE_OK);
  n = out_numbers (&net);
  job = make_job (&net, threads);
  right = ae_calloc (n, sizeof *right);
  got = ae_calloc (n, sizeof *got);
  CHECK (call (&net, &job, right, &err) == AE_OK);
  held = ae_blocks_held ();
  for (ae_status status = AE_NOMEM; status != AE_OK && k < 1000; k++)
    {
      ae_fail_allocation (k);
      status = call (&net, &job, got, &err);
      ae_fail_allocation (-1);
      CHECK (status == AE_OK || (status == AE_NOMEM && err.status == AE_NOMEM && err.text[0]));
      CHECK (ae_blocks_held () == held);
      CHECK (call (&net, &job, got, &err) == AE_OK);
      CHECK (memcmp (got, right, n * sizeof *got) == 0);
    }
  CHECK (k > 3 && k < 1000);
  ae_free (right);
  ae_free (got);
  release_job (&job);
  AE (net_free) (&net);
}

TEST (every_failing_allocation_of_the_engine)
{
  for (size_t c = 0; c < 3; c++)
    for (int threads = 1; threads <= 3; threads += 2)
      {
        starve (image_net, calls[c], threads);
        starve (dense_net, calls[c], threads);
      }
}

TEST (every_failing_allocation_of_a_new_net)
{
  net_maker makers[] = { image_net, dense_net };

  for (int i = 0; i < 2; i++)
    {
      ae_status status = AE_NOMEM;
      AE (net) net;
      ae_error err;

      for (long k = 0; status != AE_OK && k < 1000; k++)
        {
          ae_fail_allocation (k);
          status = makers[i] (&net, &err);
          ae_fail_allocation (-1);
          CHECK (status == AE_OK || (status == AE_NOMEM && ae_blocks_held () == 0));
        }
      CHECK (status == AE_OK);
      AE (net_free) (&net);
    }
}

TEST (nets_that_do_not_fit_are_refused)
{
  AE (net) net;
  ae_error err;

  CHECK (AE (net_make) (&net, 2, &err) == AE_OK);
  add (&net, 0, "input", "linear", &err);
  add (&net, 1, "conv2d", "linear", &err);
  set (&net, 1, "filters", 1, 0, 1, &err);
  set (&net, 1, "kernel", 5, 1, 2, &err);
  CHECK (AE (net_finish) (&net, (ae_shape){ 4, 4, 1, 0 }, 1, &err) == AE_SHAPE);
  CHECK (strstr (err.text, "layer 2 (conv2d)") && ae_blocks_held () == 0);
  CHECK (AE (net_make) (&net, 3, &err) == AE_OK);
  for (int i = 0; i < 3; i++)
    add (&net, i, i ? "dense" : "input", "linear", &err);
  set (&net, 1, "units", 3, 0, 1, &err);
  set (&net, 2, "units", 5, 0, 1, &err);
  set (&net, 2, "tied", 1, 0, 1, &err);
  CHECK (AE (net_finish) (&net, (ae_shape){ 4, 1, 1, 1 }, 1, &err) == AE_SHAPE);
  CHECK (strstr (err.text, "tied") && ae_blocks_held () == 0);
}

/* ---- threads ---- */

TEST (training_has_the_same_bits_for_any_number_of_threads)
{
  net_maker makers[] = { image_net, dense_net };

  for (size_t i = 0; i < 2; i++)
    for (size_t c = 0; c < 3; c++)
      {
        AE (net) net;
        AE (job) job;
        ae_error err;
        ae_real *one, *many;
        size_t n;

        CHECK (makers[i] (&net, &err) == AE_OK);
        n = out_numbers (&net);
        job = make_job (&net, 1);
        one = ae_calloc (n, sizeof *one);
        many = ae_calloc (n, sizeof *many);
        CHECK (calls[c] (&net, &job, one, &err) == AE_OK);
        for (job.threads = 2; job.threads <= 7; job.threads++)
          {
            CHECK (calls[c] (&net, &job, many, &err) == AE_OK);
            CHECK (memcmp (one, many, n * sizeof *one) == 0);
          }
        ae_free (one);
        ae_free (many);
        release_job (&job);
        AE (net_free) (&net);
      }
}

typedef struct { _Atomic int counts[64]; int threads; _Atomic long total; size_t ntasks; } tally;

static void
count_task (void *arg, size_t i, int worker)
{
  tally *t = arg;

  if (worker < 0 || worker >= t->threads || i >= t->ntasks)
    t->total = -1000000;
  t->counts[i]++;
  t->total++;
}

/* A job of one task stays on the leader, whose team may then help inside. */
static void
nested_task (void *arg, size_t i, int worker)
{
  tally inner = { .threads = 9, .ntasks = 5 };

  ae_parallel (4, 5, count_task, &inner);
  count_task (arg, i, inner.total == 5 ? worker : -1);
}

static void
many_jobs (void *arg)
{
  tally *t = arg;

  for (int job = 0; job < 400; job++)
    {
      t->ntasks = 1 + (size_t) job % 64;
      t->total = 0;
      memset ((void *) t->counts, 0, sizeof t->counts);
      ae_parallel (t->threads, t->ntasks, job % 7 ? count_task : nested_task, t);
      CHECK (t->total == (long) t->ntasks);
      for (size_t i = 0; i < t->ntasks; i++)
        CHECK (t->counts[i] == 1);
    }
}

TEST (every_task_runs_once_in_teams_of_any_size)
{
  for (int threads = 1; threads <= 9; threads += 2)
    {
      tally t = { .threads = threads };

      ae_team_run (threads, many_jobs, &t);
    }
}

TEST (every_task_runs_once_without_a_team)
{
  tally t = { .threads = 3 };

  many_jobs (&t);
}

/* A team inside a team's body keeps to the outer one. */
static void
team_in_team (void *arg)
{
  ae_team_run (3, many_jobs, arg);
}

TEST (teams_nest)
{
  tally t = { .threads = 3 };

  ae_team_run (3, team_in_team, &t);
}
