#include "samples.h"

#include <string.h>

AE (samples)
AE (samples_arg) (const ae_call *call, int i, const char *name, size_t *d, size_t *n)
{
  const mxArray *a = call->prhs[i];
  AE (samples) s;

  memset (&s, 0, sizeof s);
  s.type = mxIsSingle (a) ? AE_FLOATS : mxIsDouble (a) ? AE_DOUBLES : mxIsUint8 (a) ? AE_BYTES : -1;
  if (s.type < 0 || mxIsComplex (a) || mxIsSparse (a) || mxGetNumberOfDimensions (a) > 2)
    ae_raise_text (call, "class", "%s must be a real, full matrix of single, double or uint8, got class %s", name,
                   mxGetClassName (a));
  if (s.type == (sizeof (ae_real) == sizeof (float) ? AE_FLOATS : AE_DOUBLES))
    s.type = AE_REALS;
  s.data = mxGetData (a);
  *d = mxGetM (a);
  *n = mxGetN (a);
  return s;
}

ae_status
AE (scale_of) (const mxArray *matrix, size_t d, ae_scale *scale, ae_error *err)
{
  const double *v;

  memset (scale, 0, sizeof *scale);
  if (! matrix || mxIsEmpty (matrix))
    return AE_OK;
  if (! mxIsDouble (matrix) || mxIsComplex (matrix) || mxIsSparse (matrix) || mxGetM (matrix) != d
      || mxGetN (matrix) < 2 || mxGetN (matrix) > 3)
    return ae_fail (err, AE_SHAPE, "scaling", "a scaling must be a real double matrix, %zu-by-2 or %zu-by-3", d, d);
  v = mxGetData (matrix);
  *scale = (ae_scale){ v, v + d, mxGetN (matrix) == 3 ? v + 2 * d : NULL };
  return AE_OK;
}
