## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{X}, @var{Z}] =} ae_interpolate (@var{m}, @var{A}, @var{B}, @var{steps})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_interpolate (@dots{}, @var{name}, @var{value})
## A walk from one sample to another, through the codes.
##
## @var{A} and @var{B} are one sample each, as the model @var{m} takes them.  @var{X}
## holds @var{steps} samples: the decoded codes on the way from the code of
## @var{A} to that of @var{B}, both included, so that its first is the
## reconstruction of @var{A} and its last that of @var{B}.  @var{Z} holds the codes.
## A model with a good code passes through samples that could be real ones; the
## mean of the images themselves only fades one out and the other in.
##
## Option:
##
## @table @code
## @item "Path"
## @qcode{"line"} (default), or @qcode{"arc"}: along a great circle, so that
## the length of the code does not shrink on the way; for codes of @code{ae_vae} with
## many numbers, which all have about the same length (White, @cite{Sampling
## generative networks}, 2016).
## @end table
##
## Errors: @code{autoencoder:ae_interpolate:model}, @code{:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## @example
## @group
## p = ae_pca ([1 2 3; 0 0 0], 1);
## ae_interpolate (p, [1; 0], [3; 0], 3)
##     @result{}
##        1   2   3
##        0   0   0
## @end group
## @end example
## @seealso{ae_sample, ae_vae, ae_encode, ae_decode, ae_image_grid}
## @end deftypefn

function [X, Z] = ae_interpolate (m, A, B, steps, varargin)
  if (nargin < 4)
    print_usage ();
  endif
  shape = model_code_shape ("ae_interpolate", m);
  steps = arg_value ("ae_interpolate", "steps", steps, "whole >= 1");
  opt = arg_options ("ae_interpolate", varargin, {"Path", "line", {"line", "arc"}});
  a = one_code (m, shape, "A", A);
  b = one_code (m, shape, "B", B);
  if (steps * prod (shape) >= 2^31)
    error ("autoencoder:ae_interpolate:value", "ae_interpolate: steps must be less than %g codes of %d numbers, got %g", ...
           2^31 / prod (shape), prod (shape), steps);
  endif
  t = linspace (0, 1, steps);
  Z = struct ("line", @line, "arc", @arc).(opt.Path) (a, b, t);
  if (numel (shape) > 1)
    Z = reshape (Z, [shape steps]);
  endif
  X = model_apply ("ae_interpolate", "decode", m, Z);
endfunction

## The code of one sample as a column
function z = one_code (m, shape, name, x)
  try
    z = model_apply ("ae_interpolate", "encode", m, x)(:);
  catch err
    error (err.identifier, "%s", strrep (err.message, ": X must", [": " name " must"]));
  end_try_catch
  if (numel (z) != prod (shape))
    error ("autoencoder:ae_interpolate:size", "ae_interpolate: %s must be one sample, got %d", ...
           name, numel (z) / prod (shape));
  endif
endfunction

function Z = line (a, b, t)
  Z = a .* (1 - t) + b .* t;
endfunction

## sin ((1 - t) w) / sin (w) a + sin (t w) / sin (w) b, w the angle between them;
## a line where that is none: a code of 0, or codes in line.
function Z = arc (a, b, t)
  w = acos (min (max ((a' * b) / max (norm (a) * norm (b), realmin (class (a))), -1), 1));
  if (abs (sin (w)) < 1e-3)
    Z = line (a, b, t);
  else
    Z = (a .* sin ((1 - t) * w) + b .* sin (t * w)) / sin (w);
  endif
endfunction

%!test # ends are reconstructions, the middle the decoded mean code
%! net = ae_vae (12, [8 3], "Seed", 1);
%! X = rand (12, 2, "single");
%! [W, Z] = ae_interpolate (net, X(:,1), X(:,2), 5);
%! assert (size (W), [12 5]);
%! assert (W(:,[1 5]), ae_reconstruct (net, X), 1e-6);
%! assert (Z(:,3), mean (ae_encode (net, X), 2), 1e-6);
%! assert (W, ae_decode (net, Z), 1e-6);
%!test # an arc keeps the length of codes that are equally long
%! p = ae_pca ([eye(3), -eye(3)], 3);
%! a = [1; 0; 0]; b = [0; 1; 0];
%! [X, Z] = ae_interpolate (p, a, b, 5, "Path", "arc");
%! assert (norm (Z, "columns"), ones (1, 5), 1e-12);
%! assert (X(:,[1 5]), [a b], 1e-12);
%! assert (X(:,3), [1; 1; 0] / sqrt (2), 1e-12);
%! assert (ae_interpolate (p, a, -a, 3, "Path", "arc"), [a, 0*a, -a], 1e-12);
%! assert (ae_interpolate (p, a, 2 * a, 2, "Path", "arc"), [a, 2*a], 1e-12);
%! assert (ae_interpolate (p, 0 * a, a, 2, "Path", "arc"), [0*a, a], 1e-12);
%!test # images and codes that are images
%! net = ae_conv ([8 8 1], 2, "Seed", 1);
%! A = rand (8, 8); B = rand (8, 8);
%! [X, Z] = ae_interpolate (net, A, B, 4);
%! assert (size (X), [8 8 1 4]);
%! assert (size (Z), [4 4 2 4]);
%! assert (size (ae_interpolate (net, A, B, 1)), [8 8]);
%!error <Invalid call> ae_interpolate (1, 2, 3)
%!error <ae_interpolate: the model must come from> ae_interpolate (1, 2, 3, 4)
%!error <ae_interpolate: A must be one sample, got 2> ae_interpolate (ae_dense (4, 2), ones (4, 2), ones (4, 1), 3)
%!error <ae_interpolate: B must be one sample, got 3> ae_interpolate (ae_dense (4, 2), ones (4, 1), ones (4, 3), 3)
%!error <ae_interpolate: A must be 4-by-n, got 1-by-1> ae_interpolate (ae_dense (4, 2), 1, ones (4, 1), 3)
%!error id=autoencoder:ae_interpolate:class ae_interpolate (ae_dense (4, 2), "a", ones (4, 1), 3)
%!error <ae_interpolate: B must be 4-by-n, got 3-by-1> ae_interpolate (ae_dense (4, 2), ones (4, 1), ones (3, 1), 3)
%!error <steps must be a whole number .= 1, got 0> ae_interpolate (ae_dense (4, 2), ones (4, 1), ones (4, 1), 0)
%!error <Path must be one of line, arc; got "x"> ae_interpolate (ae_dense (4, 2), ones (4, 1), ones (4, 1), 2, "Path", "x")
%!error <ae_interpolate: steps must be less than 1.07374e\+09 codes of 2 numbers> ae_interpolate (ae_vae (3, 2, "Seed", 1), [1; 0; 1], [0; 1; 0], 2^31)
