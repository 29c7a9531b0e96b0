## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} view (@var{n})
## The layers of a network, from left to right, as text.
##
## MATLAB opens a window with a drawing; here the same is printed.
##
## @example
## @group
## view (network (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1)))
##     @print{} Input 6 -> code 2 (logsig) -> dense_2 6 (logsig) -> Output 6
## @end group
## @end example
## @seealso{network, ae_summary}
## @end deftypefn

function view (n)
  parts = cellfun (@(l) sprintf (" -> %s %d (%s)", l.name, l.size, l.transferFcn), field_of (struct (n), "layers"), ...
                   "UniformOutput", false);
  printf ("Input %d%s -> Output %d\n", prod (n.net.input_size), strjoin (parts', ""), n.net.layers(end).output_size);
endfunction

%!test
%! n = network (ae_dense (6, 2, "Activation", "sigmoid"));
%! assert (evalc ("view (n)"), "Input 6 -> code 2 (logsig) -> dense_2 6 (logsig) -> Output 6\n");
