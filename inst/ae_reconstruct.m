## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Xhat} =} ae_reconstruct (@var{m}, @var{X})
## Reconstruct samples: decode (encode (@var{X})).
##
## @var{m} is a network or a PCA model, @var{X} holds @var{n} samples:
## @var{d}-by-@var{n} or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  The result has
## the shape of @var{X} and the class of the model's weights.  A network's
## output must have as many numbers as its input.  A model that scales gives the
## data's own units back; one that masks missing values fills them in.
##
## Errors: @code{autoencoder:ae_reconstruct:model}, @code{:size},
## @code{:class}, @code{:empty}, @code{:nonfinite}.
##
## @example
## @group
## X = rand (28, 28, 1, 4, "single");
## Xhat = ae_reconstruct (ae_dense (784, [100 20]), X);
## size (Xhat)
##     @result{} 28 28 1 4
## @end group
## @end example
## @seealso{ae_encode, ae_decode, ae_evaluate, ae_plot_reconstruction}
## @end deftypefn

function Xhat = ae_reconstruct (m, X)
  if (nargin != 2)
    print_usage ();
  endif
  Xhat = model_apply ("ae_reconstruct", "reconstruct", m, X);
  shape = samples_shape (X);
  if (numel (Xhat) != prod (shape))
    error ("autoencoder:ae_reconstruct:size", ...
           "ae_reconstruct: the model's output must be as large as its input, got %s for %s", ...
           strrep (text_size (size (Xhat)), " ", "-by-"), strrep (text_size (shape), " ", "-by-"));
  endif
  Xhat = reshape (Xhat, shape);
endfunction

%!test # the shape that it was given
%! net = ae_network (6, {ae_layer("dense", 2), ae_layer("dense", 6)}, "Seed", 1);
%! X = rand (3, 2, 1, 4, "single");
%! assert (size (ae_reconstruct (net, X)), [3 2 1 4]);
%! assert (reshape (ae_reconstruct (net, X), 6, 4), ae_decode (net, ae_encode (net, X)));
%! assert (size (ae_reconstruct (net, X(:,:,:,1))), [3 2]);
%!error <Invalid call> ae_reconstruct (1)
%!error <output must be as large as its input> ae_reconstruct (ae_network (6, {ae_layer("dense", 2)}), ones (6, 1))
%!error <the model must come from> ae_reconstruct ([], 1)
