## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Xn} =} ae_add_noise (@var{X}, "gaussian", @var{level})
## @deftypefnx {autoencoder} {@var{Xn} =} ae_add_noise (@var{X}, "masking", @var{level})
## @deftypefnx {autoencoder} {@var{Xn} =} ae_add_noise (@var{X}, "saltpepper", @var{level})
## @deftypefnx {autoencoder} {@var{Xn} =} ae_add_noise (@dots{}, @var{name}, @var{value})
## Corrupt data with random noise.
##
## @var{X} is single or double, samples last: @var{d}-by-@var{n} or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  @var{Xn} has its size and class.
##
## @table @code
## @item "gaussian"
## adds @var{level} times a standard normal number to each element and clips
## the sum to the range @code{"Clip"}; @var{level} >= 0 is the standard
## deviation.
## @item "masking"
## sets each element to zero with probability @var{level}, in [0, 1].
## @item "saltpepper"
## sets each element, with probability @var{level}, to one of the two ends of
## the range @code{"Clip"}, each equally often.
## @end table
##
## Options:
## @table @code
## @item "Clip"
## @code{[@var{lo} @var{hi}]}, by default @code{[0 1]}; @code{[]} does not clip
## gaussian noise.
## @item "Seed"
## A whole number >= 0.  The same seed gives the same noise.  By default one is
## drawn from @code{rand}.
## @item "Threads"
## How many threads share the work; the result does not depend on it.
## @end table
##
## The numbers come from a counter, not from a sequence: sample @var{i} gets the same
## noise whatever other samples there are, and single and double data get the same.
## @code{ae_denoising} builds a network that draws fresh noise in every epoch.
##
## Errors: @code{autoencoder:ae_add_noise:class}, @code{:size}, @code{:empty},
## @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Sources: Vincent, Larochelle, Bengio, Manzagol, @cite{Extracting and
## composing robust features with denoising autoencoders}, ICML 2008; the
## generator is Philox4x32-10 (Salmon et al., SC 2011) with Box and Muller's
## transform (1958).
##
## @example
## @group
## X = repmat (single (0.5), 28, 28, 1, 10);
## noisy = ae_add_noise (X, "gaussian", 0.5, "Seed", 1);
## [min(noisy(:)), max(noisy(:))]
##     @result{} 0 1
## @end group
## @end example
## @seealso{ae_denoising, ae_fit, ae_evaluate}
## @end deftypefn

function Xn = ae_add_noise (X, kind, level, varargin)
  if (nargin < 3)
    print_usage ();
  endif
  arg_array ("ae_add_noise", "X", X);
  if (ndims (X) > 4)
    error ("autoencoder:ae_add_noise:size", ...
           "ae_add_noise: X must be d-by-n or h-by-w-by-c-by-n, got %s", text_describe (X));
  endif
  kind = arg_value ("ae_add_noise", "the kind of noise", kind, {"gaussian", "masking", "saltpepper"});
  level = arg_value ("ae_add_noise", "level", level, "number >= 0");
  opt = arg_options ("ae_add_noise", varargin, ...
                       {"Clip", [0 1], ""; "Seed", [], "whole >= 0?"; "Threads", [], "threads?"});
  if (! strcmp (kind, "gaussian") && level > 1)
    error ("autoencoder:ae_add_noise:value", ...
           "ae_add_noise: level must be a probability in [0, 1] with \"%s\", got %g", kind, level);
  endif
  clip = check_clip (opt.Clip, kind);
  threads = opt.Threads;
  if (isempty (threads))
    threads = min (nproc (), 256);
  endif
  ## 3-d: one image of several channels; otherwise the last dimension counts samples.
  if (ndims (X) == 2)
    d = rows (X);
  else
    d = size (X, 1) * size (X, 2) * size (X, 3);
  endif
  Xn = __ae_add_noise__ (reshape (X, d, []), kind, level, clip, arg_seed (opt.Seed), threads);
  Xn = reshape (Xn, size (X));
endfunction

