## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} ae_denoising (@var{input_size}, @var{sizes})
## @deftypefnx {autoencoder} {@var{net} =} ae_denoising (@dots{}, @var{name}, @var{value})
## An autoencoder that learns to remove noise.
##
## It is the net of @code{ae_conv (@var{input_size}, @var{sizes})} when
## @var{input_size} is [@var{h} @var{w} @var{c}], that of @code{ae_dense} when
## it is @var{d}, preceded by a layer that adds noise.  Train it with
## @code{ae_fit (@var{net}, @var{X})} on clean data: the noise is drawn afresh in
## every epoch (from counters, so that neither threads nor a resumed training
## change it), and the clean data are the targets.  When the net is used, the
## noise layer does nothing: give it noisy data.
##
## To train on noise that is drawn once, as in the lecture, take the plain net
## and @code{ae_fit (@var{net}, @var{noisy}, @var{X})}.
##
## Options, and all those of @code{ae_conv} or @code{ae_dense}:
##
## @table @code
## @item "Noise"
## The level, default 0.5: the standard deviation of gaussian noise, or the
## share of the elements that the other kinds change.
## @item "NoiseKind"
## @qcode{"gaussian"} (default), @qcode{"masking"} or @qcode{"saltpepper"}, as
## in @code{ae_add_noise}.
## @item "Clip"
## [@var{lo} @var{hi}], default [0 1]: noisy values are clipped to it; @code{[]}:
## no clipping, the default with the scalings @qcode{"zscore"} and
## @qcode{"robust"}.  Noise and limits are in scaled units.
## @end table
##
## Errors: @code{autoencoder:ae_denoising:size}, @code{:filters},
## @code{:units}, @code{:option}, @code{:value}.
##
## Source: Vincent, Larochelle, Bengio, Manzagol, @cite{Extracting and
## composing robust features with denoising autoencoders}, ICML 2008.
##
## @example
## @group
## net = ae_denoising ([28 28 1], [32 32], "Noise", 0.5);
## @{net.layers(1:3).type@}
##     @result{} @{
##          [1,1] = input
##          [1,2] = noise
##          [1,3] = conv2d
##        @}
## numel (ae_parameters (net))
##     @result{} 28353
## @end group
## @end example
## @seealso{ae_conv, ae_dense, ae_add_noise, ae_fit, ae_evaluate}
## @end deftypefn

function net = ae_denoising (input_size, sizes, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  input_size = arg_input_size ("ae_denoising", input_size);
  stack = @net_dense_stack;
  if (numel (input_size) == 3)
    stack = @net_conv_stack;
  endif
  [layers, opt] = stack ("ae_denoising", input_size, sizes, varargin, {
    "Noise", 0.5, "number >= 0";
    "NoiseKind", "gaussian", {"gaussian", "masking", "saltpepper"};
    "Clip", "auto", "auto range?"});
  if (ischar (opt.Clip))
    opt.Clip = [0 1];
    if (any (strcmp (opt.Scale, {"zscore", "robust"}))) # values of both signs
      opt.Clip = [];
    endif
  endif
  check_noise (opt);
  layers = [{ae_layer("noise", opt.NoiseKind, opt.Noise, "Clip", opt.Clip)}, layers];
  net = net_build ("ae_denoising", input_size, layers, opt);
endfunction

function check_noise (opt)
  if (! strcmp (opt.NoiseKind, "gaussian") && opt.Noise > 1)
    error ("autoencoder:ae_denoising:value", ...
           "ae_denoising: Noise must be a share in [0, 1] with \"%s\", got %g", opt.NoiseKind, opt.Noise);
  elseif (strcmp (opt.NoiseKind, "saltpepper") && isempty (opt.Clip))
    error ("autoencoder:ae_denoising:value", ...
           "ae_denoising: \"saltpepper\" needs a range: Clip must be [lo hi], got []");
  endif
endfunction

%!function n = count (net)
%!  n = sum (arrayfun (@(l) numel (l.W) + numel (l.b), net.layers));
%!test # the lecture's net after a noise layer
%! net = ae_denoising ([28 28 1], [32 32], "Noise", 0.4, "Seed", 1);
%! assert (count (net), 28353);
%! assert (net.layers(2).type, "noise");
%! assert (net.layers(2).kind, "gaussian");
%! assert (net.layers(2).rate, 0.4);
%! assert (net.layers(2).clip, [0 1]);
%! assert ({net.layers(3:end).type}, {ae_conv([28 28 1], [32 32]).layers(2:end).type});
%! assert (net.layers(net.code).name, "code");
%!test # noise in training only
%! net = ae_denoising ([8 8 1], 2, "Seed", 1);
%! X = rand (8, 8, 1, 3, "single");
%! assert (ae_activations (net, X, 2), X);
%!test # dense on vectors; kinds, ranges and the options of the net itself
%! net = ae_denoising (9, [6 3], "NoiseKind", "masking", "Noise", 0.25, "Activation", "tanh", ...
%!                     "Tied", true, "Precision", "double", "Clip", [], "Seed", 1);
%! assert ({net.layers.type}, {"input", "noise", "dense", "dense", "dense", "dense"});
%! assert (net.layers(2).kind, "masking");
%! assert (net.layers(2).clip, []);
%! assert (net.layers(6).W, net.layers(3).W');
%! assert (class (net.layers(3).W), "double");
%! net = ae_denoising ([9 9 2], 3, "NoiseKind", "SaltPepper", "Noise", 1, "Clip", [-1 1], "Kernel", 5);
%! assert (net.layers(2).kind, "saltpepper");
%! assert (net.layers(2).clip, [-1 1]);
%! assert (size (net.layers(3).W), [5 5 2 3]);
%!error <Invalid call> ae_denoising (3)
%!error <ae_denoising: the input size must be d, .t c. or> ae_denoising ([3 3 3 3], 2)
%!error <ae_denoising: units must be whole> ae_denoising (3, 0)
%!error <ae_denoising: filters must be whole> ae_denoising ([3 3 1], 0)
%!error <ae_denoising: Noise must be a finite number .= 0, got -1> ae_denoising (3, 2, "Noise", -1)
%!error <ae_denoising: Noise must be a share in \[0, 1\] with "masking", got 2> ...
%!  ae_denoising (3, 2, "Noise", 2, "NoiseKind", "masking")
%!error <NoiseKind must be one of gaussian, masking, saltpepper; got "x"> ...
%!  ae_denoising (3, 2, "NoiseKind", "x")
%!error <"saltpepper" needs a range> ae_denoising (3, 2, "NoiseKind", "saltpepper", "Clip", [])
%!error <ae_denoising: Clip must be two increasing numbers> ae_denoising (3, 2, "Clip", [1 0])
%!error <ae_denoising: unknown option "Kernel".*valid are: Noise, NoiseKind, Clip, Activation> ...
%!  ae_denoising (3, 2, "Kernel", 3)
%!error <ae_denoising: unknown option "Tied".*valid are: Noise, NoiseKind, Clip, Kernel> ...
%!  ae_denoising ([3 3 1], 2, "Tied", 1)
