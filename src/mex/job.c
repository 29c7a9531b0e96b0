#include "job.h"
#include "samples.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* Numeric fields of the options struct: where each goes. */
typedef struct {
  const char *name;
  size_t offset;
  char kind; /* d double, z size_t, u uint64_t, i int */
  double lo, hi;
} number;

#define IN_JOB(name, field, kind, lo, hi) { name, offsetof (AE (job), field), kind, lo, hi }

static const number numbers[] = {
  IN_JOB ("batch", batch, 'z', 1, 4294967295.0),
  IN_JOB ("seed", seed, 'u', 0, 9007199254740992.0),
  IN_JOB ("epoch", epoch, 'u', 0, 4294967295.0),
  IN_JOB ("shuffle", shuffle, 'i', 0, 1),
  IN_JOB ("steps", t, 'd', 0, 9007199254740992.0),
  IN_JOB ("rate", settings.rate, 'd', 0, 1e30),
  IN_JOB ("decay", settings.decay, 'd', 0, 1e30),
  IN_JOB ("momentum", settings.momentum, 'd', 0, 1),
  IN_JOB ("beta1", settings.beta1, 'd', 0, 1),
  IN_JOB ("beta2", settings.beta2, 'd', 0, 1),
  IN_JOB ("epsilon", settings.epsilon, 'd', 0, 1e30),
  IN_JOB ("l1", l1, 'd', 0, 1e30),
  IN_JOB ("l2", l2, 'd', 0, 1e30),
  IN_JOB ("clip_norm", clip_norm, 'd', 0, 1e300),
  IN_JOB ("clip_value", clip_value, 'd', 0, 1e300),
  IN_JOB ("threads", threads, 'i', 0, 256),
  IN_JOB ("first", first, 'z', 0, 4294967295.0),
  IN_JOB ("max_steps", max_steps, 'z', 0, 9007199254740992.0),
  IN_JOB ("seconds", seconds, 'd', 0, 1e9),
  IN_JOB ("loss_sum", loss_sum, 'd', -1e300, 1e300),
  IN_JOB ("inference", inference, 'i', 0, 1),
};

static void
store (const number *n, AE (job) *job, double v)
{
  char *at = (char *) job + n->offset;

  if (n->kind == 'd')
    *(double *) at = v;
  else if (n->kind == 'z')
    *(size_t *) at = (size_t) v;
  else if (n->kind == 'u')
    *(uint64_t *) at = (uint64_t) v;
  else
    *(int *) at = (int) v;
}

static ae_status
set_numbers (const mxArray *options, AE (job) *job, ae_error *err)
{
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    {
      const mxArray *v = mxGetField (options, 0, numbers[i].name);
      double x = v && mxIsDouble (v) && mxGetNumberOfElements (v) == 1 ? mxGetScalar (v) : NAN;

      if (! (x >= numbers[i].lo && x <= numbers[i].hi))
        return ae_fail (err, AE_VALUE, "option", "%s must be a double in [%g, %g]", numbers[i].name, numbers[i].lo,
                        numbers[i].hi);
      store (&numbers[i], job, x);
    }
  return AE_OK;
}

static ae_status
set_names (const mxArray *options, AE (job) *job, ae_error *err)
{
  const mxArray *loss = mxGetField (options, 0, "loss"), *step = mxGetField (options, 0, "optimizer");
  char text[32] = "";

  if (loss && mxIsChar (loss) && ! mxGetString (loss, text, sizeof text))
    job->loss = AE (find_loss) (text);
  if (step && mxIsChar (step) && ! mxGetString (step, text, sizeof text))
    job->step = AE (find_step) (text);
  return job->loss && job->step ? AE_OK : ae_fail (err, AE_VALUE, "option", "unknown loss or optimizer");
}

typedef struct {
  AE (samples) samples;
  size_t d, n;
} data;

/* T without elements: the targets are the inputs, of which what is missing
   stays so. */
