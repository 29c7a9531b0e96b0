/* What every MEX gateway shares: reading arguments, making results, raising
   errors.  A gateway is one function, AE (gateway), compiled for both
   precisions; main.c picks one by the class of the first argument.

   An Octave error, ours or one of Octave's own (no memory for a result), leaves
   a gateway as a C++ exception.  So whatever a gateway takes with ae_malloc
   belongs to a variable that is declared AE_OWNED, set to { 0 } at once: it is
   given back when the variable goes, by return or by error.  Nothing else is
   to be freed. */
#ifndef AE_GATEWAY_H
#define AE_GATEWAY_H

#include "../core/ae.h"
#include <mex.h>

typedef struct {
  char name[48];  /* the public function: ae_dense_forward, not __ae_dense_forward__ */
  int nlhs;
  mxArray **plhs;
  int nrhs;
  const mxArray **prhs;
} ae_call;

/* A numeric argument of up to 4 dimensions; trailing dimensions are 1. */
typedef struct {
  const ae_real *data; /* belongs to Octave, may be only element-aligned */
  size_t dims[4];
  size_t count;
} AE (view);

/* AE (net) net AE_OWNED (AE (net_free)) = { 0 };  the function gets the
   variable's address and must stand an empty one.  (The gateways are compiled
   with -fexceptions.) */
#define AE_OWNED(give_back) __attribute__ ((cleanup (give_back)))
/* For pointers from ae_malloc. */
void ae_free_at (void *pointer);

/* The gateway itself: each mex/__ae_*__.c defines it. */
void AE (gateway) (ae_call *call);

_Noreturn void ae_raise (const ae_call *call, const ae_error *err);
_Noreturn void ae_raise_text (const ae_call *call, const char *what, const char *format, ...)
    __attribute__ ((format (AE_PRINTF, 3, 4)));

/* Raises unless min <= nrhs <= max. */
void ae_count_args (const ae_call *call, int min, int max);
/* A finite real double or single scalar in [lo, hi]. */
double ae_scalar_arg (const ae_call *call, int i, const char *name, double lo, double hi);
/* A char row vector shorter than size, copied to out. */
void ae_text_arg (const ae_call *call, int i, const char *name, char *out, size_t size);
/* A real dense double vector: the view belongs to Octave; *n is its length. */
const double *ae_doubles_arg (const ae_call *call, int i, const char *name, size_t *n);

/* A real, dense array of this precision. */
AE (view) AE (array_arg) (const ae_call *call, int i, const char *name);
/* The same, and its dimensions must be these (an entry of SIZE_MAX fits all). */
AE (view) AE (sized_arg) (const ae_call *call, int i, const char *name, size_t d0, size_t d1, size_t d2, size_t d3);
/* Result number i, of this precision, owned by Octave, zeroed; NULL when the
   caller did not ask for it (result 0 is always made). */
ae_real *AE (result) (ae_call *call, int i, size_t d0, size_t d1, size_t d2, size_t d3);
/* The same for result 0 or one that is asked for, not zeroed where Octave can. */
ae_real *AE (result_unset) (ae_call *call, int i, size_t rows, size_t columns);
/* Sets result i to a double scalar. */
void ae_scalar_result (ae_call *call, int i, double value);

#endif
