## [Y, dX, dslope] = ref_prelu (X, slope, dY)
##
## X is d-by-n, or images of as many channels as slope has elements.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX, dslope] = ref_prelu (X, slope, dY)
  C = numel (slope);
  x = reshape (X, [], C, numel (X) / (numel (X(:,:,:,1)) * (ndims (X) > 2) + rows (X) * (ndims (X) == 2)));
  g = reshape (dY, size (x));
  Y = dX = zeros (size (x));
  dslope = zeros (C, 1);
  for c = 1:C
    for k = 1:numel (x(:,c,:))
      v = x(:,c,:)(k);
      d = g(:,c,:)(k);
      a = 1;
      if (v <= 0)
        a = slope(c);
        dslope(c) += d * v;
      endif
      part = Y(:,c,:);  part(k) = a * v;  Y(:,c,:) = part;
      part = dX(:,c,:);  part(k) = a * d;  dX(:,c,:) = part;
    endfor
  endfor
  Y = reshape (Y, size (X));
  dX = reshape (dX, size (X));
endfunction
