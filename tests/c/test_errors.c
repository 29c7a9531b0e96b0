/* Sums of squared errors against loops, and without memory. */
#include "check.h"
#include "../../src/core/errors.h"

enum { D = 37, N = 21 };

static ae_real y[D * N], t[D * N];
static double mean[D];

static void
fill (void)
{
  for (size_t i = 0; i < D * N; i++)
    {
      y[i] = (ae_real) (ae_philox (1, 0, i).v[0] % 17);
      t[i] = (ae_real) (ae_philox (2, 0, i).v[0] % 17);
    }
  for (size_t i = 0; i < D; i++)
    mean[i] = (double) i / 4;
}

TEST (sums_are_those_of_loops)
{
  double sse = 0, sst = 0;
  ae_errors sums;
  ae_error err;

  fill ();
  for (size_t i = 0; i < D * N; i++)
    {
      double e = (double) y[i] - t[i], m = t[i] - mean[i % D];

      sse += e * e, sst += m * m;
    }
  CHECK (AE (errors) (y, t, mean, D, N, &sums, &err) == AE_OK);
  CHECK (sums.sse == sse && sums.sst == sst); /* all exact in double */
}

TEST (no_memory)
{
  ae_errors sums;
  ae_error err;
  long held = ae_blocks_held ();

  ae_fail_allocation (0);
  CHECK (AE (errors) (y, t, mean, D, N, &sums, &err) == AE_NOMEM);
  ae_fail_allocation (-1);
  CHECK (ae_blocks_held () == held);
}
