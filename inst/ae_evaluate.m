## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{r} =} ae_evaluate (@var{m}, @var{X})
## @deftypefnx {autoencoder} {@var{r} =} ae_evaluate (@var{m}, @var{X}, @var{T})
## @deftypefnx {autoencoder} {@var{r} =} ae_evaluate (@dots{}, "Peak", @var{peak})
## How well a model reconstructs samples, in the measures people report.
##
## @var{m} is a network or a PCA model, @var{X} its input: @var{d}-by-@var{n}
## or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  The reconstruction is compared
## with @var{X} itself or, when given, with the targets @var{T} of the same
## size: for denoising, @var{X} is noisy and @var{T} clean.
##
## @var{r} is a struct of doubles:
## @table @code
## @item mse
## squared error, the mean over every element of all samples
## @item sse
## squared error summed over a sample, the mean over samples (@var{d} times
## @code{mse})
## @item psnr
## @code{10 log10 (peak^2 / mse)} in decibels, @code{Inf} without any error
## @item explained
## 1 - SSE/SST, where SST is the squared distance from the mean of @var{T} (of
## @var{X}): 1 is perfect, 0 as good as the mean sample, below 0 worse.  For
## samples that do not vary: 1 when reproduced exactly, else 0
## @item ssim
## structural similarity, see @code{ae_ssim}; for images of 3-by-3 pixels or
## more: @var{T} (or @var{X}) given as images, or the model made for images
## @item mse_scaled
## for a model that scales its samples: @code{mse} in the model's units.
## @code{mse} and @code{sse} are in the data's units, @code{explained} is of the
## scaled samples; missing values do not count
## @item n
## the number of samples
## @item mse_input, psnr_input
## with @var{T}: the same for @var{X} itself, that is, what the noisy input
## scores without a model; @code{ssim_input} for images
## @end table
##
## A network with a noise layer in front and no @var{T} is scored on @var{X} as
## it is: noise layers do nothing outside training.  To judge denoising, give
## noisy samples and clean targets.
##
## Option:
## @table @code
## @item "Peak"
## The range of the values for @code{psnr} and @code{ssim}, a number > 0
## (default 1, or 255 for a model that scales bytes).
## @end table
##
## Samples are reconstructed in blocks: the memory beyond @var{X} stays below some
## 100 MB, however many there are.
##
## Errors: @code{autoencoder:ae_evaluate:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}, @code{:option}, @code{:value}, @code{:model}.
##
## @example
## @group
## X = [1 2 3 4; 2 4 6 8.5];
## r = ae_evaluate (ae_pca (X, 1), X);
## r.explained
##     @result{} 0.9995
## @end group
## @end example
## @seealso{ae_reconstruct, ae_compare, ae_psnr, ae_ssim, ae_add_noise}
## @end deftypefn

