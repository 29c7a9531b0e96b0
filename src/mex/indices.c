/* int32 arrays in and out of Octave. */
#include "indices.h"

const int32_t *
AE (indices_arg) (const ae_call *call, int i, const char *name, size_t limit, size_t *count)
{
  const mxArray *a = call->prhs[i];
  const int32_t *v;

  if (mxGetClassID (a) != mxINT32_CLASS)
    ae_raise_text (call, "class", "%s must be int32, got class %s", name, mxGetClassName (a));
  *count = mxGetNumberOfElements (a);
  v = mxGetData (a);
  for (size_t k = 0; k < *count; k++)
    if (v[k] < 0 || (size_t) v[k] >= limit)
      ae_raise_text (call, "range", "%s must be in [0, %zu), got %d at element %zu", name, limit, (int) v[k], k + 1);
  return v;
}

int32_t *
AE (indices_result) (ae_call *call, int i, size_t rows, size_t cols)
{
  call->plhs[i] = mxCreateNumericMatrix ((mwSize) rows, (mwSize) cols, mxINT32_CLASS, mxREAL);
  return mxGetData (call->plhs[i]);
}
