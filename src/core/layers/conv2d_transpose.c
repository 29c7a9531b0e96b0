/* Transposed convolution: the adjoint of a conv2d from the large image to the
   small one (Dumoulin and Visin 2016, chapter 4).  W kh-by-kw-by-cin-by-cout.
   Output length: in * stride (same), (in - 1) * stride + kernel (valid; not
   less than in * stride). */
#include "../correlations.h"
#include "image.h"

#include <string.h>

/* The convolution from out to in, and its adjoint; owned by the layer. */
typedef struct {
  AE (correlations) down, up;
} plan;

static void
clean (AE (layer) *layer)
{
  plan *p = layer->plan;

  if (! p)
    return;
  AE (correlations_free) (&p->down);
  AE (correlations_free) (&p->up);
  ae_free (p);
  layer->plan = NULL;
}

/* Length of the large side and the padding that the convolution down has. */
static int
large_length (int n, int kernel, int stride, int padding, int *pad)
{
  int excess = kernel > stride ? kernel - stride : 0;

  *pad = padding == AE_SAME ? excess / 2 : 0;
  return ae_length ((int64_t) n * stride + (padding == AE_SAME ? 0 : excess));
}

static ae_status
make_plan (AE (layer) *layer, plan *p, ae_error *err)
{
  static const int once[2] = { 1, 1 };
  size_t cin = (size_t) layer->in.c;
  ae_status status = AE (correlations_make) (&p->down, AE_FORWARD, layer->out, layer->in, layer->kernel,
                                             layer->stride, layer->pad, once, err);

  if (status == AE_OK)
    status = AE (correlations_make) (&p->up, AE_ADJOINT, layer->out, layer->in, layer->kernel, layer->stride,
                                     layer->pad, once, err);
  p->down.per_in = p->up.per_out = cin;
  p->down.per_out = p->up.per_in = 1;
  return status;
}

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  size_t area = (size_t) layer->kernel[0] * (size_t) layer->kernel[1], cin = (size_t) layer->in.c;
  int m[2], n[2] = { layer->in.h, layer->in.w };
  plan *p;

  clean (layer);
  if (AE (need_image) (layer, err) != AE_OK)
    return err->status;
  if (layer->units < 1 || area < 1)
    return ae_fail (err, AE_VALUE, "layer", "a conv2d_transpose layer needs 1 filter or more and a kernel");
  for (int k = 0; k < 2; k++)
    m[k] = large_length (n[k], layer->kernel[k], layer->stride[k], layer->padding, &layer->pad[k]);
  layer->out = (ae_shape){ m[0], m[1], layer->units, 0 };
  if (AE (check_size) (layer, "output", layer->out, err) != AE_OK)
    return err->status;
  p = layer->plan = ae_calloc (1, sizeof *p);
  if (! p)
    return ae_fail_memory (err, sizeof *p);
  if (make_plan (layer, p, err) != AE_OK)
    return err->status;
  AE (set_array) (layer, AE_W, (size_t) layer->kernel[0], (size_t) layer->kernel[1], cin, (size_t) layer->units);
  AE (set_array) (layer, AE_B, (size_t) layer->units, 1, 1, 1);
  layer->fan_in = area * cin;
  layer->fan_out = area * (size_t) layer->units;
  layer->memo = AE (activation_memo) (layer);
  layer->packed = p->down.packed + p->up.packed;
  layer->work_once = AE (correlations_scratch) (&p->down, AE (kernels_now) ());
  return AE_OK;
}

static void
prepare (const AE (layer) *layer, const ae_real *W, ae_real *packed)
{
  const plan *p = layer->plan;

  AE (correlations_pack) (&p->up, W, packed);
  AE (correlations_pack) (&p->down, W, packed + p->up.packed);
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  const plan *p = layer->plan;

  AE (correlations_all) (&p->up, pass->simd, pass->x, pass->packed, pass->array[AE_B], 0, pass->y, pass->S);
  AE (activate) (layer, pass);
}

/* The gradient of the convolution from dy (its input) to x (its output). */
static void
weight_gradient (const AE (layer) *layer, const AE (pass) *pass, const plan *p)
{
  int block = pass->simd->conv->block;
  ptrdiff_t channel = (ptrdiff_t) pass->S * layer->in.h * layer->in.w;

  for (int o = 0; o < layer->in.c; o += block)
    AE (correlations_weights) (&p->down, pass->simd, pass->dy, pass->x + o * channel, o,
                               layer->in.c - o < block ? layer->in.c - o : block, pass->S, pass->work, pass->grad[AE_W]);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  const plan *p = layer->plan;
  size_t plane = (size_t) layer->out.h * (size_t) layer->out.w * pass->S;

  AE (activate_backward) (layer, pass);
  if (pass->dx)
    AE (correlations_all) (&p->down, pass->simd, pass->dy, pass->packed + p->up.packed, NULL, 0, pass->dx, pass->S);
  if (! pass->grad[AE_W])
    return;
  weight_gradient (layer, pass, p);
  for (int o = 0; o < layer->units; o++)
    pass->simd->sum_lanes (pass->dy + (size_t) o * plane, 1, plane, pass->grad[AE_B] + o);
}

static const ae_option options[] = {
  { .name = "Filters", .kind = AE_COUNT, .at = AE_IN_LAYER (units), .lo = 1, .hi = 1 << 24, .place = 1,
    .help = "channels of the output" },
  { .name = "Kernel", .kind = AE_PAIR, .at = AE_IN_LAYER (kernel), .lo = 1, .hi = 64, .place = 2,
    .help = "rows and columns of each kernel; one number stands for both" },
  { .name = "Stride", .kind = AE_PAIR, .at = AE_IN_LAYER (stride), .lo = 1, .hi = 64, .nusual = 2, .usual = { 1, 1 },
    .help = "how many times larger the output is" },
  AE_PADDING_OPTION,
  AE_ACTIVATION_OPTIONS (3),
  AE_INITIALIZER_OPTION,
  { NULL }
};

static const ae_array_row arrays[] = {
  { .name = "W", .file = "kernel", .torch = "weight", .rank = 4, .torch_order = { 3, 4, 1, 2 }, .outputs = 4,
    .trained = 1, .penalised = 1 },
  AE_BIAS_ROW,
  { NULL }
};

const AE (layer_type) AE (layer_conv2d_transpose) = {
  .name = "conv2d_transpose",
  .help = "the adjoint of a convolution; with \"Stride\" 2 it doubles an image",
  .options = options,
  .arrays = arrays,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .prepare = prepare,
  .clean = clean,
};
