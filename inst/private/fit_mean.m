## m = fit_mean (run, data, opt, which)
##
## What the elements `which` (logical) of the output should be when each can be
## only one number: data.lit.constant, but of scaled targets the mean of what the
## engine makes of each, so that bytes train to the bits of their 255th parts.
## (For all elements that would take as long as an epoch.)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function m = fit_mean (run, data, opt, which)
  m = data.lit.constant(which);
  matrix = scale_out (run.net);
  t = data.T;
  if (isempty (t))
    t = data.X;
  endif
  if (isempty (matrix) || samples_is_source (t) || strcmp (opt.Loss, "mae"))
    return;
  endif
  rows = find (which);
  for from = 1:32:numel (rows)
    some = from:min (from + 31, numel (rows));
    seen = cast (scale_apply (matrix(rows(some),:), t(rows(some),:)), data.class);
    known = ! isnan (seen);
    seen(! known) = 0;
    m(some) = sum (seen, 2, "double") ./ max (sum (known, 2), 1);
  endfor
endfunction
