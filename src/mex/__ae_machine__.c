/* [blas, product, isa, threads, fast, blas_threads] = __ae_machine__ (0): the BLAS that
   is loaded, who computes products ("blas" or "own"), the instruction set, how
   many threads are the default, whether that BLAS is known to be fast, and how many
   threads it has at present. */
#include "gateway.h"

void
AE (gateway) (ae_call *call)
{
  const char *texts[] = { ae_blas_name (), ae_blas_usable () ? "blas" : "own", ae_isa_name (ae_isa_now ()) };

  ae_count_args (call, 1, 1);
  for (int i = 0; i < 3; i++)
    if (i == 0 || i < call->nlhs)
      call->plhs[i] = mxCreateString (texts[i]);
  ae_scalar_result (call, 3, ae_default_threads ());
  ae_scalar_result (call, 4, ae_blas_fast ());
  ae_scalar_result (call, 5, ae_blas_threads ());
}
