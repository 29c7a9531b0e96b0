/* Axes and correlations against loops, for every instruction set. */
#include "check.h"

#include "../../src/core/correlations.h"

/* Whole numbers from -4 to 4: sums of their products are exact. */
static void
fill (ae_real *v, size_t n, uint64_t seed)
{
  for (size_t i = 0; i < n; i++)
    v[i] = (ae_real) (ae_philox (seed, 0, i).v[0] % 9) - 4;
}

/* ---- axes ---- */

enum { LONGEST = 200 };

/* to = what the phases make of from. */
static void
apply (const ae_axis *axis, const double *w, int k, const double *from, double *to)
{
  for (int p = 0; p < axis->count; p++)
    for (int i = 0; i < axis->phases[p].out_count; i++)
      {
        const ae_phase *f = &axis->phases[p];
        double sum = 0;

        for (int j = 0; j < k; j++)
          {
            int at = i * f->step + f->first + f->map[j];

            CHECK (f->map[j] < f->taps);
            if (f->map[j] >= 0 && at >= 0 && at < f->in_count)
              sum += w[j] * from[f->in_first + at * f->in_every];
          }
        to[f->out_first + i * f->out_every] += sum;
      }
}

/* Both directions of y[i] = sum of w[j] x[(i stride + j - pad) / factor]. */
static void
check_axis (int n, int k, int stride, int padding, int factor)
{
  double w[AE_MAX_KERNEL], x[LONGEST], dy[LONGEST], y[LONGEST] = { 0 }, dx[LONGEST] = { 0 };
  double wanted[LONGEST] = { 0 }, back[LONGEST] = { 0 };
  int pad, m = ae_window_length (n * factor, k, stride, padding, &pad);
  ae_axis forward, adjoint;
  ae_error err;

  if (m < 1)
    return;
  for (int i = 0; i < k; i++)
    w[i] = i * i % 7 - 3;
  for (int i = 0; i < LONGEST; i++)
    x[i] = i * 5 % 11 - 5, dy[i] = i * 3 % 7 - 3;
  for (int i = 0; i < m; i++)
    for (int j = 0; j < k; j++)
      {
        int at = i * stride + j - pad;

        if (at < 0 || at >= n * factor)
          continue;
        wanted[i] += w[j] * x[at / factor];
        back[at / factor] += w[j] * dy[i];
      }
  CHECK (ae_axis_forward (&forward, n, m, k, stride, pad, factor, &err) == AE_OK);
  CHECK (ae_axis_adjoint (&adjoint, n, m, k, stride, pad, factor, &err) == AE_OK);
  apply (&forward, w, k, x, y);
  apply (&adjoint, w, k, dy, dx);
  CHECK (memcmp (y, wanted, (size_t) m * sizeof *y) == 0);
  CHECK (memcmp (dx, back, (size_t) n * sizeof *dx) == 0);
  ae_axis_free (&forward);
  ae_axis_free (&adjoint);
}

TEST (axes_are_the_convolution_and_its_adjoint)
{
  static const int lengths[] = { 1, 2, 3, 4, 7, 13, 28 }, kernels[] = { 1, 2, 3, 4, 5, 8, 15 };

  for (size_t a = 0; a < 7; a++)
    for (size_t b = 0; b < 7; b++)
      for (int padding = AE_VALID; padding <= AE_SAME; padding++)
        for (int s = 1; s <= 5; s++)
          {
            check_axis (lengths[a], kernels[b], s, padding, 1);
            check_axis (lengths[a], kernels[b], 1, padding, s);
          }
}

/* ---- correlations ---- */

typedef struct {
  int n[2], c[2], k[2], stride[2], padding, factor[2];
} shape_case;

static size_t
place (ae_shape s, int i, int j, int c, size_t S)
{
  return S * ((size_t) i + (size_t) s.h * ((size_t) j + (size_t) s.w * (size_t) c));
}

/* For every product w[a,b,i,o] x[..] of the convolution: y, and the gradients
   dx and dW of sum (y dy), with loops. */
typedef struct { ae_real *x, *W, *dy, *y, *dx, *dW; } arrays;

static void
loops (const shape_case *t, ae_shape in, ae_shape out, const int pad[2], size_t S, const arrays *v)
{
  for (int o = 0; o < out.c; o++)
    for (int c = 0; c < in.c; c++)
      for (int b = 0; b < t->k[1]; b++)
        for (int a = 0; a < t->k[0]; a++)
          for (int j = 0; j < out.w; j++)
            for (int i = 0; i < out.h; i++)
              {
                int r = i * t->stride[0] + a - pad[0], q = j * t->stride[1] + b - pad[1];
                size_t w = (size_t) (a + t->k[0] * (b + t->k[1] * (c + in.c * o))), y, x;

                if (r < 0 || q < 0 || r >= in.h * t->factor[0] || q >= in.w * t->factor[1])
                  continue;
                y = place (out, i, j, o, S);
                x = place (in, r / t->factor[0], q / t->factor[1], c, S);
                for (size_t s = 0; s < S; s++)
                  {
                    v->y[y + s] += v->W[w] * v->x[x + s];
                    v->dx[x + s] += v->W[w] * v->dy[y + s];
                    v->dW[w] += v->x[x + s] * v->dy[y + s];
                  }
              }
}

