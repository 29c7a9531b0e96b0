/* Samples on their way in and out: every type, scaled or not, with what is
   missing; EM for components and new points on a map: every allocation failing
   in turn, the same bits for any order of threads. */
#include "check.h"
#include "../../src/core/embed.h"
#include "../../src/core/pca_em.h"
#include "../../src/core/samples.h"

#ifdef AE_DOUBLE
#define TOLERANCE 1e-14
#else
#define TOLERANCE 1e-6
#endif

enum { D = 19, N = 37, S = 48 };

static const double offset[D] = { 3, -1 }, centre[D] = { 5, 4 };
static double factor[D];

/* Number f of sample i, a whole one from 0 to 255. */
static double
number (size_t f, size_t i)
{
  return (double) ((7 * f + 13 * i + f * i) % 251);
}

/* The same samples in every type; the caller frees data. */
static AE (samples)
make (int type, int missing)
{
  static const size_t sizes[] = { sizeof (ae_real), sizeof (float), sizeof (double), 1 };
  void *data = ae_malloc (D * N, sizes[type]);

  for (size_t k = 0; k < D * N; k++)
    {
      double v = missing && type != AE_BYTES && k % 11 == 3 ? NAN : number (k % D, k / D);

      if (type == AE_REALS)
        ((ae_real *) data)[k] = (ae_real) v;
      else if (type == AE_FLOATS)
        ((float *) data)[k] = (float) v;
      else if (type == AE_DOUBLES)
        ((double *) data)[k] = v;
      else
        ((uint8_t *) data)[k] = (uint8_t) v;
    }
  for (size_t f = 0; f < D; f++)
    factor[f] = 1 + (double) f;
  return (AE (samples)){ .data = data, .type = type };
}

TEST (gather_takes_every_type_scaled_or_not)
{
  uint32_t order[N];
  ae_real x[D * S], row[D], back[D * N];

  for (uint32_t i = 0; i < N; i++)
    order[i] = (uint32_t) (N - 1 - i);
  for (int type = AE_REALS; type <= AE_BYTES; type++)
    for (int how = 0; how < 2; how++)
      {
        AE (samples) s = make (type, 0);

        if (how)
          s.scale = (ae_scale){ offset, factor, NULL };
        AE (gather_samples) (&s, D, order, 2, 33, S, x);
        for (size_t f = 0; f < D; f++)
          for (size_t i = 0; i < S; i++)
            {
              double v = i < 33 ? number (f, order[i + 2]) : 0;

              v = how && i < 33 ? (v - offset[f]) / factor[f] : v;
              CHECK_NEAR ((double) x[f * S + i], v, 255 * TOLERANCE);
            }
        AE (samples_row) (&s, D, 5, 3, D, row);
        CHECK_NEAR ((double) row[1], how ? (number (4, 5) - offset[4]) / factor[4] : number (4, 5), 255 * TOLERANCE);
        AE (gather_samples) (&s, D, NULL, 0, N, S, x);
        AE (scatter) (x, D, 0, N, S, how ? &s.scale : NULL, back);
        for (size_t k = 0; k < D * N; k++)
          CHECK_NEAR ((double) back[k], number (k % D, k / D), 255 * TOLERANCE);
        CHECK (AE (count_present) (&s, D, order, 2, 33) == 33 * D);
        ae_free ((void *) s.data);
      }
}

TEST (what_is_missing_enters_as_its_centre_or_stays)
{
  ae_real x[D * S];

  for (int type = AE_REALS; type < AE_BYTES; type++)
    {
      AE (samples) s = make (type, 1);
      size_t there = 0;

      s.scale = (ae_scale){ offset, factor, centre };
      AE (gather_samples) (&s, D, NULL, 0, N, S, x);
      for (size_t k = 0; k < D * N; k++)
        if (k % 11 == 3)
          CHECK_NEAR ((double) x[k % D * S + k / D], (centre[k % D] - offset[k % D]) / factor[k % D], 10 * TOLERANCE);
      s.scale.centre = NULL;
      AE (gather_samples) (&s, D, NULL, 0, N, S, x);
      for (size_t k = 0; k < D * N; k++)
        {
          CHECK ((isnan (x[k % D * S + k / D]) != 0) == (k % 11 == 3));
          there += k % 11 != 3;
        }
      CHECK (AE (count_present) (&s, D, NULL, 0, N) == there);
      ae_free ((void *) s.data);
    }
}

/* EM from a plain start; what comes out in W. */
static ae_status
run_em (size_t most, double *W, ae_em_report *report, ae_error *err)
{
  double mean[D] = { 0 };
  AE (samples) s = make (AE_DOUBLES, 1);
  ae_ppca m = { D, 2, W, mean, 100 };
  ae_status status;

  for (size_t k = 0; k < 2 * D; k++)
    W[k] = sin ((double) k);
  status = AE (pca_em) (&s, N, most, 0, &m, report, err);
  ae_free ((void *) s.data);
  return status;
}

TEST (em_makes_the_likelihood_larger_at_every_step)
{
  double W[2 * D], before = -INFINITY;
  ae_em_report report;
  ae_error err;

  for (size_t most = 1; most < 12; most++)
    {
      CHECK (run_em (most, W, &report, &err) == AE_OK);
      CHECK (report.iterations == most && report.loglik > before);
      before = report.loglik;
    }
}

TEST (em_gives_back_its_memory_when_there_is_none)
{
  double W[2 * D];
  ae_em_report report;
  ae_error err;
  ae_status status = AE_NOMEM;

  for (long k = 1; status == AE_NOMEM && k < 50; k++) /* the first block is the data's */
    {
      ae_fail_allocation (k);
      status = run_em (2, W, &report, &err);
      ae_fail_allocation (-1);
      CHECK (status == AE_OK || status == AE_NOMEM);
      CHECK (ae_blocks_held () == 0);
    }
  CHECK (status == AE_OK);
}

TEST (fill_leaves_what_is_there)
{
  double W[4] = { 1, 2, 0.5, -1 }, mean[4] = { 1, 1, 1, 1 };
  ae_ppca m = { 4, 1, W, mean, 0.1 };
  ae_real x[8] = { 2, NAN, 1.5, 0, 3, 5, 2, (ae_real) NAN };
  ae_error err;

  CHECK (AE (pca_fill) (&m, x, 2, &err) == AE_OK);
  CHECK (x[0] == 2 && (double) x[2] == 1.5 && x[3] == 0 && x[4] == 3 && x[6] == 2);
  CHECK_NEAR ((double) x[1], 1 + 2 * (1 + 0.25 + 1) / (1 + 0.25 + 1 + 0.1), 10 * TOLERANCE); /* z = W'e / (W'W + noise) */
  ae_fail_allocation (0);
  CHECK (AE (pca_fill) (&m, x, 2, &err) == AE_NOMEM);
}

TEST (a_new_point_lands_at_its_only_neighbour)
{
  ae_real map[8] = { 0, 0, 10, 0, 0, 10, 10, 10 }, p[2] = { 1, 1 }, y[4];
  int32_t index[2] = { 3, 0 };

  AE (tsne_place) (map, 2, 4, index, p, 1, 2, 1, y);
  CHECK_NEAR ((double) y[0], 10, 0.2);
  CHECK_NEAR ((double) y[1], 10, 0.2);
  CHECK_NEAR ((double) y[2], 0, 0.2);
  CHECK (y[0] > 10 && y[2] < 0); /* the others push it outwards */
}
