/* [activations, losses, optimizers] = __ae_choices__ (): struct arrays, a row of
   the C tables an element, in their order (core/simd/simd.h says what each field
   means).  Missing second names are "". */
#include "../core/simd/simd.h"
#include "gateway.h"

static void
set_text (mxArray *rows, mwIndex i, const char *field, const char *text)
{
  mxSetField (rows, i, field, mxCreateString (text ? text : ""));
}

static void
set_number (mxArray *rows, mwIndex i, const char *field, double value)
{
  mxSetField (rows, i, field, mxCreateDoubleScalar (value));
}

static void
set_range (mxArray *rows, mwIndex i, const char *field, double lo, double hi)
{
  mxArray *range = mxCreateDoubleMatrix (1, 2, mxREAL);

  ((double *) mxGetData (range))[0] = lo;
  ((double *) mxGetData (range))[1] = hi;
  mxSetField (rows, i, field, range);
}

static mxArray *
activations (const AE (activation) *row)
{
  static const char *fields[] = { "name", "other", "alpha", "range", "keeps_input", "couples" };
  mwSize n = 0;
  mxArray *rows;

  while (row[n].name)
    n++;
  rows = mxCreateStructMatrix (1, n, 6, fields);
  for (mwIndex i = 0; i < n; i++)
    {
      set_text (rows, i, "name", row[i].name);
      set_text (rows, i, "other", row[i].other);
      set_number (rows, i, "alpha", row[i].alpha);
      set_number (rows, i, "keeps_input", row[i].keeps_input);
      set_number (rows, i, "couples", row[i].couples);
      set_range (rows, i, "range", row[i].lo, row[i].hi);
    }
  return rows;
}

static mxArray *
losses (const AE (loss_row) *row)
{
  static const char *fields[] = { "name", "other", "targets", "over_units" };
  mwSize n = 0;
  mxArray *rows;

  while (row[n].name)
    n++;
  rows = mxCreateStructMatrix (1, n, 4, fields);
  for (mwIndex i = 0; i < n; i++)
    {
      set_text (rows, i, "name", row[i].name);
      set_text (rows, i, "other", row[i].other);
      set_number (rows, i, "over_units", row[i].over_units);
      set_range (rows, i, "targets", row[i].lo, row[i].hi);
    }
  return rows;
}

static mxArray *
optimizers (const AE (step_row) *row)
{
  static const char *fields[] = { "name", "states", "decay" };
  mwSize n = 0;
  mxArray *rows;

  while (row[n].name)
    n++;
  rows = mxCreateStructMatrix (1, n, 3, fields);
  for (mwIndex i = 0; i < n; i++)
    {
      set_text (rows, i, "name", row[i].name);
      set_number (rows, i, "states", row[i].states);
      set_number (rows, i, "decay", row[i].decay);
    }
  return rows;
}

void
AE (gateway) (ae_call *call)
{
  const AE (kernels) *k = AE (kernels_now) ();

  ae_count_args (call, 0, 0);
  call->plhs[0] = activations (k->activations);
  if (call->nlhs > 1)
    call->plhs[1] = losses (k->losses);
  if (call->nlhs > 2)
    call->plhs[2] = optimizers (k->steps);
}
