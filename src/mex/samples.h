/* Samples and scaling from Octave. */
#ifndef AE_MEX_SAMPLES_H
#define AE_MEX_SAMPLES_H

#include "../core/augment.h"
#include "../core/base/mapping.h"
#include "gateway.h"

/* Argument i as samples: real and full, single, double or uint8, with an empty
   scale; or a struct of ae_source, whose file is mapped and belongs to *file
   (AE_OWNED (ae_unmap_file)), with that struct's scale.  *d is the number of
   features, *n of samples. */
AE (samples) AE (samples_arg) (const ae_call *call, int i, const char *name, ae_mapping *file, size_t *d, size_t *n);
/* Raises an error when the file of argument i has been cut while it was read. */
void AE (samples_check) (const ae_call *call, int i, const ae_mapping *file);

/* A scale for d features from a d-by-2 double matrix (offset, factor) or a
   d-by-3 one (and centre); *scale stays as it is with NULL or an empty one. */
ae_status AE (scale_of) (const mxArray *matrix, size_t d, ae_scale *scale, ae_error *err);

/* How images of d numbers are moved, from [rotate scale shear shift share h w c];
   *a stays as it is with NULL or an empty one. */
ae_status AE (augment_of) (const mxArray *numbers, size_t d, ae_augment *a, ae_error *err);

#endif
