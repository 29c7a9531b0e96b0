## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{p} =} ae_parameters (@var{net})
## @deftypefnx {autoencoder} {@var{net} =} ae_parameters (@var{net}, @var{p})
## The trainable parameters of a network as one vector, and back.
##
## @code{@var{p} = ae_parameters (@var{net})} is the column of all numbers that
## training changes: layer by layer @code{W(:)} and then @code{b}, of the class
## of the weights.  Left out are layers with @qcode{"Trainable", false}, @code{W}
## of a layer that is tied to another one, and the moving mean and variance of
## batch normalisation.
##
## @code{@var{net} = ae_parameters (@var{net}, @var{p})} is the network with
## these numbers put back in that order; @var{p} may be single or double and
## is converted to the class of the weights.  Tied layers follow.
##
## So @code{ae_objective} can be given to any minimiser.
##
## Errors: @code{autoencoder:ae_parameters:model}, @code{:size},
## @code{:class}, @code{:nonfinite}.
##
## @example
## @group
## net = ae_dense (4, 2, "Seed", 1);
## p = ae_parameters (net);
## size (p)
##     @result{} 22 1
## net = ae_parameters (net, 0 * p);
## @end group
## @end example
## @seealso{ae_objective, ae_fit, ae_gradcheck}
## @end deftypefn

function out = ae_parameters (net, p)
  if (nargin < 1)
    print_usage ();
  endif
  arg_network ("ae_parameters", net);
  model_check ("ae_parameters", net);
  block = net_pack (net.layers);
  keep = net_trained (net.layers);
  if (nargin == 1)
    out = block(keep);
    return;
  endif
  block(keep) = arg_parameters ("ae_parameters", "p", p, nnz (keep));
  out = net;
  out.layers = net_unpack (net.layers, net_tie (block, net.layers));
endfunction

%!shared net
%! net = ae_dense (6, [5 3], "Precision", "double", "Seed", 4);
%!test # the order, and the way back
%! p = ae_parameters (net);
%! W = {net.layers.W}; b = {net.layers.b};
%! assert (p, [W{2}(:); b{2}; W{3}(:); b{3}; W{4}(:); b{4}; W{5}(:); b{5}]);
%! other = ae_parameters (net, p + 1);
%! assert (other.layers(3).W, net.layers(3).W + 1);
%! assert (other.layers(5).b, net.layers(5).b + 1);
%! assert (ae_parameters (other, p), net);
%!test # class of the weights
%! s = ae_dense (6, 3, "Seed", 4);
%! p = ae_parameters (s);
%! assert (class (p), "single");
%! assert (ae_parameters (s, double (p)), s);
%!test # frozen and tied layers, moments
%! n = ae_network (4, {ae_layer("dense", 3, "Name", "a"), ae_layer("batchnorm"), ...
%!                     ae_layer("dense", 2, "Trainable", false), ae_layer("dense", 3), ...
%!                     ae_layer("dense", 4, "Tied", "a")}, "Seed", 1);
%! p = ae_parameters (n);
%! assert (numel (p), 4*3 + 3 + 3 + 3 + 2*3 + 3 + 4);
%! m = ae_parameters (n, p + 1);
%! assert (m.layers(6).W, m.layers(2).W');
%! assert (m.layers(2).W, n.layers(2).W + 1);
%! assert (m.layers(4).W, n.layers(4).W);
%! assert (m.layers(3).mean, n.layers(3).mean);
%!test # nothing to train
%! n = ae_network (4, {ae_layer("dense", 4, "Trainable", false)}, "Seed", 1);
%! assert (size (ae_parameters (n)), [0 1]);
%! assert (ae_parameters (n, zeros (0, 1)), n);
%!error <Invalid call> ae_parameters ()
%!error <net must be a network, got 3> ae_parameters (3)
%!error <the model is damaged> ae_parameters (setfield (net, "code", 0))
%!error <p must be a column of 109 numbers, got 1-by-109 double> ae_parameters (net, ones (1, 109))
%!error <p must be a column of 109 numbers, got 3> ae_parameters (net, 3)
%!error <p must be single or double, got cell> ae_parameters (net, {})
%!error <p must be finite, got NaN at element 2> ae_parameters (net, [1; NaN; ones(107, 1)])
%!error <p must be full, got a sparse matrix> ae_parameters (net, sparse (109, 1))
%!error <p must be real> ae_parameters (net, i * ones (109, 1))
