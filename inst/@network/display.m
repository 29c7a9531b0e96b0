## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} display (@var{n})
## What the prompt shows of a network: its fields, without the weights.
##
## @c not run
## @example
## @group
## net = stack (autoenc1, autoenc2, softnet)
## @end group
## @end example
## @seealso{network, @@network/view}
## @end deftypefn

function display (n)
  try
    name = inputname (1);
  catch
    name = "ans"; # the value of an expression has no name
  end_try_catch
  printf ("%s =\n\n", name);
  disp (n);
  printf ("\n");
endfunction

%!test
%! n = network (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
%! text = evalc ("n");
%! assert (strncmp (text, "n =\n\n  Neural network\n\n", 23));
