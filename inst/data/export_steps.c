/* What ae_export_c puts in front of a net, as far as it needs it.  An image is
   x[row + rows * (column + columns * channel)]; all functions read x, write y. */
/* == dense == */
/* y = W x + b, W m-by-d by columns. */
static void
dense (const float *x, float *y, const float *W, const float *b, int d, int m)
{
  for (int i = 0; i < m; i++)
    y[i] = b[i];
  for (int j = 0; j < d; j++)
    for (int i = 0; i < m; i++)
      y[i] += W[i + (long) m * j] * x[j];
}
/* == window == */
/* A window that slides over an image: its size, its steps, and how many rows and
   columns it starts before the image. */
typedef struct { int kh, kw, sh, sw, top, left; } window;
/* == conv == */
/* W is kh-by-kw-by-ci-by-co. */
static void
conv (const float *x, float *y, const float *W, const float *b, window k, int h, int w, int ci, int oh, int ow, int co)
{
  for (int o = 0; o < co; o++)
    for (int j = 0; j < ow; j++)
      for (int i = 0; i < oh; i++)
        {
          float sum = b[o];
          for (int c = 0; c < ci; c++)
            for (int v = 0; v < k.kw; v++)
              for (int u = 0; u < k.kh; u++)
                {
                  int r = i * k.sh + u - k.top, s = j * k.sw + v - k.left;
                  if (r >= 0 && r < h && s >= 0 && s < w)
                    sum += W[u + k.kh * (v + k.kw * (c + (long) ci * o))] * x[r + h * (s + (long) w * c)];
                }
          y[i + oh * (j + (long) ow * o)] = sum;
        }
}
/* == conv_transpose == */
static void
conv_transpose (const float *x, float *y, const float *W, const float *b, window k, int h, int w, int ci, int oh, int ow,
                int co)
{
  for (int o = 0; o < co; o++)
    for (long i = 0; i < (long) oh * ow; i++)
      y[i + (long) oh * ow * o] = b[o];
  for (int o = 0; o < co; o++)
    for (int c = 0; c < ci; c++)
      for (int j = 0; j < w; j++)
        for (int i = 0; i < h; i++)
          for (int v = 0; v < k.kw; v++)
            for (int u = 0; u < k.kh; u++)
              {
                int r = i * k.sh + u - k.top, s = j * k.sw + v - k.left;
                if (r >= 0 && r < oh && s >= 0 && s < ow)
                  y[r + oh * (s + (long) ow * o)]
                      += W[u + k.kh * (v + k.kw * (c + (long) ci * o))] * x[i + h * (j + (long) w * c)];
              }
}
/* == maxpool == */
static void
maxpool (const float *x, float *y, window k, int h, int w, int oh, int ow, int channels)
{
  for (int c = 0; c < channels; c++)
    for (int j = 0; j < ow; j++)
      for (int i = 0; i < oh; i++)
        {
          float best = -HUGE_VALF;
          for (int v = 0; v < k.kw; v++)
            for (int u = 0; u < k.kh; u++)
              {
                int r = i * k.sh + u - k.top, s = j * k.sw + v - k.left;
                if (r >= 0 && r < h && s >= 0 && s < w && x[r + h * (s + (long) w * c)] > best)
                  best = x[r + h * (s + (long) w * c)];
              }
          y[i + oh * (j + (long) ow * c)] = best;
        }
}
/* == avgpool == */
static void
avgpool (const float *x, float *y, window k, int h, int w, int oh, int ow, int channels)
{
  for (int c = 0; c < channels; c++)
    for (int j = 0; j < ow; j++)
      for (int i = 0; i < oh; i++)
        {
          float sum = 0;
          int count = 0;
          for (int v = 0; v < k.kw; v++)
            for (int u = 0; u < k.kh; u++)
              {
                int r = i * k.sh + u - k.top, s = j * k.sw + v - k.left;
                if (r >= 0 && r < h && s >= 0 && s < w)
                  sum += x[r + h * (s + (long) w * c)], count++;
              }
          y[i + oh * (j + (long) ow * c)] = sum / (float) count;
        }
}
/* == upsample_nearest == */
static void
upsample_nearest (const float *x, float *y, int fh, int fw, int h, int w, int channels)
{
  for (int c = 0; c < channels; c++)
    for (int j = 0; j < w * fw; j++)
      for (int i = 0; i < h * fh; i++)
        *y++ = x[i / fh + h * (j / fw + (long) w * c)];
}
/* == upsample_bilinear == */
/* The two neighbours of place i, and how far it lies towards the second. */
static float
between (int i, int factor, int n, int *first, int *second)
{
  float at = ((float) i + 0.5f) / (float) factor - 0.5f;
  at = at < 0 ? 0 : at > (float) (n - 1) ? (float) (n - 1) : at;
  *first = (int) at;
  *second = *first + 1 < n ? *first + 1 : *first;
  return at - (float) *first;
}

