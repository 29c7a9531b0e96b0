## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} ae_vae (@var{input_size}, @var{units})
## @deftypefnx {autoencoder} {@var{net} =} ae_vae (@dots{}, @var{name}, @var{value})
## A variational autoencoder: codes that can be drawn at random and decoded.
##
## @var{units} are the units of the encoder's layers, the code last:
## @code{ae_vae (784, [500 20])} has a code of 20 numbers.  The encoder gives a
## mean and the logarithm of a variance for each; in training the code is drawn
## from that normal distribution (drawn afresh for each sample in every epoch, from
## counters, so that neither threads nor a resumed training change it), in use it
## is the mean.  A penalty keeps the distribution close to N(0, 1), which
## @code{ae_sample} then draws from.
##
## Train it with @code{ae_fit (@var{net}, @var{X}, "Loss", "bce")} on samples in
## [0, 1].  The loss, times the number of outputs @var{d}, is then minus the
## evidence lower bound (ELBO) of a sample in nats: Beta times the divergence is
## divided by @var{d}, as the loss is a mean over elements.  With the loss
## @qcode{"mse"} it is that of normally distributed outputs of variance 1/2, but
## for a constant.  Validation losses are those of the mean code, without the
## penalty.
##
## Options, and those of @code{ae_dense} other than @qcode{"Tied"} and
## @qcode{"CodeActivation"}, with a sigmoid as the default @qcode{"OutputActivation"}:
##
## @table @code
## @item "Beta"
## Weight of the divergence; default 1.  Larger: smoother samples; smaller: sharper
## reconstructions (Higgins et al., beta-VAE, ICLR 2017).
## @end table
##
## For images, or other shapes of encoder and decoder, put
## @code{ae_layer ("sampling", 1 / d, "Name", "code")} behind a linear layer of
## twice as many units as the code has numbers.
##
## Errors: @code{autoencoder:ae_vae:size}, @code{:units}, @code{:option},
## @code{:value}.
##
## Source: Kingma and Welling, @cite{Auto-encoding variational Bayes}, ICLR 2014,
## equation 10 and appendix B.
##
## @example
## @group
## X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:500);
## net = ae_vae (784, [100 8], "Seed", 1);
## net = ae_fit (net, X, "Loss", "bce", "Optimizer", "adam", "Epochs", 3, ...
##               "Seed", 1, "Verbose", 0);
## size (ae_sample (net, 4, "Seed", 1))
##     @result{} 784 4
## @end group
## @end example
## @seealso{ae_sample, ae_interpolate, ae_dense, ae_fit, ae_layer}
## @end deftypefn

function net = ae_vae (input_size, units, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  input_size = arg_input_size ("ae_vae", input_size);
  [layers, opt] = net_dense_stack ("ae_vae", input_size, units, [{"OutputActivation", "sigmoid"}, varargin], {
    "Beta", 1, "weight"});
  if (opt.Tied || ! isempty (opt.CodeActivation))
    error ("autoencoder:ae_vae:option", ...
           "ae_vae: Tied and CodeActivation are not for this net: its encoder ends with means and variances");
  endif
  code = find (cellfun (@(l) strcmp (l.name, "code"), layers));
  moments = ae_layer ("dense", 2 * units(end), "linear", "Name", "moments", "Initializer", opt.Initializer);
  sampling = ae_layer ("sampling", opt.Beta / prod (input_size), "Name", "code");
  net = net_build ("ae_vae", input_size, [layers(1:code-1), {moments, sampling}, layers(code+1:end)], opt);
endfunction

%!test # layers, sizes, options
%! net = ae_vae (784, [500 20], "Seed", 1);
%! assert ({net.layers(2:end).name}, {"dense_1", "moments", "code", "dense_3", "dense_4"});
%! assert ([net.layers.output_size], [784 500 40 20 500 784]);
%! assert (net.layers(net.code).type, "sampling");
%! assert (net.layers(net.code).kl_weight, 1 / 784);
%! assert (net.layers(end).activation, "sigmoid");
%! net = ae_vae ([4 3 1], 2, "Beta", 6, "Activation", "tanh", "OutputActivation", "linear", "Precision", "double");
%! assert (net.layers(net.code).kl_weight, 0.5);
%! assert (net.layers(end).output_size, [4 3 1]);
%! assert (class (net.layers(3).W), "double");
%!test # the loss of ae_fit is minus the ELBO over the number of outputs
%! X = rand (9, 40);
%! net = ae_vae (9, [6 2], "Activation", "tanh", "Precision", "double", "Seed", 4, "Beta", 2);
%! [~, h] = ae_fit (net, X, "Loss", "bce", "Epochs", 1, "BatchSize", 40, "Seed", 5, "Verbose", 0);
%! M = ae_activations (net, X, "moments");
%! m = M(1:2,:); v = M(3:4,:);
%! kl = -0.5 * sum (1 + v - m .^ 2 - exp (v), 1);
%! plain = net;
%! plain.layers(net.code).kl_weight = 0;
%! [~, without] = ae_fit (plain, X, "Loss", "bce", "Epochs", 1, "BatchSize", 40, "Seed", 5, "Verbose", 0);
%! assert (h.loss - without.loss, 2 * mean (kl) / 9, 1e-12);
%!test # the code in use is the mean; Decode goes from there
%! net = ae_vae (5, [4 2], "Seed", 1);
%! X = rand (5, 7, "single");
%! Z = ae_encode (net, X);
%! assert (Z, ae_activations (net, X, "moments")(1:2,:));
%! assert (ae_decode (net, Z), ae_reconstruct (net, X));
%!test # it learns, the same bits for any number of threads and after Resume
%! X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:300);
%! fit = @(varargin) ae_fit (ae_vae (784, [30 4], "Seed", 1), X, "Loss", "bce", "Optimizer", "adam", ...
%!                           "Seed", 2, "Verbose", 0, varargin{:});
%! [a, h] = fit ("Epochs", 4, "Threads", 1);
%! assert (h.loss(4) < 0.98 * h.loss(1));
%! assert (isequal (fit ("Epochs", 4, "Threads", 3).layers, a.layers));
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   fit ("Epochs", 2, "Checkpoint", file);
%!   assert (isequal (fit ("Epochs", 4, "Resume", file).layers, a.layers));
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!error <Invalid call> ae_vae (3)
%!error <ae_vae: units must be whole numbers of 1 or more, got 0> ae_vae (3, 0)
%!error <Beta must be a number from 0 to 1e30, got 1e.308> ae_vae (3, 2, "Beta", 1e308)
%!error <ae_vae: Beta must be a number from 0 to 1e30, got -1> ae_vae (3, 2, "Beta", -1)
%!error <Tied and CodeActivation are not for this net> ae_vae (3, 2, "Tied", true)
%!error <Tied and CodeActivation are not for this net> ae_vae (3, 2, "CodeActivation", "tanh")
%!error <ae_vae: unknown option "x"> ae_vae (3, 2, "x", 1)
