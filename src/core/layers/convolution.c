/* What the layers that convolve share. */
#include "convolution.h"

AE (convolution) *
AE (convolution_start) (AE (layer) *layer, ae_error *err)
{
  AE (convolution) *p;

  AE (convolution_clean) (layer);
  if (layer->units < 1 || layer->kernel[0] < 1 || layer->kernel[1] < 1)
    {
      ae_fail (err, AE_VALUE, "layer", "a %s layer needs 1 filter or more and a kernel", layer->type->name);
      return NULL;
    }
  p = layer->plan = ae_calloc (1, sizeof *p);
  if (! p)
    ae_fail_memory (err, sizeof *p);
  return p;
}

ae_status
AE (convolution_make) (AE (layer) *layer, ae_shape large, ae_shape small, const int factor[2], ae_error *err)
{
  AE (convolution) *p = layer->plan;
  ae_status status = AE (correlations_make) (&p->forward, AE_FORWARD, large, small, layer->kernel, layer->stride,
                                             layer->pad, factor, err);

  if (status == AE_OK)
    status = AE (correlations_make) (&p->adjoint, AE_ADJOINT, large, small, layer->kernel, layer->stride,
                                     layer->pad, factor, err);
  return status;
}

void
AE (convolution_arrays) (AE (layer) *layer)
{
  const AE (convolution) *p = layer->plan;
  size_t kh = (size_t) layer->kernel[0], kw = (size_t) layer->kernel[1];
  size_t cin = (size_t) layer->in.c, cout = (size_t) layer->units;

  AE (set_array) (layer, AE_W, kh, kw, cin, cout);
  AE (set_array) (layer, AE_B, cout, 1, 1, 1);
  layer->fan_in = kh * kw * cin;
  layer->fan_out = kh * kw * cout;
  layer->packed = p->forward.packed + p->adjoint.packed;
  layer->work_once = AE (correlations_scratch) (&p->forward, AE (kernels_now) ());
}

void
AE (convolution_clean) (AE (layer) *layer)
{
  AE (convolution) *p = layer->plan;

  if (! p)
    return;
  AE (correlations_free) (&p->forward);
  AE (correlations_free) (&p->adjoint);
  ae_free (p);
  layer->plan = NULL;
}

void
AE (convolution_prepare) (const AE (layer) *layer, const ae_real *W, ae_real *packed)
{
  const AE (convolution) *p = layer->plan;

  AE (correlations_pack) (&p->forward, W, packed);
  AE (correlations_pack) (&p->adjoint, W, packed + p->forward.packed);
}

void
AE (convolution_bias_gradient) (const AE (layer) *layer, const AE (pass) *pass)
{
  size_t plane = ae_size (layer->out) / (size_t) layer->units * pass->S;

  for (int o = 0; o < layer->units; o++)
    pass->simd->sum_lanes (pass->dy + (size_t) o * plane, 1, plane, pass->grad[AE_B] + o);
}