function clip = check_clip (clip, kind)
  if (isempty (clip) && isnumeric (clip))
    if (strcmp (kind, "saltpepper"))
      error ("autoencoder:ae_add_noise:value", ...
             "ae_add_noise: \"saltpepper\" needs a range: Clip must be [lo hi], got []");
    endif
    clip = [];
    return;
  endif
  if (! (isnumeric (clip) && isreal (clip) && numel (clip) == 2 && all (isfinite (clip(:)))
         && clip(1) < clip(2)))
    error ("autoencoder:ae_add_noise:value", ...
           "ae_add_noise: Clip must be [lo hi] with lo less than hi, or [], got %s", text_describe (clip));
  endif
  clip = double (full (clip(:)'));
endfunction

## The generator once more, in plain Octave: bits of elements 4b .. 4b+3.
%!function v = philox (seed, hi, lo)
%!  m = uint64 (2^32 - 1);
%!  k = bitand (bitshift (uint64 (seed), [0 -32]), m);
%!  c = [bitand(lo, m), bitshift(lo, -32), bitand(hi, m), bitshift(hi, -32)];
%!  for r = 1:10
%!    p0 = uint64 (3528531795) * c(1);  p1 = uint64 (3449720151) * c(3);
%!    c = [bitxor(bitxor (bitshift (p1, -32), c(2)), k(1)), bitand(p1, m), ...
%!         bitxor(bitxor (bitshift (p0, -32), c(4)), k(2)), bitand(p0, m)];
%!    k = bitand (k + uint64 ([2654435769 3144134277]), m);
%!  endfor
%!  v = double (c);
%!endfunction
%!function u = bits (seed, d, n)
%!  u = zeros (4 * ceil (d / 4), n);
%!  for i = 1:n
%!    for b = 1:rows (u) / 4
%!      lo = bitshift (uint64 (i - 1), 28) + uint64 (b - 1);
%!      u(4*b-3:4*b,i) = philox (seed, bitshift (uint64 (3), 56), lo);
%!    endfor
%!  endfor
%!  u = u(1:d,:);
%!endfunction

%!test # masking against a generator written in Octave
%! X = 1 + rand (70, 3);
%! u = bits (12345678901, 70, 3) / 2^32;
%! assert (ae_add_noise (X, "masking", 0.3, "Seed", 12345678901), X .* (u >= 0.3));
%!test # salt and pepper too
%! X = 0.1 + 0.8 * rand (5, 4);
%! u = bits (8, 5, 4) / 2^32;
%! Y = X;  Y(u < 0.4) = 3;  Y(u < 0.2) = -2;
%! assert (ae_add_noise (X, "saltpepper", 0.4, "Seed", 8, "Clip", [-2 3]), Y);
%!test # gaussian: Box and Muller with the octant in three bits
%! d = 300;
%! u = bits (99, d, 2);
%! r = sqrt (-2 * log ((floor (u(1:2:end,:) / 2) + 0.5) / 2^31));
%! a = u(2:2:end,:);
%! t = (mod (a, 2^29) + 0.5) * (pi / 4 / 2^29);
%! flip = a >= 2^31;
%! x = cos (t) .* ! flip + sin (t) .* flip;
%! y = sin (t) .* ! flip + cos (t) .* flip;
%! x = x .* (1 - 2 * (mod (floor (a / 2^30), 2) == 1));
%! y = y .* (1 - 2 * (mod (floor (a / 2^29), 2) == 1));
%! z = zeros (d, 2);  z(1:2:end,:) = r .* x;  z(2:2:end,:) = r .* y;
%! assert (ae_add_noise (ones (d, 2), "gaussian", 2, "Seed", 99, "Clip", []), 1 + 2 * z, 2e-5);
%!test # moments of gaussian noise, 6 standard errors wide
%! z = ae_add_noise (zeros (1000, 200), "gaussian", 1, "Seed", 4, "Clip", [])(:);
%! n = numel (z);
%! assert (abs (mean (z)) < 6 / sqrt (n));
%! assert (abs (var (z) - 1) < 6 * sqrt (2 / n));
%! assert (abs (mean (z .^ 3)) < 6 * sqrt (15 / n));
%! assert (abs (mean (z .^ 4) - 3) < 6 * sqrt (96 / n));
%! s = sort (z);
%! assert (max (abs (0.5 * erfc (-s / sqrt (2)) - (1:n)' / n)) < 2 / sqrt (n));
%!test # clipping, and without: the same numbers
%! X = repmat (0.5, 200, 50);
%! A = ae_add_noise (X, "gaussian", 1, "Seed", 3);
%! B = ae_add_noise (X, "gaussian", 1, "Seed", 3, "Clip", []);
%! assert (min (B(:)) < 0 && max (B(:)) > 1);
%! assert (A, min (max (B, 0), 1));
%! C = ae_add_noise (X, "gaussian", 1, "Seed", 3, "Clip", [-1 2]);
%! assert (C, min (max (B, -1), 2));
%!test # shares, and the ends of them
%! X = repmat (0.5, 500, 100);
%! n = numel (X);
%! M = ae_add_noise (X, "masking", 0.25, "Seed", 1);
%! assert (abs (mean (M(:) == 0) - 0.25) < 6 * sqrt (0.25 * 0.75 / n));
%! S = ae_add_noise (X, "saltpepper", 0.5, "Seed", 1);
%! assert (abs (mean (S(:) == 0) - 0.25) < 6 * sqrt (0.25 * 0.75 / n));
%! assert (abs (mean (S(:) == 1) - 0.25) < 6 * sqrt (0.25 * 0.75 / n));
%! assert (ae_add_noise (X, "masking", 1), zeros (size (X)));
%! for kind = {"gaussian", "masking", "saltpepper"}
%!   assert (ae_add_noise (X, kind{1}, 0), X);
%! endfor
%!test <*seed> # the same seed, the same bits, whatever the threads; rand is left alone
%! X = rand (30, 20, 2, 150, "single");
%! rand ("state", 3);  r = rand ();  rand ("state", 3);
%! for kind = {"gaussian", "masking", "SaltPepper"}
%!   A = ae_add_noise (X, kind{1}, 0.3, "Seed", 5, "Threads", 1);
%!   assert (size (A), size (X));
%!   assert (class (A), "single");
%!   for t = [2 4]
%!     assert (ae_add_noise (X, kind{1}, 0.3, "Seed", 5, "Threads", t), A);
%!   endfor
%!   assert (! isequal (ae_add_noise (X, kind{1}, 0.3, "Seed", 6), A));
%! endfor
%! assert (rand (), r);
%!test # without a seed rand decides
%! X = zeros (4, 5);
%! rand ("state", 3);  A = ae_add_noise (X, "gaussian", 1);
%! rand ("state", 3);  assert (ae_add_noise (X, "gaussian", 1), A);
%! assert (! isequal (ae_add_noise (X, "gaussian", 1), A));
%!test # a sample's noise does not depend on the others, nor on the class
%! X = rand (9, 70);
%! A = ae_add_noise (X, "gaussian", 0.5, "Seed", 2);
%! assert (ae_add_noise (X(:,1:3), "gaussian", 0.5, "Seed", 2), A(:,1:3));
%! assert (ae_add_noise (single (X), "gaussian", 0.5, "Seed", 2), single (A), 1e-6);
%! assert (ae_add_noise (reshape (X, 3, 3, 1, 70), "gaussian", 0.5, "Seed", 2), reshape (A, 3, 3, 1, 70));
%!test # one image of three channels is one sample
%! X = rand (4, 5, 3);
%! assert (ae_add_noise (X, "masking", 0.5, "Seed", 2)(:), ae_add_noise (X(:), "masking", 0.5, "Seed", 2));
%!error <Invalid call> ae_add_noise (1, "masking")
%!error <X must be single or double, got uint8; scale it first> ae_add_noise (uint8 (1:3), "masking", 0.5)
%!error <X must be single or double, got cell> ae_add_noise ({1}, "masking", 0.5)
%!error <X must be real, got complex> ae_add_noise ([1 2i], "masking", 0.5)
%!error <sparse matrix; use full> ae_add_noise (sparse (1), "masking", 0.5)
%!error <X must not be empty, got 3-by-0 double> ae_add_noise (zeros (3, 0), "masking", 0.5)
%!error <X must be finite, got Inf at element 2> ae_add_noise ([1 Inf], "masking", 0.5)
%!error <X must be d-by-n or h-by-w-by-c-by-n, got 1-by-1-by-1-by-1-by-2>
%! ae_add_noise (ones (1,1,1,1,2), "masking", 0.5)
%!error <must be one of gaussian, masking, saltpepper; got "pink"> ae_add_noise (1, "pink", 0.5)
%!error <must be one of gaussian, masking, saltpepper; got 1> ae_add_noise (1, 1, 0.5)
%!error <level must be a finite number .= 0, got -1> ae_add_noise (1, "gaussian", -1)
%!error <level must be a finite number .= 0, got NaN> ae_add_noise (1, "gaussian", NaN)
%!error <probability in \[0, 1\] with "masking", got 1.5> ae_add_noise (1, "masking", 1.5)
%!error <Clip must be \[lo hi\] with lo less than hi, or \[\], got 1-by-2 double>
%! ae_add_noise (1, "gaussian", 1, "Clip", [1 0])
%!error <Clip must be \[lo hi\] with lo less than hi> ae_add_noise (1, "gaussian", 1, "Clip", [0 NaN])
%!error <Clip must be \[lo hi\] with lo less than hi> ae_add_noise (1, "gaussian", 1, "Clip", "ab c")
%!error <"saltpepper" needs a range> ae_add_noise (1, "saltpepper", 1, "Clip", [])
%!error <Seed must be a whole number> ae_add_noise (1, "masking", 1, "Seed", 1.5)
%!error <Threads must be a whole number from 1 to 256> ae_add_noise (1, "masking", 1, "Threads", 0)
%!error <unknown option "Sed".*valid are: Clip, Seed, Threads> ae_add_noise (1, "masking", 1, "Sed", 1)
