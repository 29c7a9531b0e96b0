## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{A} =} ae_activations (@var{net}, @var{X}, @var{layer})
## The output of a layer of a network.
##
## @var{layer} is a name, or a number: 1 is the input,
## @code{numel (@var{net}.layers)} the last one.  @var{X} holds @var{n} samples
## as for @code{ae_predict}; @var{A} is @var{d}-by-@var{n}, or
## rows-by-columns-by-channels-by-@var{n} after a layer that outputs images, and
## has the class of the weights.  A scaling of the net is applied to @var{X} but not
## undone: this is what the layer itself puts out.  Layers that act only in training do nothing here.
##
## Errors: @code{autoencoder:ae_activations:model}, @code{:layer},
## @code{:size}, @code{:class}, @code{:empty}, @code{:nonfinite}.
##
## @example
## @group
## net = ae_conv ([28 28 1], [8 4 4]);
## X = rand (28, 28, 1, 5, "single");
## size (ae_activations (net, X, "conv2d_1"))
##     @result{} 28 28 8 5
## @end group
## @end example
## @seealso{ae_predict, ae_encode, ae_plot_filters}
## @end deftypefn

function A = ae_activations (net, X, layer)
  if (nargin != 3)
    print_usage ();
  endif
  arg_network ("ae_activations", net);
  spec = model_check ("ae_activations", net);
  A = net_run ("ae_activations", net, spec, 1, find_layer (net.layers, layer), X);
endfunction

function k = find_layer (layers, layer)
  names = {layers.name};
  if (ischar (layer))
    k = find (strcmp (layer, names), 1);
    if (isempty (k))
      error ("autoencoder:ae_activations:layer", "ae_activations: there is no layer \"%s\"; there are %s", ...
             layer, strjoin (names, ", "));
    endif
  else
    k = layer;
    if (! (isnumeric (k) && isscalar (k) && any (k == 1:numel (layers))))
      error ("autoencoder:ae_activations:layer", ...
             "ae_activations: the layer must be a name or a number from 1 to %d, got %s", ...
             numel (layers), text_describe (k));
    endif
  endif
endfunction

%!test # by name and number, by hand
%! net = ae_network (3, {ae_layer("dense", 2, "relu", "Name", "a"), ae_layer("dense", 3)}, ...
%!                   "Seed", 1, "Precision", "double");
%! X = rand (3, 5) - 0.5;
%! assert (ae_activations (net, X, "a"), max (net.layers(2).W * X + net.layers(2).b, 0), 1e-14);
%! assert (ae_activations (net, X, 2), ae_activations (net, X, "a"));
%! assert (ae_activations (net, X, 3), ae_predict (net, X));
%! assert (ae_activations (net, X, "input"), X);
%! assert (class (ae_activations (net, single (X), 1)), "double");
%!test # every layer of a convolutional net
%! net = ae_conv ([13 7 2], [3 2], "Seed", 1);
%! X = rand (13, 7, 2, 4, "single");
%! for i = 1:numel (net.layers)
%!   assert (size (ae_activations (net, X, i)), [net.layers(i).output_size 4]);
%! endfor
%! assert (ae_activations (net, X, "code"), ae_encode (net, X));
%!error <Invalid call> ae_activations (1, 2)
%!error <ae_activations: net must be a network> ae_activations (1, 2, 3)
%!error <there is no layer "x"; there are input, code, dense_2> ...
%!  ae_activations (ae_dense (3, 2), ones (3, 1), "x")
%!error <the layer must be a name or a number from 1 to 3, got 4> ...
%!  ae_activations (ae_dense (3, 2), ones (3, 1), 4)
%!error <the layer must be a name or a number from 1 to 3, got 1-by-1 cell> ...
%!  ae_activations (ae_dense (3, 2), ones (3, 1), {1})
%!error <ae_activations: X must be 3-by-n, got 4-by-1> ae_activations (ae_dense (3, 2), ones (4, 1), 2)
