## r = error_measures (next, T, image_size, peak)
##
## How far samples are from T (d-by-n): mse, sse, psnr, explained and, where
## image_size is [h w c], ssim.  next (i) gives the columns i of what is
## judged; it is asked for blocks, so that nothing of T's size is made.
## Squares are summed in double.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function r = error_measures (next, T, image_size, peak)
  [d, n] = size (T);
  mu = sum (T, 2, "double") / n;
  sse = sst = similar = 0;
  for first = 1:2048:n
    i = first:min (first + 2047, n);
    Y = next (i);
    E = Y - T(:,i);
    sse += sum (sum (E .^ 2, 1, "double"), 2);
    sst += sum (sum ((T(:,i) - mu) .^ 2, 1, "double"), 2);
    if (! isempty (image_size))
      shape = [image_size(:)', numel(i)];
      similar += sum (ssim_values (reshape (cast (Y, class (E)), shape), reshape (cast (T(:,i), class (E)), shape), peak));
    endif
  endfor
  mse = sse / (d * n);
  r = struct ("mse", mse, "sse", sse / n, "psnr", 10 * log10 (peak ^ 2 / mse), "explained", share (sse, sst));
  if (! isempty (image_size))
    r.ssim = similar / n;
  endif
endfunction

## Samples that don't vary have no variance to explain: 1 when they are met
## exactly, else 0.
function s = share (sse, sst)
  if (sst > 0)
    s = 1 - sse / sst;
  else
    s = double (sse == 0);
  endif
endfunction
