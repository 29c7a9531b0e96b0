## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} view (@var{a})
## The layers of an autoencoder, from left to right, as text.
##
## MATLAB opens a window with a drawing; here the same is printed.
##
## @example
## @group
## view (ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1)))
##     @print{} Input 6 -> Encoder 2 (logsig) -> Decoder 6 (logsig) -> Output 6
## @end group
## @end example
## @seealso{Autoencoder, @@network/view}
## @end deftypefn

function view (a)
  layers = a.net.layers;
  names = cellfun (@(f) __matlab__ ("transfer", "name", f), {layers(2:3).activation}, "UniformOutput", false);
  printf ("Input %d -> Encoder %d (%s) -> Decoder %d (%s) -> Output %d\n", prod (a.net.input_size), ...
          layers(2).output_size, names{1}, layers(3).output_size, names{2}, layers(3).output_size);
endfunction

%!test
%! a = Autoencoder (ae_dense (6, 2, "Activation", "satlin", "OutputActivation", "linear"));
%! assert (evalc ("view (a)"), "Input 6 -> Encoder 2 (satlin) -> Decoder 6 (purelin) -> Output 6\n");