static void
check_weights (const AE (correlations) *c, const arrays *v, size_t S, const ae_real *wanted, size_t n)
{
  const AE (kernels) *simd = AE (kernels_now) ();
  ae_real *scratch = ae_calloc (AE (correlations_scratch) (c, simd) + 1, sizeof *scratch);
  ae_real *dW = ae_calloc (n, sizeof *dW);
  ptrdiff_t channel = (ptrdiff_t) S * c->out.h * c->out.w;

  for (int o = 0; o < c->out.c; o += simd->conv->block)
    {
      int no = c->out.c - o < simd->conv->block ? c->out.c - o : simd->conv->block;

      AE (correlations_weights) (c, simd, v->x, v->dy + o * channel, o, no, S, scratch, dW);
    }
  CHECK (memcmp (dW, wanted, n * sizeof *dW) == 0);
  ae_free (scratch);
  ae_free (dW);
}

static void
check_correlations (const shape_case *t, size_t S)
{
  const AE (kernels) *simd = AE (kernels_now) ();
  ae_shape in = { t->n[0], t->n[1], t->c[0], 0 }, out = { 0, 0, t->c[1], 0 };
  int pad[2];
  AE (correlations) forward, adjoint;
  ae_real *zeros, *packed, *got;
  size_t nx, ny, nW = (size_t) (t->k[0] * t->k[1] * t->c[0] * t->c[1]);
  arrays v;
  ae_error err;

  out.h = ae_window_length (in.h * t->factor[0], t->k[0], t->stride[0], t->padding, &pad[0]);
  out.w = ae_window_length (in.w * t->factor[1], t->k[1], t->stride[1], t->padding, &pad[1]);
  if (out.h < 1 || out.w < 1)
    return;
  nx = ae_size (in) * S, ny = ae_size (out) * S;
  CHECK (AE (correlations_make) (&forward, AE_FORWARD, in, out, t->k, t->stride, pad, t->factor, &err) == AE_OK);
  CHECK (AE (correlations_make) (&adjoint, AE_ADJOINT, in, out, t->k, t->stride, pad, t->factor, &err) == AE_OK);
  v = (arrays){ ae_calloc (nx, sizeof (ae_real)), ae_calloc (nW, sizeof (ae_real)), ae_calloc (ny, sizeof (ae_real)),
                ae_calloc (ny, sizeof (ae_real)), ae_calloc (nx, sizeof (ae_real)), ae_calloc (nW, sizeof (ae_real)) };
  packed = ae_calloc (forward.packed + adjoint.packed + 1, sizeof *packed);
  got = ae_malloc (nx + ny, sizeof *got);
  zeros = ae_calloc ((size_t) t->c[1] + AE_LANES, sizeof *zeros);
  fill (v.x, nx, 1);
  fill (v.W, nW, 2);
  fill (v.dy, ny, 3);
  loops (t, in, out, pad, S, &v);
  AE (correlations_pack) (&forward, v.W, packed);
  AE (correlations_all) (&forward, simd, v.x, packed, zeros, 0, got, S);
  CHECK (memcmp (got, v.y, ny * sizeof *got) == 0);
  AE (correlations_pack) (&adjoint, v.W, packed);
  AE (correlations_all) (&adjoint, simd, v.dy, packed, NULL, 0, got, S);
  CHECK (memcmp (got, v.dx, nx * sizeof *got) == 0);
  check_weights (&forward, &v, S, v.dW, nW);
  AE (correlations_free) (&forward);
  AE (correlations_free) (&adjoint);
  ae_free (v.x), ae_free (v.W), ae_free (v.dy), ae_free (v.y), ae_free (v.dx), ae_free (v.dW);
  ae_free (packed), ae_free (got), ae_free (zeros);
}

/* Cases drawn by number; whole numbers, so that equality is exact. */
static void
check_many (int count)
{
  static const int sizes[] = { 1, 2, 3, 5, 7, 13 }, channels[] = { 1, 2, 3, 4, 5, 7, 8, 9, 17 }, kernels[] = { 1, 2, 3, 4, 5, 7 };

  for (int i = 0; i < count; i++)
    {
      ae_block a = ae_philox (9, 0, (uint64_t) i), b = ae_philox (9, 1, (uint64_t) i), c = ae_philox (9, 2, (uint64_t) i);
      shape_case t = { { sizes[a.v[0] % 6], sizes[a.v[1] % 6] }, { channels[a.v[2] % 9], channels[a.v[3] % 9] },
                       { kernels[b.v[0] % 6], kernels[b.v[1] % 6] }, { 1, 1 }, (int) (b.v[2] % 2), { 1, 1 } };

      if (c.v[0] % 3 == 0)
        t.stride[0] = 1 + (int) (c.v[1] % 3), t.stride[1] = 1 + (int) (c.v[2] % 3);
      else if (c.v[0] % 3 == 1)
        t.factor[0] = 1 + (int) (c.v[1] % 3), t.factor[1] = 1 + (int) (c.v[2] % 3);
      check_correlations (&t, AE_LANES * (1 + c.v[3] % 2));
    }
}

TEST (correlations_are_the_loops_for_every_instruction_set)
{
  for (int isa = 0; isa < AE_ISA_COUNT; isa++)
    {
      check_setenv ("AE_ISA", ae_isa_name ((ae_isa) isa));
      check_many (150);
    }
  check_setenv ("AE_ISA", "");
}
