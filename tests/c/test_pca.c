/* Principal components: a known answer, and every allocation failing in turn. */
#include "check.h"
#include "../../src/core/pca.h"

#ifdef AE_DOUBLE
#define TOLERANCE 1e-13
#else
#define TOLERANCE 1e-5
#endif

enum { D = 3, N = 8 };

/* Along (1, 2, 2) / 3 with a spread of 3 a step, and nothing across. */
static void
line (ae_real *x, size_t n)
{
  for (size_t i = 0; i < n; i++)
    {
      x[D * i] = (ae_real) i + 1;
      x[D * i + 1] = 2 * (ae_real) i;
      x[D * i + 2] = 2 * (ae_real) i - 1;
    }
}

static ae_status
run (size_t n, double share, size_t *k, ae_real *v, double *total, ae_error *err)
{
  ae_real x[D * N], mean[D], variances[D];

  line (x, n);
  AE (samples) samples = { .data = x };

  return AE (pca) (&samples, D, n, share, k, mean, v, variances, total, err);
}

static void
check_line (size_t n, double share)
{
  ae_real v[D * D] = { 0 };
  ae_error err;
  double total = 0, sum = 0;
  size_t k = 1;

  CHECK (run (n, share, &k, v, &total, &err) == AE_OK);
  CHECK (k == 1);
  CHECK_NEAR (v[0], 1 / 3.0, TOLERANCE);
  CHECK_NEAR (v[1], 2 / 3.0, TOLERANCE);
  CHECK_NEAR (v[2], 2 / 3.0, TOLERANCE);
  for (size_t i = 0; i < n; i++)
    sum += 9 * (i - (n - 1) / 2.0) * (i - (n - 1) / 2.0);
  CHECK_NEAR (total, sum / (n - 1.0), 100 * TOLERANCE);
}

TEST (a_line_has_one_component)
{
  check_line (N, 0);
  check_line (2, 0);
  check_line (N, 0.99);
  check_line (2, 0.99);
}

TEST (constant_samples_are_refused)
{
  ae_real x[4] = { 1, 1, 1, 1 }, mean[2], v[4], variances[2];
  double total;
  ae_error err;
  size_t k = 1;

  CHECK (AE (pca) (&(AE (samples)){ .data = x }, 2, 2, 0, &k, mean, v, variances, &total, &err) == AE_VALUE);
  CHECK (strcmp (err.what, "constant") == 0);
}

/* The k-th allocation fails for every k: an error, nothing held, and the next
   call is right. */
TEST (out_of_memory)
{
  size_t shapes[2] = { 2, N };
  double shares[2] = { 0, 0.9 };

  for (int i = 0; i < 4; i++)
    {
      ae_real v[D * D];
      ae_error err;
      double total;
      long held = ae_blocks_held (), tries = 0;
      size_t k = 1;
      ae_status status = AE_NOMEM;

      for (; tries < 50 && status == AE_NOMEM; tries++)
        {
          ae_fail_allocation (tries);
          status = run (shapes[i % 2], shares[i / 2], &k, v, &total, &err);
          CHECK (ae_blocks_held () == held);
        }
      ae_fail_allocation (-1);
      CHECK (status == AE_OK);
      CHECK (tries > 4);
      check_line (shapes[i % 2], shares[i / 2]);
    }
}
