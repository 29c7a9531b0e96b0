/* Principal components of samples with missing values (NaN), by EM. */
#ifndef AE_PCA_EM_H
#define AE_PCA_EM_H

#include "samples.h"

/* A probabilistic PCA model, x = W z + mean + noise: W (d-by-k), mean (d), the
   noise's variance; the caller owns the arrays. */
typedef struct {
  size_t d, k;
  double *W, *mean, noise;
} ae_ppca;

typedef struct {
  size_t iterations;
  int converged;
  double loglik; /* of what is there, in the end */
} ae_em_report;

/* Improves the start in m until the log-likelihood grows by no more than
   `tolerance` a number that is there, or for at most `most` iterations.
   The same bits for any number of threads. */
ae_status AE (pca_em) (const AE (samples) *x, size_t n, size_t most, double tolerance, ae_ppca *m,
                       ae_em_report *report, ae_error *err);

/* Each missing value of x (d-by-n, scaled) becomes its expectation given the
   others of its sample. */
ae_status AE (pca_fill) (const ae_ppca *m, ae_real *x, size_t n, ae_error *err);

#endif
