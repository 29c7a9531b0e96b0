/* Optimizers: settings, and the factors that depend on the step number. */
#ifndef AE_OPTIMIZER_H
#define AE_OPTIMIZER_H

#include "simd/simd.h"

typedef struct {
  double rate, decay, momentum, beta1, beta2, epsilon;
} ae_settings;

/* The usual settings of an optimizer at rate 0.001: Keras' and the papers'. */
ae_settings AE (settings_for) (const AE (step_row) *row);
/* Factors for step t = 1, 2, ... */
AE (step_factors) AE (factors_at) (const AE (step_row) *row, const ae_settings *settings, double t);

#endif
