## [Y, dX, dW, db] = ref_conv2d_transpose (X, W, b, padding, stride, dY)
##
## Each pixel of X puts W times its value into Y; "same" keeps stride * size of
## it, as the convolution from there back to X would pad.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX, dW, db] = ref_conv2d_transpose (X, W, b, padding, stride, dY)
  [h, w, cin, n] = size (X);
  [kh, kw, ~, cout] = size (W);
  excess = max ([kh kw] - stride, 0);
  size_of_Y = [h w] .* stride;
  cut = [0 0];
  if (strcmp (padding, "same"))
    cut = floor (excess / 2);
  else
    size_of_Y += excess;
  endif
  Y = zeros ([size_of_Y, cout, n]);
  dX = zeros (size (X));
  dW = zeros (size (W));
  db = zeros (cout, 1);
  if (nargin < 6)
    dY = Y;
  endif
  for s = 1:n
    for i = 1:h
      for j = 1:w
        r = (i - 1) * stride(1) - cut(1) + (1:kh);
        c = (j - 1) * stride(2) - cut(2) + (1:kw);
        a = find (r >= 1 & r <= size_of_Y(1));
        e = find (c >= 1 & c <= size_of_Y(2));
        for o = 1:cout
          for k = 1:cin
            g = dY(r(a),c(e),o,s);
            Y(r(a),c(e),o,s) += X(i,j,k,s) * W(a,e,k,o);
            dX(i,j,k,s) += sum ((g .* W(a,e,k,o))(:));
            dW(a,e,k,o) += g * X(i,j,k,s);
          endfor
        endfor
      endfor
    endfor
  endfor
  for o = 1:cout
    Y(:,:,o,:) += b(o);
    db(o) = sum ((dY(:,:,o,:))(:));
  endfor
endfunction
