/* A training job from Octave: the options struct that ae_fit's private
   functions make. */
#ifndef AE_JOB_H
#define AE_JOB_H

#include "../core/train.h"
#include "samples.h"
#include "spec.h"

/* The files that inputs and targets come from; AE_OWNED (AE (job_files_close)). */
typedef struct { ae_mapping file[2]; } ae_job_files;
void AE (job_files_close) (ae_job_files *files);

/* Reads data (arguments x and x + 1; the second empty: targets are the
   inputs) and the struct at argument o into *job; p, s1, s2 stay unset.
   The caller owns net and files, whether it raises or not. */
void AE (job_arg) (const ae_call *call, int x, int o, AE (net) *net, ae_job_files *files, AE (job) *job);
/* Raises an error when a file of the data has been cut meanwhile. */
void AE (job_check) (const ae_call *call, int x, const ae_job_files *files);

#endif
