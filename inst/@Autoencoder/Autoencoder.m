## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{a} =} Autoencoder (@var{net})
## @deftypefnx {autoencoder} {@var{a} =} Autoencoder (@var{net}, @var{image_size})
## An autoencoder as MATLAB's scripts know it, around a network of the package.
##
## People get one from @code{trainAutoencoder} or @code{ae_to_matlab}.  @var{net}
## has an input, a dense code and a dense output; @var{image_size} is that of the
## images in cells, @code{[]} (default) where samples are columns.
##
## The properties can be read, not written: @code{HiddenSize},
## @code{EncoderTransferFunction}, @code{EncoderWeights}
## (@var{hiddenSize}-by-@var{d}), @code{EncoderBiases}
## (@var{hiddenSize}-by-1), @code{DecoderTransferFunction},
## @code{DecoderWeights} (@var{d}-by-@var{hiddenSize}), @code{DecoderBiases}
## (@var{d}-by-1).  Weights act on scaled samples (@code{ScaleData}).
##
## It is a class of the old kind: @code{save} and @code{load} keep it in every
## format, as long as the package is loaded.
##
## Errors: @code{autoencoder:Autoencoder:model}.
##
## @example
## @group
## a = Autoencoder (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## a.HiddenSize
##     @result{} ans = 2
## @end group
## @end example
## @seealso{trainAutoencoder, ae_to_matlab, ae_from_matlab, @@Autoencoder/encode, @@Autoencoder/predict}
## @end deftypefn

function a = Autoencoder (net, image_size = [])
  if (nargin < 1)
    net = ae_dense (1, 1, "Activation", "sigmoid", "Precision", "double", "Seed", 0); # what load begins with
  endif
  if (! __matlab__ ("is_autoencoder", net))
    error ("autoencoder:Autoencoder:model", ...
           "Autoencoder: net must be a network of an input, a dense code and a dense output with transfer functions that MATLAB has; take trainAutoencoder or ae_to_matlab");
  endif
  a = class (struct ("net", net, "image_size", image_size), "Autoencoder");
  superiorto ("network"); # stack is a method of this class, whatever comes first
endfunction

%!test
%! a = Autoencoder (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
%! assert (class (a), "Autoencoder");
%! assert (isobject (a));
%! assert (size (a.DecoderWeights), [6 2]);
%! assert (isobject (Autoencoder ()));
%!error <Autoencoder: net must be a network> Autoencoder (3)
%!error <Autoencoder: net must be a network> Autoencoder (ae_dense (6, [4 2]))
%!error <Autoencoder: net must be a network> Autoencoder (ae_dense (6, 2, "Activation", "elu"))
%!test # damaged ones are refused in the same words
%! net = ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1);
%! for wrong = {rmfield(net, "input_size"), rmfield(net, "layers"), setfield(net, "layers", 1i), setfield(net, "code", {1}), setfield(net, "layers", net.layers([]))}
%!   fail ("Autoencoder (wrong{1})", "Autoencoder: net must be a network");
%!   fail ("network (wrong{1})", "network: net must be a network");
%! endfor
