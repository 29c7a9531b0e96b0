/* int32 arrays, in which sample numbers (from 0) travel between gateways. */
#ifndef AE_INDICES_H
#define AE_INDICES_H

#include "gateway.h"

/* A real int32 array that belongs to Octave; *count is its number of elements.
   Raises unless every element is in [0, limit). */
const int32_t *AE (indices_arg) (const ae_call *call, int i, const char *name, size_t limit, size_t *count);
/* Result number i: a zeroed rows-by-cols int32 matrix, owned by Octave. */
int32_t *AE (indices_result) (ae_call *call, int i, size_t rows, size_t cols);

#endif