static void
upsample_bilinear (const float *x, float *y, int fh, int fw, int h, int w, int channels)
{
  for (int c = 0; c < channels; c++, x += (long) h * w)
    for (int j = 0; j < w * fw; j++)
      for (int i = 0; i < h * fh; i++)
        {
          int r0, r1, s0, s1;
          float a = between (i, fh, h, &r0, &r1), b = between (j, fw, w, &s0, &s1);
          float left = x[r0 + h * s0] + a * (x[r1 + h * s0] - x[r0 + h * s0]);
          float right = x[r0 + h * s1] + a * (x[r1 + h * s1] - x[r0 + h * s1]);
          *y++ = left + b * (right - left);
        }
}
/* == shift == */
/* y[i, j] = x[i + down, j + across], 0 outside of x. */
static void
shift (const float *x, float *y, int down, int across, int h, int w, int oh, int ow, int channels)
{
  for (int c = 0; c < channels; c++)
    for (int j = 0; j < ow; j++)
      for (int i = 0; i < oh; i++)
        {
          int r = i + down, s = j + across;
          *y++ = r >= 0 && r < h && s >= 0 && s < w ? x[r + h * (s + (long) w * c)] : 0;
        }
}
/* == affine == */
static void
affine (const float *x, float *y, const float *scale, const float *offset, int pixels, int channels)
{
  for (int c = 0; c < channels; c++)
    for (int i = 0; i < pixels; i++)
      *y++ = *x++ * scale[c] + offset[c];
}
/* == groupnorm == */
static void
groupnorm (const float *x, float *y, int groups, int size, double epsilon)
{
  for (int g = 0; g < groups; g++, x += size, y += size)
    {
      double mean = 0, variance = 0;
      for (int i = 0; i < size; i++)
        mean += x[i];
      mean /= size;
      for (int i = 0; i < size; i++)
        variance += (x[i] - mean) * (x[i] - mean);
      for (int i = 0; i < size; i++)
        y[i] = (float) ((x[i] - mean) / sqrt (variance / size + epsilon));
    }
}
/* == prelu == */
static void
prelu (const float *x, float *y, const float *slope, int pixels, int channels)
{
  for (int c = 0; c < channels; c++)
    for (int i = 0; i < pixels; i++, x++)
      *y++ = *x > 0 ? *x : slope[c] * *x;
}
/* == softmax == */
static void
softmax (const float *x, float *y, int pixels, int channels)
{
  for (int i = 0; i < pixels; i++)
    {
      float most = x[i], sum = 0;
      for (int c = 1; c < channels; c++)
        most = x[i + (long) pixels * c] > most ? x[i + (long) pixels * c] : most;
      for (int c = 0; c < channels; c++)
        sum += y[i + (long) pixels * c] = expf (x[i + (long) pixels * c] - most);
      for (int c = 0; c < channels; c++)
        y[i + (long) pixels * c] /= sum;
    }
}
/* == fill == */
/* every: 1 when centre holds a number an element, 0 when one is for all. */
static void
fill (const float *x, float *y, const float *centre, int every, int n)
{
  for (int i = 0; i < n; i++)
    y[i] = x[i] == x[i] ? x[i] : centre[every * i];
}
/* == standardize == */
static void
standardize (const float *x, float *y, const float *offset, const float *factor, int every, int n)
{
  for (int i = 0; i < n; i++)
    y[i] = (x[i] - offset[every * i]) / factor[every * i];
}
/* == restore == */
static void
restore (const float *x, float *y, const float *offset, const float *factor, int every, int n)
{
  for (int i = 0; i < n; i++)
    y[i] = x[i] * factor[every * i] + offset[every * i];
}
/* == first == */
static void
first (const float *x, float *y, int n)
{
  for (int i = 0; i < n; i++)
    y[i] = x[i];
}
/* == add == */
static void
add (const float *a, const float *b, float *y, int n)
{
  for (int i = 0; i < n; i++)
    y[i] = a[i] + b[i];
}
/* == concat == */
/* n numbers and m more. */
static void
concat (const float *a, const float *b, float *y, int n, int m)
{
  for (int i = 0; i < n; i++)
    *y++ = a[i];
  for (int i = 0; i < m; i++)
    *y++ = b[i];
}
/* == relu == */
static void
relu (const float *x, float *y, float alpha, int n)
{
  (void) alpha;
  for (int i = 0; i < n; i++)
    y[i] = 0 > x[i] ? 0 : x[i];
}
/* == leakyrelu == */
static void
leakyrelu (const float *x, float *y, float alpha, int n)
{
  for (int i = 0; i < n; i++)
    y[i] = x[i] > 0 ? x[i] : alpha * x[i];
}
/* == elu == */
static void
elu (const float *x, float *y, float alpha, int n)
{
  for (int i = 0; i < n; i++)
    y[i] = x[i] > 0 ? x[i] : alpha * expm1f (x[i]);
}
/* == sigmoid == */
static void
sigmoid (const float *x, float *y, float alpha, int n)
{
  (void) alpha;
  for (int i = 0; i < n; i++)
    y[i] = 1 / (1 + expf (-x[i]));
}
/* == tanh == */
static void
hyperbolic_tangent (const float *x, float *y, float alpha, int n)
{
  (void) alpha;
  for (int i = 0; i < n; i++)
    y[i] = tanhf (x[i]);
}
/* == softplus == */
static void
softplus (const float *x, float *y, float alpha, int n)
{
  (void) alpha;
  for (int i = 0; i < n; i++)
    y[i] = x[i] > 0 ? x[i] + log1pf (expf (-x[i])) : log1pf (expf (x[i]));
}
/* == satlin == */
static void
satlin (const float *x, float *y, float alpha, int n)
{
  (void) alpha;
  for (int i = 0; i < n; i++)
    y[i] = 0 > x[i] ? 0 : x[i] > 1 ? 1 : x[i];
}
/* == gelu == */
static void
gelu (const float *x, float *y, float alpha, int n)
{
  (void) alpha;
  for (int i = 0; i < n; i++)
    y[i] = x[i] * (1 + erff (x[i] * 0.70710678f)) / 2;
}
/* == swish == */
static void
swish (const float *x, float *y, float alpha, int n)
{
  (void) alpha;
  for (int i = 0; i < n; i++)
    y[i] = x[i] / (1 + expf (-x[i]));
}
/* == end == */
