## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} ae_crop2d_forward (@var{X}, @var{margins})
## Forward pass of cropping: removes margins from images.
##
## @var{X} is @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double.  @var{margins} are the
## rows and columns that are removed: [top bottom left right], or [rows
## columns] (the same on both sides), or one number for all sides; whole numbers
## >= 0.  @var{Y} has
## @var{h} - @var{top} - @var{bottom} rows and @var{w} - @var{left} -
## @var{right} columns.
##
## Errors: @code{autoencoder:ae_crop2d_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## ae_crop2d_forward (magic (4), [1 0 2 1])
##     @result{} 10
##         6
##        15
## @end group
## @end example
## @seealso{ae_crop2d_backward, ae_zeropad2d_forward, ae_layer}
## @end deftypefn

function Y = ae_crop2d_forward (X, margins)
  if (nargin != 2)
    print_usage ();
  endif
  arg_array ("ae_crop2d_forward", "X", X);
  in = kernel_image_size ("ae_crop2d_forward", "X", X);
  layer = struct ("type", "crop2d", "margins", kernel_margins ("ae_crop2d_forward", margins));
  Y = __ae_layer_forward__ (X, layer, in, 0, 0);
endfunction

%!test
%! X = rand (6, 7, 2, 5);
%! assert (ae_crop2d_forward (X, [1 2 3 1]), X(2:4,4:6,:,:));
%! assert (ae_crop2d_forward (X, [1 2]), X(2:5,3:5,:,:));
%! assert (ae_crop2d_forward (single (X), 0), single (X));
%!error <margins of 1 . 2 rows and 0 . 0 columns leave nothing of 3-by-3>
%! ae_crop2d_forward (ones (3), [1 2 0 0])
%!error <Invalid call> ae_crop2d_forward (1)
%!error <margins must be 1, 2 or 4 whole numbers .= 0, got -1> ae_crop2d_forward (1, -1)
%!error <margins must be 1, 2 or 4 whole numbers .= 0, got 1-by-3 double> ae_crop2d_forward (1, [0 0 0])
%!error <X must be finite, got NaN at element 1> ae_crop2d_forward (NaN, 0)
%!error <X must be h-by-w-by-c-by-n> ae_crop2d_forward (ones (1, 1, 1, 1, 2), 0)
