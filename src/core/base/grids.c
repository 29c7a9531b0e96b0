/* Phases of a convolution along one axis. */
#include "../grids.h"

#include <string.h>

static int
floor_div (int a, int b)
{
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static ae_status
make_axis (ae_axis *axis, int count, int overlap, ae_error *err)
{
  axis->phases = ae_calloc ((size_t) count, sizeof *axis->phases);
  axis->count = axis->phases ? count : 0;
  axis->overlap = overlap;
  if (! axis->phases)
    return ae_fail_memory (err, (size_t) count * sizeof *axis->phases);
  for (int p = 0; p < count; p++)
    memset (axis->phases[p].map, -1, sizeof axis->phases[p].map);
  return AE_OK;
}

void
ae_axis_free (ae_axis *axis)
{
  ae_free (axis->phases);
  axis->phases = NULL;
  axis->count = 0;
}

/* Points of 0 .. m-1 that are a modulo every. */
static int
points (int m, int a, int every)
{
  return m > a ? (m - a + every - 1) / every : 0;
}

/* Output f q + a of a convolution of a signal repeated f times reads the
   repeated points f q + a + k - pad, that is the original points
   q + floor ((a + k - pad) / f): neighbouring taps fall together. */
static void
repeated_phase (ae_phase *p, int a, int n, int m, int k, int pad, int f)
{
  p->out_first = a, p->out_every = f, p->out_count = points (m, a, f);
  p->in_first = 0, p->in_every = 1, p->in_count = n;
  p->step = 1;
  p->first = floor_div (a - pad, f);
  p->taps = floor_div (a + k - 1 - pad, f) - p->first + 1;
  for (int j = 0; j < k; j++)
    p->map[j] = (short) (floor_div (a + j - pad, f) - p->first);
}

ae_status
ae_axis_forward (ae_axis *axis, int n, int m, int k, int stride, int pad, int factor, ae_error *err)
{
  ae_status status = make_axis (axis, factor, 0, err);

  for (int a = 0; status == AE_OK && a < factor; a++)
    repeated_phase (&axis->phases[a], a, n, m, k, pad, factor);
  if (status == AE_OK && factor == 1)
    axis->phases[0].step = stride;
  return status;
}

/* The adjoint of one phase with step 1: turn it round. */
static void
turn (ae_phase *p, int k)
{
  ae_phase q = *p;

  p->out_first = q.in_first, p->out_every = q.in_every, p->out_count = q.in_count;
  p->in_first = q.out_first, p->in_every = q.out_every, p->in_count = q.out_count;
  p->first = -(q.first + q.taps - 1);
  for (int j = 0; j < k; j++)
    p->map[j] = (short) (q.taps - 1 - q.map[j]);
}

/* Input point s q + a gets y[i] w[j] wherever s i + j - pad = s q + a: the
   kernel elements j = j0, j0 + s, ... with j0 = (a + pad) mod s. */
static void
strided_phase (ae_phase *p, int a, int n, int m, int k, int s, int pad)
{
  int j0 = (a + pad) % s, taps = k > j0 ? (k - j0 + s - 1) / s : 0;

  p->out_first = a, p->out_every = s, p->out_count = points (n, a, s);
  p->in_first = 0, p->in_every = 1, p->in_count = m;
  p->step = 1;
  p->taps = taps;
  p->first = (a + pad - j0) / s - (taps - 1);
  for (int t = 0; t < taps; t++)
    p->map[j0 + s * t] = (short) (taps - 1 - t);
}

ae_status
ae_axis_adjoint (ae_axis *axis, int n, int m, int k, int stride, int pad, int factor, ae_error *err)
{
  int count = factor > 1 ? factor : stride;
  ae_status status = make_axis (axis, count, factor > 1, err);

  for (int a = 0; status == AE_OK && a < count; a++)
    if (factor > 1)
      {
        repeated_phase (&axis->phases[a], a, n, m, k, pad, factor);
        turn (&axis->phases[a], k);
      }
    else
      strided_phase (&axis->phases[a], a, n, m, k, stride, pad);
  return status;
}
