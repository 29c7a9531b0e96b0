/* Convolutions as correlations: all of conv2d, its transpose, their
   derivatives and the convolution of an upsampled image run through here. */
#include "correlations.h"

#include <string.h>

/* The part of phase (row phase, column phase). */
typedef struct {
  const ae_phase *r, *c;
  ae_grid grid;
  ptrdiff_t x0;   /* first input point */
} part;

static size_t
taps_of (const ae_phase *r, const ae_phase *c)
{
  return (size_t) r->taps * (size_t) c->taps;
}

static part
part_of (const AE (correlations) *c, int pr, int pc, ptrdiff_t yc, size_t S)
{
  const ae_phase *r = &c->rows.phases[pr], *k = &c->columns.phases[pc];
  ptrdiff_t row = (ptrdiff_t) S, column = row * c->in.h;
  part p = { r, k,
             { .cin = c->in.c, .cout = c->out.c, .kh = r->taps, .kw = k->taps,
               .ih = r->in_count, .iw = k->in_count, .oh = r->out_count, .ow = k->out_count,
               .step_i = r->step, .step_j = k->step, .first_i = r->first, .first_j = k->first,
               .xi = row * r->in_every, .xj = column * k->in_every, .xc = column * c->in.w,
               .yi = row * r->out_every, .yj = row * c->out.h * k->out_every, .yc = yc },
             row * r->in_first + column * k->in_first };

  return p;
}

static size_t
blocks_of (int channels, int block)
{
  return (size_t) ((channels + block - 1) / block);
}

/* Numbers of packed weights in front of phase (pr, pc). */
static size_t
packed_before (const AE (correlations) *c, int block, int pr, int pc)
{
  size_t per_tap = blocks_of (c->out.c, block) * (size_t) block * (size_t) c->in.c, n = 0;

  for (int i = 0; i < pr; i++)
    for (int j = 0; j < c->columns.count; j++)
      n += taps_of (&c->rows.phases[i], &c->columns.phases[j]);
  for (int j = 0; j < pc; j++)
    n += taps_of (&c->rows.phases[pr], &c->columns.phases[j]);
  return n * per_tap;
}

ae_status
AE (correlations_make) (AE (correlations) *c, ae_direction direction, ae_shape in, ae_shape out, const int kernel[2],
                        const int stride[2], const int pad[2], const int factor[2], ae_error *err)
{
  ae_status (*make) (ae_axis *, int, int, int, int, int, int, ae_error *)
      = direction == AE_FORWARD ? ae_axis_forward : ae_axis_adjoint;
  ae_status status;

  memset (c, 0, sizeof *c);
  c->in = direction == AE_FORWARD ? in : out;
  c->out = direction == AE_FORWARD ? out : in;
  c->kernel[0] = kernel[0], c->kernel[1] = kernel[1];
  c->per_in = direction == AE_FORWARD ? 1 : (size_t) in.c;
  c->per_out = direction == AE_FORWARD ? (size_t) in.c : 1;
  status = make (&c->rows, in.h, out.h, kernel[0], stride[0], pad[0], factor[0], err);
  if (status == AE_OK)
    status = make (&c->columns, in.w, out.w, kernel[1], stride[1], pad[1], factor[1], err);
  if (status != AE_OK)
    AE (correlations_free) (c);
  else
    c->packed = packed_before (c, AE (kernels_now) ()->conv->block, c->rows.count, 0);
  return status;
}

void
AE (correlations_free) (AE (correlations) *c)
{
  ae_axis_free (&c->rows);
  ae_axis_free (&c->columns);
}

/* Adds the kernel (cin -> cout) to its packed place at the mapped taps. */
static void
pack_kernel (const AE (correlations) *c, const ae_phase *r, const ae_phase *k, const ae_real *W, int block,
             ae_real *to)
{
  for (int b = 0; b < c->kernel[1]; b++)
    for (int a = 0; a < c->kernel[0]; a++)
      if (r->map[a] >= 0 && k->map[b] >= 0)
        to[((size_t) k->map[b] * (size_t) r->taps + (size_t) r->map[a]) * (size_t) block] += W[a + c->kernel[0] * b];
}

void
AE (correlations_pack) (const AE (correlations) *c, const ae_real *W, ae_real *packed)
{
  int block = AE (kernels_now) ()->conv->block;
  size_t area = (size_t) c->kernel[0] * (size_t) c->kernel[1];

  memset (packed, 0, c->packed * sizeof *packed);
  for (int pr = 0; pr < c->rows.count; pr++)
    for (int pc = 0; pc < c->columns.count; pc++)
      {
        const ae_phase *r = &c->rows.phases[pr], *k = &c->columns.phases[pc];
        ae_real *to = packed + packed_before (c, block, pr, pc);
        size_t taps = taps_of (r, k);

        for (int o = 0; o < c->out.c; o++)
          for (int i = 0; i < c->in.c; i++)
            pack_kernel (c, r, k, W + area * (c->per_in * (size_t) i + c->per_out * (size_t) o), block,
                         to + ((size_t) (o / block) * (size_t) c->in.c + (size_t) i) * taps * (size_t) block + o % block);
      }
}

