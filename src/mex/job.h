/* A training job from Octave: the options struct that ae_fit's private
   functions make. */
#ifndef AE_JOB_H
#define AE_JOB_H

#include "../core/train.h"
#include "spec.h"

/* Reads data (arguments x and x + 1; the second empty: targets are the
   inputs) and the struct at argument o into *job; p, s1, s2 stay unset.
   The caller owns net, whether it raises or not. */
void AE (job_arg) (const ae_call *call, int x, int o, AE (net) *net, AE (job) *job);

#endif
