/* How convolutions fall apart into correlations over grids (base/grids.c).

   Along one axis every convolution here is a list of phases; each is a
   correlation with step `step` whose taps are sums of the kernel's.  Two
   dimensions are the products of two such lists. */
#ifndef AE_GRIDS_H
#define AE_GRIDS_H

#include "ae.h"

enum { AE_MAX_KERNEL = 64 };

typedef struct {
  int out_first, out_every, out_count; /* which output points the phase writes */
  int in_first, in_every, in_count;    /* which input points it reads */
  int step, first, taps;               /* input point of tap 0 = i * step + first */
  short map[AE_MAX_KERNEL];            /* tap that kernel element k is added to, -1: none */
} ae_phase;

typedef struct {
  int count, overlap;  /* overlap: the phases add up on the same outputs */
  ae_phase *phases;    /* owned; ae_axis_free */
} ae_axis;

/* y[i] = sum_k w[k] u[i * stride + k - pad], u = x, or x with every point
   repeated `factor` times (then stride is 1).  n points in, m out. */
ae_status ae_axis_forward (ae_axis *axis, int n, int m, int k, int stride, int pad, int factor, ae_error *err);
/* Its adjoint: from the m outputs back to the n inputs. */
ae_status ae_axis_adjoint (ae_axis *axis, int n, int m, int k, int stride, int pad, int factor, ae_error *err);
void ae_axis_free (ae_axis *axis);

#endif
