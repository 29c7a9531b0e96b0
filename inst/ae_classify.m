## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {[@var{y}, @var{P}] =} ae_classify (@var{net}, @var{X})
## The classes of samples, by a network that ends in a softmax layer.
##
## @var{net} comes from @code{ae_classifier} and @code{ae_fit}; @var{X} are samples
## as it takes them.  @var{y} (1-by-@var{n}) is the likeliest class of each: one of
## @code{@var{net}.classes}, a number or a string in a cell, or its number from 1 to
## @var{k} for a network without that field.  @var{P} (@var{k}-by-@var{n}) holds
## the shares of all classes.
##
## Errors: @code{autoencoder:ae_classify:model}, @code{:class}, @code{:empty},
## @code{:size}, @code{:nonfinite}.
##
## @example
## @group
## net = ae_classifier (ae_dense (4, 2, "Seed", 1), [5 9 5], "Seed", 1);
## [y, P] = ae_classify (net, rand (4, 10));
## all (y == 5 | y == 9)
##     @result{} ans = 1
## size (P)
##     @result{} ans =
##
##            2   10
## @end group
## @end example
## @seealso{ae_classifier, ae_predict}
## @end deftypefn

function [y, P] = ae_classify (net, X)
  if (nargin != 2)
    print_usage ();
  endif
  arg_network ("ae_classify", net);
  P = model_apply ("ae_classify", "predict", net, X);
  k = prod (net.layers(end).output_size);
  if (ndims (P) > 2 || k < 2)
    error ("autoencoder:ae_classify:model", "ae_classify: the network must end in a vector of two shares or more, got %s", ...
           text_size (net.layers(end).output_size));
  endif
  classes = struct_get (net, "classes", 1:k);
  if (numel (classes) != k)
    error ("autoencoder:ae_classify:model", "ae_classify: net.classes must have %d entries, one an output, got %d", k, numel (classes));
  endif
  [~, chosen] = max (P, [], 1);
  y = classes(chosen);
endfunction

%!test
%! net = ae_network (3, {ae_layer("dense", 3, "softmax")}, "Precision", "double");
%! net.layers(2).W = 9 * eye (3);
%! net.layers(2).b(:) = 0;
%! [y, P] = ae_classify (net, [0 1 0; 1 0 0; 0 0 1]);
%! assert (y, [2 1 3]);
%! assert (P(2,1), exp (9) / (exp (9) + 2), 1e-12);
%! net.classes = {"a", "b", "c"};
%! assert (ae_classify (net, [0 1 0; 1 0 0; 0 0 1]), {"b", "a", "c"});
%!error <Invalid call> ae_classify (3)
%!error <ae_classify: net must be a network, got 3> ae_classify (3, 4)
%!error <ae_classify: X must be 3-by-n, got 2-by-1> ae_classify (ae_network (3, {ae_layer("dense", 2, "softmax")}), [1; 2])
%!error <the network must end in a vector of two shares or more, got 1> ae_classify (ae_network (3, {ae_layer("dense", 1)}), [1; 2; 3])
%!error <net.classes must have 2 entries, one an output, got 1> ...
%! ae_classify (setfield (ae_network (3, {ae_layer("dense", 2, "softmax")}), "classes", 7), [1; 2; 3])
