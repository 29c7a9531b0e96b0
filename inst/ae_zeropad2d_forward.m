## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} ae_zeropad2d_forward (@var{X}, @var{margins})
## Forward pass of zero padding: adds margins of zeros around images.
##
## @var{X} is @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double.  @var{margins} are the
## rows and columns of zeros that are added: [top bottom left right], or [rows
## columns] (the same on both sides), or one number for all sides; whole numbers
## >= 0.  @var{Y} has
## @var{h} + @var{top} + @var{bottom} rows and @var{w} + @var{left} +
## @var{right} columns.
##
## Errors: @code{autoencoder:ae_zeropad2d_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## ae_zeropad2d_forward ([1 2], [0 1 2 0])
##     @result{} 0 0 1 2
##        0 0 0 0
## @end group
## @end example
## @seealso{ae_zeropad2d_backward, ae_crop2d_forward, ae_layer}
## @end deftypefn

function Y = ae_zeropad2d_forward (X, margins)
  if (nargin != 2)
    print_usage ();
  endif
  arg_array ("ae_zeropad2d_forward", "X", X);
  in = kernel_image_size ("ae_zeropad2d_forward", "X", X);
  layer = struct ("type", "zeropad2d", "margins", kernel_margins ("ae_zeropad2d_forward", margins));
  Y = __ae_layer_forward__ (X, layer, in, 0, 0);
endfunction

%!test
%! X = rand (3, 2, 2, 5);
%! Y = zeros (6, 6, 2, 5);  Y(2:4,4:5,:,:) = X;
%! assert (ae_zeropad2d_forward (X, [1 2 3 1]), Y);
%! assert (size (ae_zeropad2d_forward (X, [1 2])), [5 6 2 5]);
%! assert (size (ae_zeropad2d_forward (X, 3)), [9 8 2 5]);
%! assert (ae_zeropad2d_forward (single (X), 0), single (X));
%!error <Invalid call> ae_zeropad2d_forward (1)
%!error <margins must be 1, 2 or 4 whole numbers .= 0, got -1> ae_zeropad2d_forward (1, -1)
%!error <margins must be 1, 2 or 4 whole numbers .= 0, got 1-by-3 double> ae_zeropad2d_forward (1, [0 0 0])
%!error <X must be finite, got NaN at element 1> ae_zeropad2d_forward (NaN, 0)
%!error <X must be h-by-w-by-c-by-n> ae_zeropad2d_forward (ones (1, 1, 1, 1, 2), 0)
