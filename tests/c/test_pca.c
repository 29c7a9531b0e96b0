/* Principal components: a known answer, and every allocation failing in turn. */
#include "check.h"
#include "../../src/core/panels.h"
#include "../../src/core/pca.h"

#include <signal.h>

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

/* ---- large problems, by panels ---- */

enum { ROWS = 90, COLS = 75 };

static double
some (size_t i)
{
  return ae_uniform (ae_philox (3, 0, i), 0) - 0.5;
}

/* Of a symmetric matrix: A z = w z for the last 40 of them. */
static ae_status
symmetric (double *a, double *w, double *z, ae_error *err)
{
  for (size_t j = 0; j < COLS; j++)
    for (size_t i = j; i < COLS; i++)
      a[j * COLS + i] = a[i * COLS + j] = some (j * COLS + i);
  return AE (panels_eigen) (a, COLS, COLS - 39, COLS, w, z, err);
}

static ae_status
rectangular (ae_real *a, ae_real *s, ae_error *err)
{
  for (size_t i = 0; i < ROWS * COLS; i++)
    a[i] = (ae_real) some (i);
  return AE (panels_singular) (a, ROWS, COLS, s, err);
}

TEST (eigenvectors_by_panels)
{
  double a[COLS * COLS], w[COLS], z[COLS * 40], all[COLS];
  ae_error err;

  CHECK (symmetric (a, w, z, &err) == AE_OK);
  for (size_t k = 0; k < 40; k++)
    for (size_t i = 0; i < COLS; i++)
      {
        double sum = 0;

        for (size_t j = 0; j < COLS; j++)
          sum += some (i > j ? j * COLS + i : i * COLS + j) * z[k * COLS + j];
        CHECK_NEAR (sum, w[k] * z[k * COLS + i], 1e-12);
      }
  CHECK (symmetric (a, all, NULL, &err) == AE_OK);
  for (size_t k = 0; k < 40; k++)
    CHECK_NEAR (all[COLS - 40 + k], w[k], 1e-12);
}

/* The squares of the values are those of A' A; A' u = s v, |v| = 1. */
TEST (singular_vectors_by_panels)
{
  ae_real a[ROWS * COLS], s[COLS];
  ae_error err;

  CHECK (rectangular (a, s, &err) == AE_OK);
  for (size_t k = 0; k < COLS; k++)
    {
      double square = 0, length = 0;

      for (size_t j = 0; j < COLS; j++)
        {
          double sum = 0;

          for (size_t i = 0; i < ROWS; i++)
            sum += (double) (ae_real) some (j * ROWS + i) * (double) a[k * ROWS + i];
          square += sum * sum;
        }
      for (size_t i = 0; i < ROWS; i++)
        length += (double) a[k * ROWS + i] * (double) a[k * ROWS + i];
      CHECK_NEAR (length, 1, 10 * TOLERANCE);
      CHECK_NEAR (sqrt (square), (double) s[k], 100 * TOLERANCE);
      CHECK (k == 0 || s[k] <= s[k - 1]);
    }
}

TEST (panels_give_back_what_they_took)
{
  double a[COLS * COLS], w[COLS], z[COLS * 40];
  ae_real b[ROWS * COLS], s[COLS];
  ae_error err;
  long held = ae_blocks_held ();

  for (int k = 0; k < 2; k++)
    {
      ae_status status = AE_NOMEM;
      long tries = 0;

      for (; tries < 50 && status == AE_NOMEM; tries++)
        {
          ae_fail_allocation (tries);
          status = k ? rectangular (b, s, &err) : symmetric (a, w, z, &err);
          CHECK (ae_blocks_held () == held);
        }
      ae_fail_allocation (-1);
      CHECK (status == AE_OK && tries > 2);
    }
  ae_interrupt_hold ();
  raise (SIGINT);
  CHECK (symmetric (a, w, z, &err) != AE_OK && strcmp (err.what, "interrupt") == 0);
  CHECK (rectangular (b, s, &err) != AE_OK && strcmp (err.what, "interrupt") == 0);
  CHECK (ae_blocks_held () == held);
  ae_interrupt_release ();
}
