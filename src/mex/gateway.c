/* The half of the gateway helpers that does not depend on the precision. */
#include "gateway.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
ae_free_at (void *pointer)
{
  void *p;

  memcpy (&p, pointer, sizeof p);
  ae_free (p);
}

void
ae_raise (const ae_call *call, const ae_error *err)
{
  ae_raise_text (call, err->what, "%s", err->text);
}

/* Octave's error () itself: mexErrMsgIdAndTxt would put "__ae_x__: " in front. */
void
ae_raise_text (const ae_call *call, const char *what, const char *format, ...)
{
  char id[96], text[640];
  mxArray *error_args[4];
  va_list args;

  snprintf (id, sizeof id, "autoencoder:%s:%s", call->name, what);
  va_start (args, format);
  vsnprintf (text, sizeof text, format, args);
  va_end (args);
  error_args[0] = mxCreateString (id);
  error_args[1] = mxCreateString ("%s: %s");
  error_args[2] = mxCreateString (call->name);
  error_args[3] = mxCreateString (text);
  mexCallMATLAB (0, NULL, 4, error_args, "error");
  for (;;)
    ; /* not reached: an error in what mexCallMATLAB calls does not return */
}

void
ae_count_args (const ae_call *call, int min, int max)
{
  if (call->nrhs < min || call->nrhs > max)
    ae_raise_text (call, "nargin", "wants %d to %d arguments, got %d", min, max, call->nrhs);
}

double
ae_scalar_arg (const ae_call *call, int i, const char *name, double lo, double hi)
{
  const mxArray *a = call->prhs[i];
  double v;

  if (! (mxIsDouble (a) || mxIsSingle (a)) || mxIsComplex (a) || mxIsSparse (a) || mxGetNumberOfElements (a) != 1)
    ae_raise_text (call, "class", "%s must be a real scalar, got class %s", name, mxGetClassName (a));
  v = mxGetScalar (a);
  if (! (v >= lo && v <= hi))
    ae_raise_text (call, "range", "%s must be in [%g, %g], got %g", name, lo, hi, v);
  return v;
}

void
ae_text_arg (const ae_call *call, int i, const char *name, char *out, size_t size)
{
  const mxArray *a = call->prhs[i];

  if (! mxIsChar (a) || mxGetNumberOfElements (a) >= size || mxGetString (a, out, (mwSize) size))
    ae_raise_text (call, "class", "%s must be a string of fewer than %zu characters", name, size);
}

const double *
ae_doubles_arg (const ae_call *call, int i, const char *name, size_t *n)
{
  const mxArray *a = call->prhs[i];

  if (! mxIsDouble (a) || mxIsComplex (a) || mxIsSparse (a))
    ae_raise_text (call, "class", "%s must be a real double array, got class %s", name, mxGetClassName (a));
  *n = mxGetNumberOfElements (a);
  return mxGetData (a);
}

void
ae_scalar_result (ae_call *call, int i, double value)
{
  if (i == 0 || i < call->nlhs)
    call->plhs[i] = mxCreateDoubleScalar (value);
}
