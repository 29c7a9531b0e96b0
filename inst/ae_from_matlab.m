## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{net} =} ae_from_matlab (@var{a})
## The network in an object of MATLAB's kind, as a struct of this package.
##
## @var{a} comes from @code{trainAutoencoder}, @code{trainSoftmaxLayer},
## @code{stack} or @code{network}.  @var{net} is a plain struct: @code{ae_encode},
## @code{ae_evaluate}, @code{ae_compare}, @code{ae_save}, @code{ae_plot_filters},
## @code{ae_fit} and all others take it.  It gives the same numbers, in double,
## scaling included.  Images are not cells there but the last dimension:
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.
##
## Errors: @code{autoencoder:ae_from_matlab:class}.
##
## @example
## @group
## rand ("state", 1);
## X = [1:6]' * rand (1, 40) / 6;   # all six follow one number
## a = trainAutoencoder (X, 3, "MaxEpochs", 20, ...
##                       "SparsityRegularization", 0);
## net = ae_from_matlab (a);
## isequal (ae_encode (net, X), encode (a, X))
##     @result{} ans = 1
## @end group
## @end example
## @seealso{ae_to_matlab, trainAutoencoder, ae_save}
## @end deftypefn

function net = ae_from_matlab (a)
  if (nargin != 1)
    print_usage ();
  elseif (! any (strcmp (class (a), {"Autoencoder", "network"})))
    error ("autoencoder:ae_from_matlab:class", ...
           "ae_from_matlab: a must be an object from trainAutoencoder, trainSoftmaxLayer or stack, got %s", text_describe (a));
  endif
  net = struct (a).net;
endfunction

%!test
%! X = 3 * rand (6, 40);
%! a = trainAutoencoder (X, 3, "MaxEpochs", 5);
%! net = ae_from_matlab (a);
%! assert (ae_encode (net, X), encode (a, X));
%! assert (ae_reconstruct (net, X), predict (a, X));
%! soft = trainSoftmaxLayer (X, ones (1, 40), "MaxEpochs", 2);
%! assert (ae_predict (ae_from_matlab (soft), X), soft (X));
%! n = stack (a, trainSoftmaxLayer (encode (a, X), ones (1, 40), "MaxEpochs", 2));
%! assert (ae_predict (ae_from_matlab (n), X), n (X));
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   ae_save (net, file);
%!   assert (predict (ae_to_matlab (ae_load (file)), X), predict (a, X));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!test # trained further by ae_fit, and back
%! X = rand (6, 40);
%! net = ae_fit (ae_from_matlab (trainAutoencoder (X, 3, "MaxEpochs", 5)), X, "Epochs", 2, "Verbose", 0);
%! assert (class (ae_to_matlab (net)), "Autoencoder");
%!error <Invalid call> ae_from_matlab ()
%!error <a must be an object from trainAutoencoder, trainSoftmaxLayer or stack, got 1> ae_from_matlab (1)
