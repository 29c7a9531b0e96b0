#include "../ae.h"

int ae_window_length (int n, int window, int stride, int padding, int *before);

/* Output length of a window sliding along an axis of n.  "same" (padding 1)
   gives ceil (n / stride) and puts the smaller half of the padding before, as
   TensorFlow does; "valid" adds nothing, 0 when the window does not fit. */
int
ae_window_length (int n, int window, int stride, int padding, int *before)
{
  int out = padding ? (n + stride - 1) / stride : n < window ? 0 : (n - window) / stride + 1;
  int total = padding ? (out - 1) * stride + window - n : 0;

  *before = total > 0 ? total / 2 : 0;
  return out;
}
