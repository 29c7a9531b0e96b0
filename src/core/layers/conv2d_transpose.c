/* Transposed convolution: the adjoint of a conv2d from the large image to the
   small one (Dumoulin and Visin 2016, chapter 4).  W kh-by-kw-by-cin-by-cout.
   Output length: in * stride (same), (in - 1) * stride + kernel (valid; not
   less than in * stride). */
#include "convolution.h"

/* Length of the large side and the padding that the convolution down has. */
static int
large_length (int n, int kernel, int stride, int padding, int *pad)
{
  int excess = kernel > stride ? kernel - stride : 0;

  *pad = padding == AE_SAME ? excess / 2 : 0;
  return ae_length ((int64_t) n * stride + (padding == AE_SAME ? 0 : excess));
}

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  static const int once[2] = { 1, 1 };
  int m[2], n[2] = { layer->in.h, layer->in.w };
  AE (convolution) *p = NULL;

  if (AE (need_image) (layer, err) != AE_OK || ! (p = AE (convolution_start) (layer, err)))
    return err->status;
  for (int k = 0; k < 2; k++)
    m[k] = large_length (n[k], layer->kernel[k], layer->stride[k], layer->padding, &layer->pad[k]);
  layer->out = (ae_shape){ m[0], m[1], layer->units, 0 };
  if (AE (check_size) (layer, "output", layer->out, err) != AE_OK
      || AE (convolution_make) (layer, layer->out, layer->in, once, err) != AE_OK)
    return err->status;
  p->forward.per_in = p->adjoint.per_out = (size_t) layer->in.c;
  p->forward.per_out = p->adjoint.per_in = 1;
  AE (convolution_arrays) (layer);
  layer->memo = AE (activation_memo) (layer);
  return AE_OK;
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  const AE (convolution) *p = layer->plan;

  AE (correlations_all) (&p->adjoint, pass->simd, pass->x, pass->packed + p->forward.packed, pass->array[AE_B], 0, pass->y,
                          pass->S);
  AE (activate) (layer, pass);
}

/* The gradient of the convolution from dy (its input) to x (its output). */
static void
weight_gradient (const AE (layer) *layer, const AE (pass) *pass, const AE (convolution) *p)
{
  int block = pass->simd->conv->block;
  ptrdiff_t channel = (ptrdiff_t) pass->S * layer->in.h * layer->in.w;

  for (int o = 0; o < layer->in.c; o += block)
    AE (correlations_weights) (&p->forward, pass->simd, pass->dy, pass->x + o * channel, o,
                               layer->in.c - o < block ? layer->in.c - o : block, pass->S, pass->work, pass->grad[AE_W]);
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  const AE (convolution) *p = layer->plan;

  AE (activate_backward) (layer, pass);
  if (pass->dx)
    AE (correlations_all) (&p->forward, pass->simd, pass->dy, pass->packed, NULL, 0, pass->dx, pass->S);
  if (! pass->grad[AE_W])
    return;
  weight_gradient (layer, pass, p);
  AE (convolution_bias_gradient) (layer, pass);
}

static const ae_option options[] = {
  AE_FILTERS_OPTION,
  AE_KERNEL_OPTION,
  AE_STRIDE_OPTION ("how many times larger the output is"),
  AE_PADDING_OPTION,
  AE_ACTIVATION_OPTIONS (3),
  AE_INITIALIZER_OPTION,
  { NULL }
};

static const ae_array_row arrays[] = {
  AE_KERNEL_ROW (3, 4, 1, 2),
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
  .prepare = AE (convolution_prepare),
  .clean = AE (convolution_clean),
};