static ae_status
set_data (data *X, data *T, const mxArray *options, const AE (net) *net, AE (job) *job, ae_error *err)
{
  size_t d = ae_size (net->layers[0].in), m = ae_size (net->layers[net->nlayers - 1].out);
  int given = T->d * T->n > 0;
  ae_status status;

  if (X->d != d || X->n < 1 || (given ? T->n != X->n || T->d != m : d != m))
    return ae_fail (err, AE_SHAPE, "size", "inputs must be %zu-by-n and targets %zu-by-n, got %zu-by-%zu and %zu-by-%zu",
                    d, m, X->d, X->n, T->d, T->n);
  job->X = X->samples;
  job->T = given ? T->samples : X->samples;
  job->n = X->n;
  status = AE (scale_of) (mxGetField (options, 0, "scale"), d, &job->X.scale, err);
  if (status == AE_OK && given)
    status = AE (scale_of) (mxGetField (options, 0, "target_scale"), m, &job->T.scale, err);
  else if (status == AE_OK)
    job->T.scale = job->X.scale;
  job->T.scale.centre = NULL;
  return status;
}

/* Images that are moved: targets as large as the inputs, and no missing values,
   which would spread. */
static ae_status
set_augment (const mxArray *options, const AE (net) *net, AE (job) *job, ae_error *err)
{
  size_t d = ae_size (net->layers[0].in), m = ae_size (net->layers[net->nlayers - 1].out);
  ae_status status = AE (augment_of) (mxGetField (options, 0, "augment"), d, &job->augment, err);

  if (status == AE_OK && job->augment.h > 0 && (d != m || job->X.scale.centre))
    status = ae_fail (err, AE_VALUE, "option", "augment wants targets of the inputs' size and no missing values");
  return status;
}

/* The ranks that train together when the options name who knows them, the MEX
   function that is built where MPI is; NULL: this process alone. */
static const ae_link *
link_of (const ae_call *call, const mxArray *options)
{
  const mxArray *name = mxGetField (options, 0, "parallel");
  mxArray *word, *answer = NULL;
  uint64_t address = 0;
  const ae_link *link;

  if (! name || mxIsEmpty (name))
    return NULL;
  word = mxCreateString ("link");
  mexCallMATLAB (1, &answer, 1, &word, "__ae_mpi__");
  if (answer && mxIsUint64 (answer) && mxGetNumberOfElements (answer) == 1)
    memcpy (&address, mxGetData (answer), sizeof address);
  link = (const ae_link *) (uintptr_t) address;
  if (! link || link->size != sizeof *link)
    ae_raise_text (call, "parallel", "MPI has not been started");
  return link;
}

void
AE (job_files_close) (ae_job_files *files)
{
  ae_unmap_file (&files->file[0]);
  ae_unmap_file (&files->file[1]);
}

void
AE (job_check) (const ae_call *call, int x, const ae_job_files *files)
{
  AE (samples_check) (call, x, &files->file[0]);
  AE (samples_check) (call, x + 1, &files->file[1]);
}

void
AE (job_arg) (const ae_call *call, int x, int o, AE (net) *net, ae_job_files *files, AE (job) *job)
{
  data X, T;
  const mxArray *options = call->prhs[o];
  ae_error err;
  ae_status status;

  X.samples = AE (samples_arg) (call, x, "X", &files->file[0], &X.d, &X.n);
  T.samples = AE (samples_arg) (call, x + 1, "T", &files->file[1], &T.d, &T.n);
  memset (job, 0, sizeof *job);
  if (! mxIsStruct (options) || mxGetNumberOfElements (options) != 1)
    ae_raise_text (call, "option", "the options must be one struct, got %zu-by-%zu %s", mxGetM (options),
                   mxGetN (options), mxGetClassName (options));
  AE (net_arg) (call, x - 2, mxGetField (options, 0, "unfused") == NULL, net);
  status = set_numbers (options, job, &err);
  if (status == AE_OK && job->shuffle)
    {
      ae_mapping_shuffled (&files->file[0]);
      ae_mapping_shuffled (&files->file[1]);
    }
  if (status == AE_OK)
    status = set_names (options, job, &err);
  if (status == AE_OK)
    status = set_data (&X, &T, options, net, job, &err);
  if (status == AE_OK)
    status = set_augment (options, net, job, &err);
  if (status != AE_OK)
    ae_raise (call, &err);
  job->link = link_of (call, options);
}
