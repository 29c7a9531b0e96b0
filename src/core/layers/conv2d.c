/* Convolution (cross-correlation, no flip): W kh-by-kw-by-cin-by-cout,
   padding same or valid, any stride; conv1d for series, W k-by-cin-by-cout.

   The engine may fuse its neighbours into it, which changes nothing but the
   order of rounding: a nearest upsampling in front (layer->factor; computed at
   the low resolution with summed weights) and a max pooling after
   (layer->pool; only the pooled map and a byte for the winner are kept). */
#include "convolution.h"

static int
pooled (const AE (layer) *layer)
{
  return layer->pool[0] * layer->pool[1] > 1;
}

/* The image that the kernel slides over: the input, upsampled. */
static ae_shape
upsampled (const AE (layer) *layer)
{
  return (ae_shape){ ae_length ((int64_t) layer->in.h * layer->factor[0]),
                     ae_length ((int64_t) layer->in.w * layer->factor[1]), layer->in.c, 0 };
}

/* Output shapes before and after the pooling; 0 when the kernel does not fit. */
static int
output_shapes (AE (layer) *layer, AE (convolution) *p)
{
  int up[2] = { upsampled (layer).h, upsampled (layer).w }, n[2], m[2], before;

  for (int k = 0; k < 2; k++)
    {
      n[k] = ae_window_length (up[k], layer->kernel[k], layer->stride[k], layer->padding, &layer->pad[k]);
      m[k] = ae_window_length (n[k] > 0 ? n[k] : 1, layer->pool[k], layer->pool[k], AE_SAME, &before);
    }
  p->full = (ae_shape){ n[0], n[1], layer->units, 0 };
  layer->out = (ae_shape){ m[0], m[1], layer->units, 0 };
  return n[0] > 0 && n[1] > 0;
}

static ae_status
conv_shape (AE (layer) *layer, ae_error *err)
{
  AE (convolution) *p = AE (convolution_start) (layer, err);

  if (! p || AE (check_size) (layer, "upsampled input", upsampled (layer), err) != AE_OK)
    return err->status;
  if (! output_shapes (layer, p))
    return ae_fail (err, AE_SHAPE, "size", "a %d-by-%d kernel does not fit into a %d-by-%d image with valid padding",
                    layer->kernel[0], layer->kernel[1], upsampled (layer).h, upsampled (layer).w);
  if (AE (check_size) (layer, "output", p->full, err) != AE_OK
      || AE (convolution_make) (layer, layer->in, p->full, layer->factor, err) != AE_OK)
    return err->status;
  AE (convolution_arrays) (layer);
  layer->work = pooled (layer) ? ae_size (p->full) : 0;
  layer->memo = pooled (layer) ? ae_size (layer->out) : AE (activation_memo) (layer);
  return AE_OK;
}

static ae_status
shape (AE (layer) *layer, ae_error *err)
{
  return AE (need_image) (layer, err) == AE_OK ? conv_shape (layer, err) : err->status;
}

/* conv1d: along the times of a series, the rows of an image of one column. */
static ae_status
shape_of_series (AE (layer) *layer, ae_error *err)
{
  layer->kernel[1] = layer->stride[1] = 1;
  if (AE (need_series) (layer, err) != AE_OK || conv_shape (layer, err) != AE_OK)
    return err->status;
  layer->out.kind = AE_SERIES;
  AE (set_array) (layer, AE_W, (size_t) layer->kernel[0], (size_t) layer->in.c, (size_t) layer->units, 1);
  return AE_OK;
}

static int
smaller (int a, int b)
{
  return a < b ? a : b;
}

/* Pooled column pj of no channels from a strip of full columns. */
static void
pool_strip (const AE (layer) *layer, ae_shape full, const ae_real *strip, int pj, int o0, int no,
            const AE (pass) *pass)
{
  int ph = layer->pool[0], pw = layer->pool[1], nj = smaller (pw, full.w - pj * pw);
  ptrdiff_t S = (ptrdiff_t) pass->S, column = S * full.h, channel = column * smaller (pw, full.w);

  for (int o = 0; o < no; o++)
    for (int pi = 0; pi < layer->out.h; pi++)
      {
        ptrdiff_t to = S * (pi + layer->out.h * ((ptrdiff_t) pj + (ptrdiff_t) layer->out.w * (o0 + o)));

        pass->simd->pool (strip + o * channel + pi * ph * S, S, column, smaller (ph, full.h - pi * ph), nj, ph,
                          pass->S, pass->y + to, pass->memo + to);
      }
}

/* The strip is activated, then pooled.  Backward has the output alone, so the
   activation's derivative must be written in that, element by element:
   network.c fuses no other. */
static void
forward_pooled (const AE (layer) *layer, const AE (pass) *pass, const AE (convolution) *p)
{
  int block = pass->simd->conv->block, pw = layer->pool[1];
  ptrdiff_t column = (ptrdiff_t) pass->S * p->full.h, channel = column * smaller (pw, p->full.w);

  for (int o = 0; o < layer->units; o += block)
    for (int pj = 0; pj < layer->out.w; pj++)
      {
        int no = smaller (block, layer->units - o), nj = smaller (pw, p->full.w - pj * pw);

        for (int j = 0; j < nj; j++)
          AE (correlations_column) (&p->forward, pass->simd, pass->x, pass->packed, pass->array[AE_B], layer->relu, o,
                                    no, pj * pw + j,
                                    pass->work + j * column, channel, pass->S);
        if (! layer->relu)
          for (int c = 0; c < no; c++)
            layer->activation->forward (pass->work + c * channel, (size_t) (column * nj), pass->S, (ae_real) layer->alpha);
        pool_strip (layer, p->full, pass->work, pj, o, no, pass);
      }
}

