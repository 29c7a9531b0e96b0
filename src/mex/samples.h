/* Samples and scaling from Octave. */
#ifndef AE_MEX_SAMPLES_H
#define AE_MEX_SAMPLES_H

#include "../core/samples.h"
#include "gateway.h"

/* Argument i as samples: real and full, single, double or uint8.  *d and *n
   are its rows and columns.  The scale is empty. */
AE (samples) AE (samples_arg) (const ae_call *call, int i, const char *name, size_t *d, size_t *n);

/* A scale for d features from a d-by-2 double matrix (offset, factor) or a
   d-by-3 one (and centre); nothing from NULL or an empty one. */
ae_status AE (scale_of) (const mxArray *matrix, size_t d, ae_scale *scale, ae_error *err);

#endif