/* Input channels at a time: their columns should stay in the first cache
   while the tiles of an output column go over them. */
static int
channels_at_once (const ae_grid *g, size_t S)
{
  enum { CACHE = 20480, FEWEST = 4 };
  size_t one = (size_t) g->kw * (size_t) g->ih * S * sizeof (ae_real);
  int n = (int) (CACHE / (one + 1));

  return n < FEWEST ? FEWEST : n;
}

/* One output column, summed over groups of input channels. */
static void
column (const AE (kernels) *simd, const ae_grid *grid, const ae_real *x, const ae_real *w, const ae_real *bias,
        int relu, ae_real *y, int j, int no, size_t S)
{
  ae_grid g = *grid;
  int most = channels_at_once (grid, S);
  size_t step = (size_t) simd->conv->block * (size_t) (g.kh * g.kw);

  for (int c = 0; c < grid->cin; c += most)
    {
      g.cin = grid->cin - c < most ? grid->cin - c : most;
      simd->conv->correlate (&g, x + c * g.xc, w + (size_t) c * step, c ? NULL : bias,
                             relu && c + g.cin == grid->cin, y, j, no, S);
    }
}

void
AE (correlations_column) (const AE (correlations) *c, const AE (kernels) *simd, const ae_real *x,
                          const ae_real *packed, const ae_real *bias, int relu, int o0, int no, int j, ae_real *y,
                          ptrdiff_t yc, size_t S)
{
  int pc = j % c->columns.count, block = simd->conv->block;

  for (int pr = 0; pr < c->rows.count; pr++)
    {
      part p = part_of (c, pr, pc, yc, S);
      const ae_real *w = packed + packed_before (c, block, pr, pc)
                         + (size_t) o0 * (size_t) c->in.c * taps_of (p.r, p.c);

      column (simd, &p.grid, x + p.x0, w, bias ? bias + o0 : NULL, relu, y + p.r->out_first * (ptrdiff_t) S,
              j / c->columns.count, no, S);
    }
}

/* One phase's outputs, added to what y holds when add. */
static void
whole_part (const AE (correlations) *c, const AE (kernels) *simd, const part *p, const ae_real *x, const ae_real *w,
            const ae_real *bias, int relu, int add, ae_real *y, size_t S)
{
  static const ae_real zeros[AE_LANES];
  int block = simd->conv->block;
  size_t step = (size_t) block * (size_t) c->in.c * taps_of (p->r, p->c);
  ptrdiff_t next = (ptrdiff_t) S * c->out.h;

  for (int o = 0; o < c->out.c; o += block, w += step)
    for (int j = 0; j < p->grid.ow; j++)
      column (simd, &p->grid, x + p->x0, w, add ? NULL : bias ? bias + o : zeros, relu,
              y + o * p->grid.yc + (p->c->out_first + j * p->c->out_every) * next
                  + p->r->out_first * (ptrdiff_t) S,
              j, c->out.c - o < block ? c->out.c - o : block, S);
}

void
AE (correlations_all) (const AE (correlations) *c, const AE (kernels) *simd, const ae_real *x,
                       const ae_real *packed, const ae_real *bias, int relu, ae_real *y, size_t S)
{
  int overlap = c->rows.overlap || c->columns.overlap;

  if (overlap)
    memset (y, 0, ae_size (c->out) * S * sizeof *y);
  for (int pr = 0; pr < c->rows.count; pr++)
    for (int pc = 0; pc < c->columns.count; pc++)
      {
        part p = part_of (c, pr, pc, (ptrdiff_t) S * c->out.h * c->out.w, S);

        whole_part (c, simd, &p, x, packed + packed_before (c, simd->conv->block, pr, pc), bias, relu,
                    overlap, y, S);
      }
}

/* The scratch holds the accumulators [c][b][a][block][lanes] of one phase, and
   behind them room for their folded sums. */
static size_t
accumulators (const AE (correlations) *c, int pr, int pc, int block)
{
  return (size_t) c->in.c * taps_of (&c->rows.phases[pr], &c->columns.phases[pc]) * (size_t) block;
}

