/* The core's own matrix product against three loops, on every instruction set
   that this processor has. */
#include "../../src/core/blas.h"
#include "../../src/core/simd/simd.h"
#include "check.h"

enum { ROOM = 40000 };

static ae_real a[ROOM], b[ROOM], c[ROOM], start[ROOM];

static void
fill (ae_real *x, uint64_t stream)
{
  for (uint64_t i = 0; i < ROOM; i++)
    x[i] = (ae_real) (2 * ae_uniform (ae_philox (7, stream, i), 0) - 1);
}

typedef struct { char ta, tb; size_t m, n, k, lda, ldb, ldc; ae_real alpha, beta; } problem;

/* The largest error of the product, in units of what rounding may do. */
static double
error_of (const problem *p)
{
  double worst = 0, unit = (sizeof (ae_real) == 4 ? 6e-8 : 1.2e-16) * (4 + (double) p->k);

  AE (kernels_now) ()->product (p->ta, p->tb, p->m, p->n, p->k, p->alpha, a, p->lda, b, p->ldb, p->beta, c, p->ldc);
  for (size_t j = 0; j < p->n; j++)
    for (size_t i = 0; i < p->m; i++)
      {
        double sum = 0;

        for (size_t k = 0; k < p->k; k++)
          sum += (double) (p->ta == 'T' ? a[k + i * p->lda] : a[i + k * p->lda])
                 * (double) (p->tb == 'T' ? b[j + k * p->ldb] : b[k + j * p->ldb]);
        sum = (double) p->alpha * sum + (p->beta == 0 ? 0 : (double) p->beta * (double) start[i + j * p->ldc]);
        worst = fmax (worst, fabs (sum - (double) c[i + j * p->ldc]) / unit);
      }
  return worst;
}

/* Nothing but C may change. */
static size_t
touched_elsewhere (const problem *p)
{
  size_t count = 0;

  for (size_t i = 0; i < ROOM; i++)
    if (i % p->ldc >= p->m || i / p->ldc >= p->n)
      count += memcmp (&c[i], &start[i], sizeof *c) != 0;
  return count;
}

static void
check_sizes (size_t m, size_t n, size_t k)
{
  static const ae_real factors[][2] = { { 1, 0 }, { 1, 1 }, { -2, 0.5 } };

  for (int t = 0; t < 4; t++)
    for (int f = 0; f < 3; f++)
      {
        problem p = { t & 1 ? 'T' : 'N', t & 2 ? 'T' : 'N', m, n, k, (t & 1 ? k : m) + 3, (t & 2 ? n : k) + 1, m + 5,
                      factors[f][0], factors[f][1] };

        memcpy (c, start, sizeof c);
        CHECK (error_of (&p) < 4);
        CHECK (touched_elsewhere (&p) == 0);
      }
}

static void
check_all_sizes (void)
{
  static const size_t sizes[] = { 1, 2, 7, 16, 17, 33, 64, 65 };

  for (size_t i = 0; i < 8; i++)
    for (size_t j = 0; j < 8; j++)
      for (size_t k = 0; k < 8; k++)
        check_sizes (sizes[i], sizes[j], sizes[k]);
  check_sizes (5, 9, 700);   /* more than one stretch of the inner dimension */
  check_sizes (9, 1030, 20); /* more columns than stay in the cache */
}

/* Tests run in no particular order. */
static void
fill_all (void)
{
  fill (a, 1);
  fill (b, 2);
  fill (start, 3);
}

TEST (products_agree_with_three_loops_on_every_instruction_set)
{
  fill_all ();
  for (int isa = 0; isa < AE_ISA_COUNT; isa++)
    if (ae_isa_supported ((ae_isa) isa))
      {
        check_setenv ("AE_ISA", ae_isa_name ((ae_isa) isa));
        check_all_sizes ();
      }
  check_setenv ("AE_ISA", "");
}

/* The sum over shards against one product of the shards laid one on the other. */
static void
check_shards (size_t m, size_t n, size_t S, size_t count)
{
  problem p = { 'T', 'N', m, n, S * count, S * count, S * count, m + 2, 1, 1 };
  const ae_real *as[AE_PIECES], *bs[AE_PIECES];
  static ae_real parts[2][ROOM];
  double unit = (sizeof (ae_real) == 4 ? 6e-8 : 1.2e-16) * (4 + (double) p.k);

  for (size_t g = 0; g < count; g++)
    {
      as[g] = parts[0] + g * S * m;
      bs[g] = parts[1] + g * S * n;
      for (size_t j = 0; j < m + n; j++)
        for (size_t s = 0; s < S; s++)
          if (j < m)
            parts[0][(g * m + j) * S + s] = a[g * S + s + j * p.lda];
          else
            parts[1][(g * n + j - m) * S + s] = b[g * S + s + (j - m) * p.ldb];
    }
  for (int beta = 0; beta < 2; beta++)
    {
      static ae_real sum[ROOM];

      p.beta = (ae_real) beta;
      memcpy (c, start, sizeof c);
      AE (kernels_now) ()->product_of_shards (m, n, S, count, as, bs, p.beta, c, p.ldc);
      CHECK (touched_elsewhere (&p) == 0);
      memcpy (sum, c, sizeof c);
      memcpy (c, start, sizeof c);
      CHECK (error_of (&p) < 4);
      for (size_t i = 0; i < m + p.ldc * (n - 1); i++)
        CHECK (fabs ((double) sum[i] - (double) c[i]) < 8 * unit);
    }
}

TEST (sums_over_shards_agree_on_every_instruction_set)
{
  fill_all ();
  for (int isa = 0; isa < AE_ISA_COUNT; isa++)
    if (ae_isa_supported ((ae_isa) isa))
      {
        check_setenv ("AE_ISA", ae_isa_name ((ae_isa) isa));
        for (size_t count = 1; count <= AE_PIECES; count++)
          {
            check_shards (1, 1, 16, count);
            check_shards (37, 29, 64, count);
            check_shards (65, 13, 80, count); /* more than a stretch */
            check_shards (20, 20, 48, count);
          }
      }
  check_setenv ("AE_ISA", "");
}

TEST (an_inner_dimension_of_0_leaves_beta_c)
{
  fill_all ();
  memcpy (c, start, sizeof c);
  AE (kernels_now) ()->product ('N', 'N', 3, 2, 0, 1, a, 3, b, 1, (ae_real) 0.5, c, 3);
  for (size_t i = 0; i < 6; i++)
    CHECK (c[i] == (ae_real) 0.5 * start[i]);
}

TEST (beta_0_does_not_read_c_and_nan_passes_through)
{
  fill_all ();
  for (size_t i = 0; i < 100; i++)
    c[i] = (ae_real) NAN;
  AE (kernels_now) ()->product ('N', 'N', 10, 10, 4, 1, a, 10, b, 4, 0, c, 10);
  for (size_t i = 0; i < 100; i++)
    CHECK (isfinite (c[i]));
  a[3] = (ae_real) NAN;
  AE (kernels_now) ()->product ('N', 'N', 10, 10, 4, 1, a, 10, b, 4, 0, c, 10);
  for (size_t i = 0; i < 100; i++)
    CHECK ((isnan (c[i]) != 0) == (i % 10 == 3));
}
