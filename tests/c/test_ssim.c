/* Structural similarity against loops on every instruction set, and without
   memory. */
#include "check.h"
#include "../../src/core/ssim.h"

enum { H = 13, W = 5, C = 2, N = 19, D = H * W * C };

static ae_real x[D * N], y[D * N];

static void
fill (void)
{
  for (size_t i = 0; i < D * N; i++)
    {
      x[i] = (ae_real) ae_uniform (ae_philox (1, 0, i), 0);
      y[i] = (ae_real) 0.5 * x[i] + (ae_real) 0.5 * (ae_real) ae_uniform (ae_philox (1, 0, i), 1);
    }
}

/* The measure of one window, whose corner is at a and b, from its definition. */
static double
of_window (const ae_real *a, const ae_real *b, size_t nh, size_t nw)
{
  double weights = 0, ma = 0, mb = 0, vaa = 0, vbb = 0, vab = 0;

  for (int pass = 0; pass < 3; pass++)
    for (size_t j = 0; j < nw; j++)
      for (size_t i = 0; i < nh; i++)
        {
          double u = (double) i - (double) (nh - 1) / 2, v = (double) j - (double) (nw - 1) / 2;
          double g = exp (-(u * u + v * v) / 4.5), p = a[j * H + i], q = b[j * H + i];

          if (pass == 0)
            weights += g;
          else if (pass == 1)
            ma += g / weights * p, mb += g / weights * q;
          else
            {
              vaa += g / weights * (p - ma) * (p - ma);
              vbb += g / weights * (q - mb) * (q - mb);
              vab += g / weights * (p - ma) * (q - mb);
            }
        }
  return (2 * ma * mb + 1e-4) * (2 * vab + 9e-4) / ((ma * ma + mb * mb + 1e-4) * (vaa + vbb + 9e-4));
}

static double
by_loops (size_t image)
{
  double sum = 0;

  for (size_t c = 0; c < C; c++)
    for (size_t i = 0; i + 11 <= H; i++)
      sum += of_window (x + (image * C + c) * H * W + i, y + (image * C + c) * H * W + i, 11, 5);
  return sum / (C * (H - 10));
}

TEST (agrees_with_loops_on_every_instruction_set)
{
  double s[N];
  ae_error err;

  fill ();
  for (int isa = 0; isa < AE_ISA_COUNT; isa++)
    if (ae_isa_supported ((ae_isa) isa))
      {
        check_setenv ("AE_ISA", ae_isa_name ((ae_isa) isa));
        CHECK (AE (ssim) (x, y, (size_t[]){ H, W, C, N }, 1e-4, 9e-4, s, &err) == AE_OK);
        for (size_t i = 0; i < N; i++)
          CHECK_NEAR (s[i], by_loops (i), sizeof (ae_real) == 4 ? 1e-5 : 1e-13);
      }
  check_setenv ("AE_ISA", "");
}

TEST (squares_that_overflow_give_no_number)
{
  double s[N];
  ae_error err;

  fill ();
  x[5] = sizeof (ae_real) == 4 ? (ae_real) 1e30 : (ae_real) 1e200;
  CHECK (AE (ssim) (x, y, (size_t[]){ H, W, C, N }, 1e-4, 9e-4, s, &err) == AE_OK);
  CHECK (isnan (s[0]) && isfinite (s[1]));
}

TEST (no_memory)
{
  double s[N];
  ae_error err;

  ae_fail_allocation (0);
  CHECK (AE (ssim) (x, y, (size_t[]){ H, W, C, N }, 1e-4, 9e-4, s, &err) == AE_NOMEM);
  ae_fail_allocation (-1);
  CHECK (ae_blocks_held () == 0);
}