size_t
AE (correlations_scratch) (const AE (correlations) *c, const AE (kernels) *simd)
{
  size_t largest = 0;

  for (int pr = 0; pr < c->rows.count; pr++)
    for (int pc = 0; pc < c->columns.count; pc++)
      {
        size_t n = accumulators (c, pr, pc, simd->conv->block);

        largest = n > largest ? n : largest;
      }
  return largest * (size_t) (simd->conv->lanes + 1);
}

/* Output columns at a time: they should stay in the first cache while each
   element of the kernel goes over them. */
static int
columns_at_once (const ae_grid *g, int no, size_t S)
{
  enum { CACHE = 24576 };
  size_t n = CACHE / ((size_t) g->oh * (size_t) no * S * sizeof (ae_real) + 1);

  return n < 1 ? 1 : n < (size_t) g->ow ? (int) n : g->ow;
}

/* Input channels c0 .. of one phase, nc of them: every output column into
   their accumulators. */
static void
gather_weights (const AE (kernels) *simd, const part *p, const ae_real *x, const ae_real *dy, int c0, int nc, int no,
                size_t S, ae_real *acc)
{
  ae_grid g = p->grid;
  int most = columns_at_once (&g, no, S);

  g.cin = nc;
  acc += (size_t) c0 * taps_of (p->r, p->c) * (size_t) (simd->conv->block * simd->conv->lanes);
  for (int j = 0; j < g.ow; j += most)
    simd->conv->correlate_weights (&g, x + p->x0 + c0 * g.xc, dy, acc, j, g.ow - j < most ? g.ow : j + most, no, S);
}

/* Input channels at a time: their accumulators should stay in the first cache. */
static int
accumulated_at_once (const AE (kernels) *simd, const part *p)
{
  enum { CACHE = 10240 };
  size_t one = taps_of (p->r, p->c) * (size_t) (simd->conv->block * simd->conv->lanes) * sizeof (ae_real);

  return one < CACHE ? (int) (CACHE / (one + 1)) + 1 : 1;
}

/* Element `element` of each kernel takes the sum of tap `tap`, to which it was added. */
typedef struct { size_t element, tap; } taker;

static size_t
list_takers (const AE (correlations) *c, const part *p, taker *list)
{
  size_t n = 0;

  for (int b = 0; b < c->kernel[1]; b++)
    for (int a = 0; a < c->kernel[0]; a++)
      if (p->r->map[a] >= 0 && p->c->map[b] >= 0)
        list[n++] = (taker){ (size_t) (a + c->kernel[0] * b), (size_t) (p->c->map[b] * p->r->taps + p->r->map[a]) };
  return n;
}

/* Adds the folded sums [c][tap][block] of no output channels to their kernels. */
static void
unpack_kernels (const AE (correlations) *c, const part *p, const ae_real *sums, int block, int no, ae_real *dW)
{
  size_t area = (size_t) c->kernel[0] * (size_t) c->kernel[1], next = area * c->per_out;
  taker list[AE_MAX_KERNEL * AE_MAX_KERNEL];
  size_t n = list_takers (c, p, list);

  for (size_t i = 0; i < (size_t) c->in.c; i++, sums += taps_of (p->r, p->c) * (size_t) block)
    for (size_t k = 0; k < n; k++)
      {
        const ae_real *from = sums + list[k].tap * (size_t) block;
        ae_real *to = dW + area * c->per_in * i + list[k].element;

        for (int o = 0; o < no; o++)
          to[(size_t) o * next] += from[o];
      }
}

void
AE (correlations_weights) (const AE (correlations) *c, const AE (kernels) *simd, const ae_real *x, const ae_real *dy,
                           int o0, int no, size_t S, ae_real *scratch, ae_real *dW)
{
  int block = simd->conv->block;

  dW += (size_t) c->kernel[0] * (size_t) c->kernel[1] * c->per_out * (size_t) o0;
  for (int pr = 0; pr < c->rows.count; pr++)
    for (int pc = 0; pc < c->columns.count; pc++)
      {
        part p = part_of (c, pr, pc, (ptrdiff_t) S * c->out.h * c->out.w, S);
        const ae_real *first = dy + p.r->out_first * (ptrdiff_t) S + p.c->out_first * (ptrdiff_t) S * c->out.h;
        size_t count = accumulators (c, pr, pc, block);
        ae_real *sums = scratch + count * (size_t) simd->conv->lanes;
        int most = accumulated_at_once (simd, &p);

        memset (scratch, 0, count * (size_t) simd->conv->lanes * sizeof *scratch);
        for (int i = 0; i < c->in.c; i += most)
          gather_weights (simd, &p, x, first, i, c->in.c - i < most ? c->in.c - i : most, no, S, scratch);
        simd->conv->fold (scratch, count, sums);
        unpack_kernels (c, &p, sums, block, no, dW);
      }
}
