/* Nets and jobs on made-up data, for tests of the engine. */
#ifndef NETS_H
#define NETS_H

#include "../../src/core/train.h"
#include "check.h"

/* Numbers in [0, 1). */
static void
fill_uniform (ae_real *v, size_t n, uint64_t seed)
{
  for (size_t i = 0; i < n; i++)
    v[i] = (ae_real) ae_uniform (ae_philox (seed, 1, i), 0);
}

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
#ifndef SAMPLES
#define SAMPLES 70
#endif

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

#endif
