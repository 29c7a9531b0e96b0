## [Y, dX, dW, db] = ref_conv2d (X, W, b, padding, stride, dY)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX, dW, db] = ref_conv2d (X, W, b, padding, stride, dY)
  [h, w, cin, n] = size (X);
  [kh, kw, ~, cout] = size (W);
  [oh, top] = ref_same_padding (h, kh, stride(1), padding);
  [ow, left] = ref_same_padding (w, kw, stride(2), padding);
  Y = zeros (oh, ow, cout, n);
  dX = zeros (size (X));
  dW = zeros (size (W));
  db = zeros (cout, 1);
  if (nargin < 6)
    dY = Y;
  endif
  for s = 1:n
    for o = 1:cout
      for i = 1:oh
        for j = 1:ow
          ## Rows and columns of the image that the window covers.
          r = (i - 1) * stride(1) - top + (1:kh);
          c = (j - 1) * stride(2) - left + (1:kw);
          a = find (r >= 1 & r <= h);
          e = find (c >= 1 & c <= w);
          x = X(r(a),c(e),:,s);
          k = W(a,e,:,o);
          g = dY(i,j,o,s);
          Y(i,j,o,s) = b(o) + sum ((x .* k)(:));
          dX(r(a),c(e),:,s) += g * k;
          dW(a,e,:,o) += g * x;
          db(o) += g;
        endfor
      endfor
    endfor
  endfor
endfunction
