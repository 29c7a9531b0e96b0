## judge = net_judge (net, spec, X, T, image_size, peak)
##
## A function of some samples' numbers i and the features' means mu (double), which
## gives in one pass through the checked net, without scaling, the sums of its
## squared errors against T (d-by-n), of T's squares about mu and, for images, of the
## similarities, then 0: what ae_evaluate makes of the outputs.  [] where it can't:
## T is of another class than the net, or outputs overflow.  Nothing of T's size
## is made.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function judge = net_judge (net, spec, X, T, image_size, peak)
  if (isfield (spec, "tied"))
    [spec.tied] = deal (""); # weights are in the block; ties matter in training only
  endif
  p = net_pack (net.layers);
  similarity = {};
  if (! isempty (image_size))
    similarity = {double(image_size(:)'), measure_ssim_constants(peak, class (p))};
  endif
  judge = @(i, mu) sums_of (p, spec, net.input_size, samples_take (X, i), samples_take (T, i), mu, similarity);
endfunction

function sums = sums_of (p, spec, input_size, x, t, mu, similarity)
  sums = [];
  if (! strcmp (class (t), class (p)))
    return;
  endif
  s = 0;
  if (isempty (similarity))
    [sse, sst, finite] = __ae_judge__ (p, spec, input_size, cast (x, class (p)), 0, t, mu);
  else
    [sse, sst, finite, s] = __ae_judge__ (p, spec, input_size, cast (x, class (p)), 0, t, mu, similarity{:});
  endif
  if (finite && all (isfinite (s)))
    sums = [sse, sst, sum(s'), 0];
  endif
endfunction
