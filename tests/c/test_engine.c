/* The engine without Octave: failing allocations, nets that do not fit, the same
   bits for any number of threads. */
#include "../../src/core/ssim.h"
#include "nets.h"

#include <math.h>
#include <signal.h>

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
  AE (outputs) to = { .Y = out };

  return AE (net_forward) (net, job->p, &job->X, job->n, &to, job->threads, err);
}

/* The outputs judged by the job's targets as images of 4-by-3 where they have as
   many numbers: sums, then similarities. */
static ae_status
call_judge (const AE (net) *net, AE (job) *job, ae_real *out, ae_error *err)
{
  size_t d = ae_size (net->layers[net->nlayers - 1].out);
  double mean[64] = { 0 }, s[SAMPLES];
  AE (measures) m = { .T = job->T.data, .mean = mean, .size = { 4, 3, 1 }, .c1 = 1e-4, .c2 = 9e-4 };
  ae_errors sums;
  int finite;
  ae_status status
      = AE (net_judge) (net, job->p, &job->X, job->n, &m, job->threads, &sums, d == 12 ? s : NULL, &finite, err);

  if (status != AE_OK)
    return status;
  CHECK (finite);
  out[0] = (ae_real) sums.sse;
  out[1] = (ae_real) sums.sst;
  for (size_t i = 0; d == 12 && i < job->n; i++)
    out[2 + i] = (ae_real) s[i];
  return AE_OK;
}

static const engine_call calls[] = { call_train, call_objective, call_forward, call_judge };
enum { CALLS = sizeof calls / sizeof *calls };

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
  for (size_t c = 0; c < CALLS; c++)
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

TEST (training_has_the_same_bits_for_any_number_of_threads)
{
  net_maker makers[] = { image_net, dense_net };

  for (size_t i = 0; i < 2; i++)
    for (size_t c = 0; c < CALLS; c++)
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

TEST (ctrl_c_ends_a_slice_after_the_step)
{
  AE (net) net;
  AE (job) job;
  ae_error err;
  ae_progress progress;

  CHECK (dense_net (&net, &err) == AE_OK);
  job = make_job (&net, 2);
  ae_interrupt_hold ();
  raise (SIGINT);
  CHECK (AE (train_slice) (&net, &job, &progress, &err) == AE_OK);
  CHECK (progress.steps == 1 && progress.samples == job.batch && progress.samples < SAMPLES);
  ae_interrupt_release ();
  release_job (&job);
  AE (net_free) (&net);
}

/* Of the outputs, one by one, by other means. */
static void
judge_afterwards (const AE (net) *net, AE (job) *job, const double *mean, ae_errors *sums, double *s)
{
  ae_real Y[12 * SAMPLES];
  ae_error err;

  CHECK (call_forward (net, job, Y, &err) == AE_OK);
  CHECK (AE (errors) (Y, job->T.data, mean, 12, SAMPLES, sums, &err) == AE_OK);
  CHECK (AE (ssim) (Y, job->T.data, (size_t[]){ 4, 3, 1, SAMPLES }, 1e-4, 9e-4, s, &err) == AE_OK);
}

TEST (outputs_are_judged_as_if_they_had_been_kept)
{
  double mean[12], s[SAMPLES], right[SAMPLES];
  AE (net) net;
  AE (job) job;
  ae_errors sums, wanted;
  ae_error err;
  int finite;

  CHECK (dense_net (&net, &err) == AE_OK);
  job = make_job (&net, 2);
  for (size_t f = 0; f < 12; f++)
    mean[f] = 0.01 * (double) f;
  AE (measures) m = { .T = job.T.data, .mean = mean, .size = { 4, 3, 1 }, .c1 = 1e-4, .c2 = 9e-4 };

  judge_afterwards (&net, &job, mean, &wanted, right);
  CHECK (AE (net_judge) (&net, job.p, &job.X, SAMPLES, &m, 2, &sums, s, &finite, &err) == AE_OK);
  CHECK (finite && memcmp (&sums, &wanted, sizeof sums) == 0 && memcmp (s, right, sizeof s) == 0);
  job.p[net.nparams - 1] = (ae_real) NAN; /* the last unit's bias */
  CHECK (AE (net_judge) (&net, job.p, &job.X, SAMPLES, &m, 1, &sums, NULL, &finite, &err) == AE_OK);
  CHECK (! finite);
  release_job (&job);
  AE (net_free) (&net);
}
