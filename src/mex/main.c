/* The entry point of every MEX file: names the call, picks the precision. */
#include "gateway.h"

#include <stdio.h>
#include <string.h>

void ae_s_gateway (ae_call *call);
void ae_d_gateway (ae_call *call);

/* "__ae_fit__" -> "ae_fit", the name that a person knows. */
static void
public_name (char *out, size_t size)
{
  const char *name = mexFunctionName ();
  size_t n;

  while (*name == '_')
    name++;
  snprintf (out, size, "%s", name);
  n = strlen (out);
  while (n > 0 && out[n - 1] == '_')
    out[--n] = '\0';
}

/* Unloading code that idle OpenMP threads still live in crashes the session,
   so a MEX file stays once it has been called. */
void
__attribute__ ((visibility ("default"))) mexFunction (int nlhs, mxArray *plhs[], int nrhs, const mxArray *prhs[])
{
  ae_call call = { "", nlhs, plhs, nrhs, prhs };

  if (! mexIsLocked ())
    mexLock ();
  public_name (call.name, sizeof call.name);
  if (ae_blas_trouble ())
    ae_raise_text (&call, "blas", "%s", ae_blas_trouble ());
  if (nrhs > 0 && mxIsDouble (prhs[0]))
    ae_d_gateway (&call);
  else
    ae_s_gateway (&call);
}