function r = ae_evaluate (m, X, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  [input_size, output_size, ~, ~, spec] = model_sizes ("ae_evaluate", m);
  T = X;
  has_target = numel (varargin) > 0 && ! ischar (varargin{1});
  if (has_target)
    T = varargin{1};
    varargin(1) = [];
  endif
  opt = arg_options ("ae_evaluate", varargin, {"Peak", [], "number > 0?"});
  if (isempty (opt.Peak))
    opt.Peak = scale_peak (m);
  endif
  [D, n] = arg_samples ("ae_evaluate", "X", X, input_size, class (X), scale_owner (m));
  if (has_target || ! isequal (input_size, output_size))
    [C, count] = arg_samples ("ae_evaluate", "T", T, output_size, class (T), scale_owner (m));
  else
    [C, count] = deal (D, n);
  endif
  if (count != n)
    error ("autoencoder:ae_evaluate:size", "ae_evaluate: T must have as many samples as X: %d, got %d", n, count);
  endif
  image_size = image_of (T, output_size);
  reconstruct = @(i) reshape (model_apply ("ae_evaluate", "scaled", m, samples_take (D, i), spec), [], numel (i));
  scale = scale_out (m);
  judge = [];
  if (strcmp (m.kind, "network") && isempty (scale) && isempty (scale_owner (m)))
    judge = net_judge (m, spec, D, C, image_size, opt.Peak);
  endif
  r = measure_errors (reconstruct, C, image_size, opt.Peak, scale, judge);
  r.n = n;
  if (has_target && samples_size (C) == samples_size (D))
    s = measure_errors (@(i) scale_apply (scale, samples_take (D, i)), C, image_size, opt.Peak, scale);
    r.mse_input = s.mse;
    r.psnr_input = s.psnr;
    if (isfield (s, "ssim"))
      r.ssim_input = s.ssim;
    endif
  endif
endfunction

function s = image_of (T, output_size)
  s = [];
  if (numel (output_size) == 2) # series
    return;
  endif
  if (samples_is_source (T))
    s = samples_shape (T)(1:end-1);
    s = [s, output_size](1:3 * (numel (s) == 3 || numel (output_size) == 3));
  elseif (ndims (T) > 2 || rows (T) != prod (output_size))
    s = [size(T, 1), size(T, 2), size(T, 3)];
  elseif (numel (output_size) == 3)
    s = output_size(:)';
  endif
  if (! isempty (s) && min (s(1:2)) < 3)
    s = [];
  endif
endfunction

## How far samples are from T (d-by-n): mse, sse, psnr, explained and, where
## image_size is [h w c], ssim.  next (i) gives the columns i of what is
## judged, scaled where there is a scale; it is asked for blocks, so that nothing of T's size is made.
## Squares are summed in double.  With a scale (scale_out) also mse_scaled, and
## explained is of the scaled samples; what is missing in T does not count.
## judge, unless [], gives the same in less time where it can (net_judge).
function r = measure_errors (next, T, image_size, peak, scale, judge = [])
  [d, n] = samples_size (T);
  [mu, count] = feature_means (T, scale);
  sse = sst = similar = scaled_sse = 0;
  step = max (512, floor (2 ^ 23 / d)); # blocks of 32 MB in single: with smaller ones calls and checks add up
  for first = 1:step:n
    i = first:min (first + step - 1, n);
    sums = [];
    if (! isempty (judge))
      sums = judge (i, mu);
    endif
    if (isempty (sums))
      sums = block_sums (next (i), samples_take (T, i), mu, image_size, peak, scale);
    endif
    sse += sums(1);
    sst += sums(2);
    similar += sums(3);
    scaled_sse += sums(4);
  endfor
  if (! all (isfinite ([sse, sst, scaled_sse])))
    error ("autoencoder:ae_evaluate:nonfinite", ...
           "ae_evaluate: the result must be finite, got X or T whose squares exceed class double; scale them first");
  endif
  mse = sse / count;
  r = struct ("mse", mse, "sse", sse / n, "psnr", measure_psnr (peak, mse), "explained", share (sse, sst));
  if (! isempty (scale))
    r.explained = share (scaled_sse, sst);
    r.mse_scaled = scaled_sse / count;
  endif
  if (! isempty (image_size))
    r.ssim = similar / n;
  endif
endfunction

## Of a block: the sums of squared errors, of squares about the mean, of the
## similarities (0 without images) and of scaled squared errors (0 without a scale).
function sums = block_sums (Y, t, mu, image_size, peak, scale)
  sums = zeros (1, 4);
  if (isempty (scale))
    cls = class (Y(1) - t(1));
    [Y, t] = deal (cast (Y, cls), cast (t, cls));
    [sums(1), sums(2)] = __ae_errors__ (Y, t, mu);
  else
    [scaled_E, Y, t] = scaled_errors (Y, t, scale, mu);
    sums(1) = sum (sum ((Y - t) .^ 2, 1, "double"), 2);
    sums(2) = sum (sum (((t - mu) ./ scale(:,2)) .^ 2, 1), 2);
    sums(4) = sum (sum (scaled_E .^ 2, 1), 2);
  endif
  if (! isempty (image_size))
    shape = [image_size(:)', columns(t)];
    sums(3) = sum (measure_ssim (reshape (Y, shape), reshape (t, shape), peak));
  endif
endfunction

## The errors of scaled samples Y against t, which is in the data's units, as Y
## then is; no error where t is missing.  In double: single loses what varies little
## about a large mean.
function [E, Y, t] = scaled_errors (Y, t, scale, mu)
  [Y, t] = deal (double (Y), double (t));
  E = Y - scale_apply (scale, t);
  Y = Y .* scale(:,2) + scale(:,1);
  missing = isnan (t) | isnan (Y);
  E(missing) = 0;
  Y(missing) = t(missing) = (mu .* ones (1, columns (t)))(missing);
endfunction

## Of each feature, and how many values there are in all.
function [mu, count] = feature_means (T, scale)
  [d, n] = samples_size (T);
  if (! samples_is_source (T) && (isempty (scale) || isinteger (T)))
    mu = sum (T, 2, "double") / n;
    count = d * n;
    return;
  endif
  total = there = zeros (d, 1);
  for first = 1:2048:n
    t = double (samples_take (T, first:min (first + 2047, n)));
    there += sum (! isnan (t), 2);
    t(isnan (t)) = 0;
    total = sum ([total, t], 2); # column by column, as one sum over all would
  endfor
  mu = total ./ max (there, 1);
  count = max (sum (there), 1);
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

%!shared X, p
%! X = [3 0 0; 1 2 0; 0.5 -1 1; 0.2 0.1 0.3] * sin (reshape (1:90, 3, 30) .^ 2) + [1; 2; 3; 4];
%! p = ae_pca (X, 2);
%!test # against the definitions
%! r = ae_evaluate (p, X);
%! E = p.components * (p.components' * (X - p.mean)) + p.mean - X;
%! assert (r.mse, mean (E(:) .^ 2), 1e-14);
%! assert (r.sse, mean (sum (E .^ 2, 1)), 1e-14);
%! assert (r.psnr, -10 * log10 (r.mse), 1e-12);
%! assert (r.explained, sum (p.explained), 1e-12);
%! assert (r.n, 30);
%! assert (! isfield (r, "ssim") && ! isfield (r, "mse_input"));
%!test # targets: the error against them, and the input's own
%! N = X + 0.3 * cos (reshape (1:120, 4, 30) .^ 2);
%! r = ae_evaluate (p, N, X);
%! assert (r.mse_input, mean ((N - X)(:) .^ 2), 1e-14);
%! assert (r.psnr_input, -10 * log10 (r.mse_input), 1e-12);
%! E = p.components * (p.components' * (N - p.mean)) + p.mean - X;
%! assert (r.mse, mean (E(:) .^ 2), 1e-14);
%!test # more samples than a block
%! Z = [X; zeros(4996, 30)];
%! p2 = ae_pca (Z, 2);
%! r = ae_evaluate (p2, repmat (Z, 1, 60)); q = ae_evaluate (p2, Z);
%! assert ([r.mse r.sse r.psnr r.explained], [q.mse q.sse q.psnr q.explained], 1e-10);
%!test # images have a similarity
%! I = reshape (X(:,1:24), 4, 4, 1, 6);
%! q = ae_pca (I, 3);
%! r = ae_evaluate (q, I);
%! assert (r.ssim, ae_ssim (reshape (ae_decode (q, ae_encode (q, I)), size (I)), I), 1e-12);
%! assert (ae_evaluate (q, reshape (I, 16, 6)), r);
%! assert (ae_evaluate (ae_pca (reshape (I, 16, 6), 3), I), r);
%! assert (isfield (ae_evaluate (q, I, 0.9 * I), "ssim_input"));
%!test # a net judges its outputs in one pass: the same bits as from the outputs
%! I = single (reshape (mod (1:36*40, 17) / 17, 6, 6, 1, 40));
%! net = ae_dense ([6 6 1], [8 3], "Seed", 1, "Tied", true);
%! for T = {I, I .^ 2}
%!   r = ae_evaluate (net, I, T{1});
%!   R = ae_reconstruct (net, I);
%!   assert (r.psnr, ae_psnr (R, T{1}), 1e-6);
%!   assert (r.ssim, ae_ssim (R, T{1}));
%! endfor
%! assert (ae_evaluate (net, I).ssim, ae_ssim (ae_reconstruct (net, I), I));
%! assert (struct2cell (ae_evaluate (net, double (I))), struct2cell (ae_evaluate (net, I)), 1e-5); # block by block
%!error <the result must be finite, got numbers too large for class single>
%! net = ae_dense (3, 2, "Activation", "linear", "Seed", 1);
%! net.layers(2).W(:) = 1;
%! ae_evaluate (net, 3e38 * ones (3, 4, "single"));
%!test # the peak
%! assert (ae_evaluate (p, X, "Peak", 10).psnr, ae_evaluate (p, X).psnr + 20, 1e-12);
%!test # nothing to explain
%! q = p; q.components = eye (4)(:,1:2); q.mean = zeros (4, 1);
%! assert (ae_evaluate (q, [1; 2; 0; 0]).explained, 1);
%! assert (ae_evaluate (q, [1; 2; 1; 0]).explained, 0);
%! assert (ae_evaluate (q, [1; 2; 0; 0]).psnr, Inf);
%!error <Invalid call> ae_evaluate (1)
%!error <the model must come from> ae_evaluate (1, 1)
%!error <the model must come from> ae_evaluate (struct ("kind", "tree"), 1)
%!error <X must be 4-by-n, got 30-by-4; samples are columns here: transpose, X'> ae_evaluate (p, X')
%!error <T must be 4-by-n, got 3-by-30> ae_evaluate (p, X, X(1:3,:))
%!error <T must have as many samples as X: 30, got 2> ae_evaluate (p, X, X(:,1:2))
%!test # any peak
%! r = ae_evaluate (p, X, X, "Peak", 1e-320);
%! assert (r.psnr, 20 * log10 (1e-320) - 10 * log10 (r.mse), 1e-6);
%! assert (r.psnr_input, Inf);
%! r = ae_evaluate (p, X, "Peak", 1e300);
%! assert (r.psnr, 6000 - 10 * log10 (r.mse), 1e-6);
%!error <X must be finite> ae_evaluate (p, NaN (4, 1))
%!error <T must be single or double> ae_evaluate (p, X, {})
%!error <unknown option "Pk".*valid are: Peak> ae_evaluate (p, X, "Pk", 1)
%!error <Peak must be a finite number . 0> ae_evaluate (p, X, "Peak", 0)
%!error <the model is damaged: the PCA model has no field mean> ae_evaluate (rmfield (p, "mean"), X)
