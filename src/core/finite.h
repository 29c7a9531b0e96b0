/* Looking for numbers that are none. */
#ifndef AE_FINITE_H
#define AE_FINITE_H

#include "ae.h"

/* The index of the first NaN or Inf of the n numbers x, or n. */
size_t AE (first_nonfinite) (const ae_real *x, size_t n);

#endif
