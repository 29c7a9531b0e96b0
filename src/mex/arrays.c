/* The half of the gateway helpers that is compiled for each precision. */
#include "gateway.h"

#ifdef AE_DOUBLE
enum { CLASS = mxDOUBLE_CLASS };
#define CLASS_NAME "double"
#else
enum { CLASS = mxSINGLE_CLASS };
#define CLASS_NAME "single"
#endif

AE (view)
AE (array_arg) (const ae_call *call, int i, const char *name)
{
  const mxArray *a = call->prhs[i];
  AE (view) v = { NULL, { 1, 1, 1, 1 }, 0 };
  size_t nd = mxGetNumberOfDimensions (a);

  if (mxGetClassID (a) != (mxClassID) CLASS || mxIsComplex (a) || mxIsSparse (a))
    ae_raise_text (call, "class", "%s must be real, full and " CLASS_NAME ", got class %s", name, mxGetClassName (a));
  if (nd > 4)
    ae_raise_text (call, "size", "%s must have at most 4 dimensions, got %zu", name, nd);
  for (size_t k = 0; k < nd; k++)
    v.dims[k] = (size_t) mxGetDimensions (a)[k];
  v.count = mxGetNumberOfElements (a);
  v.data = mxGetData (a);
  return v;
}

AE (view)
AE (sized_arg) (const ae_call *call, int i, const char *name, size_t d0, size_t d1, size_t d2, size_t d3)
{
  AE (view) v = AE (array_arg) (call, i, name);
  size_t want[4] = { d0, d1, d2, d3 };

  for (int k = 0; k < 4; k++)
    if (want[k] != SIZE_MAX && v.dims[k] != want[k])
      ae_raise_text (call, "size", "%s must have %zu elements along dimension %d, got %zu", name, want[k], k + 1,
                     v.dims[k]);
  return v;
}

/* A MEX function's own arrays are copied when it returns; those of Octave are not.
   Small ones are copied sooner than Octave is asked. */
enum { SMALL = 1 << 16 };

ae_real *
AE (result_unset) (ae_call *call, int i, size_t rows, size_t columns)
{
  mxArray *args[4];

  if (rows * columns <= SMALL)
    return AE (result) (call, i, rows, columns, 1, 1);
  args[0] = mxCreateString ("zeros");
  args[1] = mxCreateDoubleScalar ((double) rows);
  args[2] = mxCreateDoubleScalar ((double) columns);
  args[3] = mxCreateString (CLASS_NAME);
  mexCallMATLAB (1, &call->plhs[i], 4, args, "builtin");
  return mxGetData (call->plhs[i]);
}

ae_real *
AE (result) (ae_call *call, int i, size_t d0, size_t d1, size_t d2, size_t d3)
{
  mwSize dims[4] = { (mwSize) d0, (mwSize) d1, (mwSize) d2, (mwSize) d3 };

  if (i > 0 && i >= call->nlhs)
    return NULL;
  call->plhs[i] = mxCreateNumericArray (4, dims, (mxClassID) CLASS, mxREAL);
  return mxGetData (call->plhs[i]);
}
