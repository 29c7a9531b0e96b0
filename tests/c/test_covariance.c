/* The covariance against loops in double, over whole and broken panels, tiles,
   strips and blocks; the search for numbers that are none. */
#include "check.h"
#include "../../src/core/covariance.h"
#include "../../src/core/finite.h"

#include <math.h>
#include <stdlib.h>

#ifdef AE_DOUBLE
#define ROUNDING 1e-13
#else
#define ROUNDING 2e-6
#endif

/* Samples whose mean drifts: sample s is in about [s / 50, s / 50 + 1). */
static ae_real *
drifting (size_t d, size_t n)
{
  ae_real *x = ae_malloc (d * n, sizeof *x);

  for (size_t i = 0; x && i < d * n; i++)
    x[i] = (ae_real) (ae_uniform (ae_philox (7, 1, i), 0) + (double) (i / d) / 50);
  return x;
}

static void
check_shape (size_t d, size_t n)
{
  ae_real *x = drifting (d, n), *mean = ae_malloc (d, sizeof *mean);
  double *scatter = ae_calloc (d * d, sizeof *scatter), *exact = ae_calloc (d, sizeof *exact), worst = 0, size = 0;
  ae_error err;

  CHECK (AE (covariance) (&(AE (samples)){ .data = x }, d, n, mean, scatter, &err) == AE_OK);
  for (size_t i = 0; i < d; i++)
    {
      for (size_t s = 0; s < n; s++)
        exact[i] += (double) x[s * d + i] / (double) n;
      CHECK_NEAR (mean[i], exact[i], ROUNDING * fabs (exact[i]));
    }
  for (size_t c = 0; c < d; c++)
    for (size_t r = c; r < d; r++)
      {
        double sum = 0, off;
        for (size_t s = 0; s < n; s++)
          sum += ((double) x[s * d + c] - exact[c]) * ((double) x[s * d + r] - exact[r]);
        off = fabs (sum - scatter[c * d + r]);
        worst = off > worst ? off : worst;
        size = fabs (sum) > size ? fabs (sum) : size;
      }
  CHECK (worst <= ROUNDING * size);
  ae_free (x);
  ae_free (mean);
  ae_free (scatter);
  ae_free (exact);
}

TEST (covariance_is_that_of_loops)
{
  static const size_t d[] = { 1, 2, 7, 8, 15, 16, 17, 33, 48, 129, 150 }, n[] = { 1, 2, 127, 129, 1025, 2300 };

  for (int isa = 0; isa < AE_ISA_COUNT; isa++)
    {
      check_setenv ("AE_ISA", ae_isa_name ((ae_isa) isa));
      for (size_t i = 0; i < sizeof d / sizeof *d; i++)
        check_shape (d[i], n[i % 6]);
      check_shape (140, 2300);
    }
  check_setenv ("AE_ISA", "");
}

TEST (covariance_without_memory)
{
  ae_real *x = drifting (5, 9), mean[5];
  double scatter[25] = { 0 };
  ae_error err;
  long held = ae_blocks_held ();
  ae_status status = AE_NOMEM;

  for (long k = 0; k < 9 && status == AE_NOMEM; k++)
    {
      ae_fail_allocation (k);
      status = AE (covariance) (&(AE (samples)){ .data = x }, 5, 9, mean, scatter, &err);
      CHECK (ae_blocks_held () == held);
    }
  ae_fail_allocation (-1);
  CHECK (status == AE_OK);
  ae_free (x);
}

TEST (the_first_number_that_is_none)
{
  size_t n = 200003, places[] = { 0, 1, 63, 64, 65535, 65536, 131072, 200002 };
  ae_real *x = ae_malloc (n, sizeof *x), huge = (ae_real) 3e38;

  for (size_t i = 0; i < n; i++)
    x[i] = i % 2 ? huge : -(ae_real) i;
  CHECK (AE (first_nonfinite) (x, n) == n);
  x[n - 1] = (ae_real) INFINITY;
  for (size_t k = sizeof places / sizeof *places; k-- > 0;)
    {
      x[places[k]] = k % 2 ? (ae_real) NAN : -(ae_real) INFINITY;
      CHECK (AE (first_nonfinite) (x, n) == places[k]);
      CHECK (AE (first_nonfinite) (x, places[k]) == places[k]);
      CHECK (AE (first_nonfinite) (x + places[k], n - places[k]) == 0);
    }
  ae_free (x);
}
