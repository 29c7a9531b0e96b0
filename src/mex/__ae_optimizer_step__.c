/* [p, s1, s2] = __ae_optimizer_step__ (p, g, s1, s2, optimizer, t, settings):
   step number t; s1, s2 have p's size, [] where the optimizer keeps none;
   settings: rate, decay, momentum, beta1, beta2, epsilon (double; see
   optimizer.h).  Without arguments but p and the optimizer's name: the usual
   settings and the number of states, [settings, states] = (p, optimizer). */
#include "../core/optimizer.h"
#include "gateway.h"

#include <string.h>

static const AE (step_row) *
read_row (const ae_call *call, int i, char *name, size_t size)
{
  const AE (step_row) *row;

  ae_text_arg (call, i, "the optimizer", name, size);
  row = AE (find_step) (name);
  if (! row)
    ae_raise_text (call, "value", "unknown optimizer \"%s\"", name);
  return row;
}

static void
usual_settings (ae_call *call)
{
  char name[16];
  const AE (step_row) *row = read_row (call, 1, name, sizeof name);
  ae_settings s = AE (settings_for) (row);

  call->plhs[0] = mxCreateDoubleMatrix (1, 6, mxREAL);
  memcpy (mxGetData (call->plhs[0]), &s, sizeof s);
  ae_scalar_result (call, 1, row->states);
}

/* Result i as a copy of v. */
static ae_real *
copied (ae_call *call, int i, AE (view) v)
{
  ae_real *p = AE (result) (call, i, v.dims[0], v.dims[1], v.dims[2], v.dims[3]);

  if (p)
    memcpy (p, v.data, v.count * sizeof *p);
  return p;
}

void
AE (gateway) (ae_call *call)
{
  AE (view) p, g, s[2] = { { NULL, { 0, 0, 0, 0 }, 0 }, { NULL, { 0, 0, 0, 0 }, 0 } };
  const AE (step_row) *row;
  AE (step_factors) f;
  ae_settings settings;
  const double *v;
  ae_real *out[3];
  char name[16];
  size_t n;
  double t;

  ae_count_args (call, 2, 7);
  if (call->nrhs == 2)
    {
      usual_settings (call);
      return;
    }
  ae_count_args (call, 7, 7);
  row = read_row (call, 4, name, sizeof name);
  p = AE (array_arg) (call, 0, "p");
  g = AE (sized_arg) (call, 1, "g", p.dims[0], p.dims[1], p.dims[2], p.dims[3]);
  for (int k = 0; k < row->states; k++)
    s[k] = AE (sized_arg) (call, 2 + k, "the state", p.dims[0], p.dims[1], p.dims[2], p.dims[3]);
  t = ae_scalar_arg (call, 5, "the step number", 1, 9007199254740992.0);
  v = ae_doubles_arg (call, 6, "the settings", &n);
  if (n != 6)
    ae_raise_text (call, "size", "the settings must be 6 numbers, got %zu", n);
  if (call->nlhs < 1 + row->states)
    ae_raise_text (call, "nargout", "has %d results, %d are taken", 1 + row->states, call->nlhs);
  memcpy (&settings, v, sizeof settings);
  f = AE (factors_at) (row, &settings, t);
  out[0] = copied (call, 0, p);
  out[1] = copied (call, 1, s[0]);
  out[2] = copied (call, 2, s[1]);
  row->step (out[0], g.data, out[1], out[2], p.count, &f);
}