static void
forward (const AE (layer) *layer, const AE (pass) *pass)
{
  const AE (convolution) *p = layer->plan;

  if (pooled (layer))
    {
      forward_pooled (layer, pass, p);
      return;
    }
  AE (correlations_all) (&p->forward, pass->simd, pass->x, pass->packed, pass->array[AE_B], layer->relu, pass->y, pass->S);
  if (! layer->relu)
    AE (activate) (layer, pass);
}

/* Columns pj * pw .. of channel o: the gradient goes to each window's winner. */
static void
unpool_column (const AE (layer) *layer, ae_shape full, const AE (pass) *pass, int o, int pj, ae_real *dz)
{
  int ph = layer->pool[0], pw = layer->pool[1], nj = smaller (pw, full.w - pj * pw);
  size_t S = pass->S;

  for (int pi = 0; pi < layer->out.h; pi++)
    {
      size_t from = S * ((size_t) pi + (size_t) layer->out.h * ((size_t) pj + (size_t) layer->out.w * (size_t) o));

      pass->simd->unpool (pass->dy + from, pass->memo + from, smaller (ph, full.h - pi * ph), nj, ph, S,
                          dz + S * (size_t) (pi * ph), (ptrdiff_t) S, (ptrdiff_t) S * full.h);
    }
}

/* The gradient in front of the pooling of channels o0 .. o1-1, to dz. */
static void
unpool (const AE (layer) *layer, const AE (pass) *pass, ae_shape full, int o0, int o1, ae_real *dz)
{
  size_t column = pass->S * (size_t) full.h;

  for (int o = o0; o < o1; o++)
    for (int pj = 0; pj < layer->out.w; pj++)
      unpool_column (layer, full, pass, o, pj,
                     dz + column * ((size_t) (pj * layer->pool[1]) + (size_t) full.w * (size_t) (o - o0)));
}

/* dz NULL: it is made from dy block by block, each while it is in the cache. */
static void
weight_gradient (const AE (layer) *layer, const AE (pass) *pass, const AE (convolution) *p, const ae_real *dz)
{
  ae_real *scratch = pass->work + layer->work * pass->S;
  int block = pass->simd->conv->block;
  size_t channel = pass->S * (size_t) p->full.h * (size_t) p->full.w;

  for (int o = 0; o < layer->units; o += block)
    {
      int no = smaller (block, layer->units - o);
      const ae_real *from = dz ? dz + (size_t) o * channel : pass->work;

      if (! dz)
        unpool (layer, pass, p->full, o, o + no, pass->work);
      AE (correlations_weights) (&p->forward, pass->simd, pass->x, from, o, no, pass->S, scratch, pass->grad[AE_W]);
    }
}

static void
backward (const AE (layer) *layer, const AE (pass) *pass)
{
  const AE (convolution) *p = layer->plan;
  const ae_real *dz = pooled (layer) ? NULL : pass->dy;

  AE (activate_backward) (layer, pass);
  if (pass->dx && pooled (layer))
    {
      unpool (layer, pass, p->full, 0, layer->units, pass->work);
      dz = pass->work;
    }
  if (pass->dx)
    AE (correlations_all) (&p->adjoint, pass->simd, dz, pass->packed + p->forward.packed, NULL, 0, pass->dx, pass->S);
  if (! pass->grad[AE_W])
    return;
  weight_gradient (layer, pass, p, dz);
  AE (convolution_bias_gradient) (layer, pass);
}

static const ae_option options[] = {
  AE_FILTERS_OPTION,
  AE_KERNEL_OPTION,
  AE_STRIDE_OPTION ("step from one output to the next"),
  AE_PADDING_OPTION,
  AE_ACTIVATION_OPTIONS (3),
  AE_INITIALIZER_OPTION,
  { NULL }
};

static const ae_array_row arrays[] = {
  AE_KERNEL_ROW (4, 3, 1, 2),
  AE_BIAS_ROW,
  { NULL }
};

const AE (layer_type) AE (layer_conv2d) = {
  .name = "conv2d",
  .help = "cross-correlation with kernels of [rows columns]",
  .options = options,
  .arrays = arrays,
  .shape = shape,
  .forward = forward,
  .backward = backward,
  .prepare = AE (convolution_prepare),
  .clean = AE (convolution_clean),
};

static const ae_option series_options[] = {
  AE_FILTERS_OPTION,
  { .name = "Kernel", .kind = AE_COUNT, .at = AE_IN_LAYER (kernel), .lo = 1, .hi = 64, .place = 2,
    .help = "times that each kernel spans" },
  { .name = "Stride", .kind = AE_COUNT, .at = AE_IN_LAYER (stride), .lo = 1, .hi = 64, .nusual = 1, .usual = { 1 },
    .help = "step from one output to the next" },
  AE_PADDING_OPTION,
  AE_ACTIVATION_OPTIONS (3),
  AE_INITIALIZER_OPTION,
  { NULL }
};

static const ae_array_row series_arrays[] = {
  { .name = "W", .file = "kernel", .torch = "weight", .rank = 3, .torch_order = { 3, 2, 1 }, .outputs = 3, .trained = 1,
    .penalised = 1 },
  AE_BIAS_ROW,
  { NULL }
};

const AE (layer_type) AE (layer_conv1d) = {
  .name = "conv1d",
  .help = "cross-correlation along the times of a series",
  .options = series_options,
  .arrays = series_arrays,
  .shape = shape_of_series,
  .forward = forward,
  .backward = backward,
  .prepare = AE (convolution_prepare),
  .clean = AE (convolution_clean),
};
