## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{X}, @var{Z}] =} ae_sample (@var{m}, @var{n})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_sample (@dots{}, @var{name}, @var{value})
## New samples: codes drawn at random, decoded.
##
## @var{m} is a variational autoencoder (@code{ae_vae}), whose codes are drawn from
## N(0, 1), or any other model with @qcode{"Codes"}.  @var{Z} holds the @var{n}
## codes, one a column, or in the shape that the code has; @var{X} the samples, in
## the shape of the model's output.
##
## Options:
##
## @table @code
## @item "Codes"
## Codes of real samples, as @code{ae_encode} gives them, two or more: new ones are
## drawn from the normal distribution with their mean and covariance.  (For a plain
## autoencoder and PCA, whose codes no penalty keeps near N(0, 1).)
## @item "Spread"
## The deviations are multiplied by that; default 1.  Less gives more usual samples.
## @item "Seed"
## A whole number >= 0; the same seed gives the same samples.  By default drawn
## from @code{rand}.
## @end table
##
## Errors: @code{autoencoder:ae_sample:model}, @code{:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Source: Kingma and Welling, @cite{Auto-encoding variational Bayes}, ICLR 2014.
##
## @example
## @group
## net = ae_vae (12, [8 2], "Seed", 1);
## [X, Z] = ae_sample (net, 5, "Seed", 2);
## size (X)
##     @result{} 12 5
## size (Z)
##     @result{} 2 5
## @end group
## @end example
## @seealso{ae_vae, ae_interpolate, ae_decode, ae_image_grid}
## @end deftypefn

function [X, Z] = ae_sample (m, n, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  k = model_code_shape ("ae_sample", m);
  n = arg_value ("ae_sample", "n", n, "whole >= 1");
  opt = arg_options ("ae_sample", varargin, {
    "Codes", [], "";
    "Spread", 1, "number >= 0";
    "Seed", [], "whole >= 0?"});
  if (n * prod (k) >= 2^31)
    error ("autoencoder:ae_sample:value", "ae_sample: n must be less than %g samples of %d numbers, got %g", ...
           2^31 / prod (k), prod (k), n);
  endif
  [center, factor] = distribution (m, k, opt.Codes);
  e = __ae_normal__ (0, prod (k), n, arg_seed (opt.Seed), 23);
  Z = center + opt.Spread * (factor * e);
  if (numel (k) > 1)
    Z = reshape (Z, [k n]);
  endif
  if (max (abs (Z(:))) > realmax ("single"))
    error ("autoencoder:ae_sample:nonfinite", "ae_sample: Spread = %g makes codes too large to decode", opt.Spread);
  endif
  X = model_apply ("ae_sample", "decode", m, Z);
endfunction

## Mean and a square root of the covariance of the codes to draw.
function [center, factor] = distribution (m, k, codes)
  if (! isempty (codes) || ! isnumeric (codes))
    arg_array ("ae_sample", "Codes", codes);
    codes = double (reshape (arg_samples ("ae_sample", "Codes", codes, k, "double"), prod (k), []));
    if (columns (codes) < 2)
      error ("autoencoder:ae_sample:size", "ae_sample: Codes must be 2 or more, got 1");
    endif
    center = mean (codes, 2);
    [V, D] = eig (cov (codes'));
    factor = V .* sqrt (max (diag (D), 0))';
    return;
  endif
  if (! strcmp (m.kind, "network") || ! strcmp (m.layers(m.code).type, "sampling"))
    error ("autoencoder:ae_sample:model", ...
           ["ae_sample: nothing keeps the codes of this model near N(0, 1): give \"Codes\", ae_encode (m, X), " ...
            "or build it with ae_vae"]);
  endif
  center = zeros (prod (k), 1);
  factor = 1;
endfunction

%!test # codes of a variational net are N(0, 1); samples are their decoding; the seed decides
%! net = ae_vae (12, [8 3], "Seed", 1);
%! [X, Z] = ae_sample (net, 2000, "Seed", 2);
%! assert (mean (Z, 2), zeros (3, 1), 0.1);
%! assert (cov (Z'), eye (3), 0.12);
%! assert (X, ae_decode (net, Z));
%! assert (ae_sample (net, 2000, "Seed", 2), X);
%! assert (! isequal (ae_sample (net, 2000, "Seed", 3), X));
%! [~, half] = ae_sample (net, 2000, "Seed", 2, "Spread", 0.5);
%! assert (half, 0.5 * Z, 1e-12);
%!test # without a seed Octave's random state decides
%! net = ae_vae (12, [8 3], "Seed", 1);
%! rand ("state", 3); a = ae_sample (net, 2);
%! rand ("state", 3); b = ae_sample (net, 2);
%! assert (a, b);
%!test # Codes: their mean and covariance, for nets, images and PCA
%! X = rand (6, 50);
%! net = ae_dense (6, [5 2], "Activation", "tanh", "Precision", "double", "Seed", 1);
%! codes = ae_encode (net, X);
%! [S, Z] = ae_sample (net, 4000, "Codes", codes, "Seed", 1);
%! assert (mean (Z, 2), mean (codes, 2), 0.05);
%! assert (cov (Z'), cov (codes'), 0.03);
%! p = ae_pca (X, 2);
%! assert (size (ae_sample (p, 3, "Codes", ae_encode (p, X), "Seed", 1)), [6 3]);
%! net = ae_conv ([8 8 1], 2, "Seed", 1);
%! [S, Z] = ae_sample (net, 3, "Codes", ae_encode (net, rand (8, 8, 1, 20)), "Seed", 1);
%! assert (size (S), [8 8 1 3]);
%! assert (size (Z), [4 4 2 3]);
%!error <Invalid call> ae_sample (1)
%!error <ae_sample: the model must come from> ae_sample (1, 2)
%!error <ae_sample: n must be a whole number .= 1, got 0> ae_sample (ae_vae (4, 2), 0)
%!error <give "Codes", ae_encode .m, X., or build it with ae_vae> ae_sample (ae_dense (4, 2), 1)
%!error <give "Codes"> ae_sample (ae_pca (rand (4, 9), 2), 1)
%!error <ae_sample: Codes must be 2-by-n, got 3-by-5> ae_sample (ae_dense (4, 2), 1, "Codes", ones (3, 5))
%!error <ae_sample: Codes must be 2 or more, got 1> ae_sample (ae_dense (4, 2), 1, "Codes", [1; 2])
%!error <Codes must be finite> ae_sample (ae_dense (4, 2), 1, "Codes", [1 NaN; 2 3])
%!error <Codes must be single or double, got cell> ae_sample (ae_dense (4, 2), 1, "Codes", {})
%!error <Spread must be a finite number .= 0> ae_sample (ae_vae (4, 2), 1, "Spread", -1)
%!error <ae_sample: unknown option "x"> ae_sample (ae_vae (4, 2), 1, "x", 1)
%!error <ae_sample: n must be less than 1.07374e.09 samples of 2 numbers, got 2.14748e.09> ae_sample (ae_vae (6, [4 2]), 2^31)
%!error <ae_sample: Spread = 1e\+308 makes codes too large to decode> ae_sample (ae_vae (3, 2, "Seed", 1), 2, "Spread", 1e308)
