## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} generateSimulink (@var{a})
## An error: there is no Simulink in Octave.
##
## @code{generateFunction} writes the autoencoder as a function, which a block of
## a Simulink model can hold.
##
## Errors: @code{autoencoder:generateSimulink:simulink}.
##
## @c not run
## @example
## @group
## generateSimulink (autoenc)
## @end group
## @end example
## @seealso{@@Autoencoder/generateFunction}
## @end deftypefn

function generateSimulink (a)
  error ("autoencoder:generateSimulink:simulink", ...
         ["generateSimulink: Octave has no Simulink; generateFunction (a, \"file\") writes the autoencoder as a function " ...
          "of its own, which a MATLAB Function block can hold"]);
endfunction

%!error <Octave has no Simulink; generateFunction> generateSimulink (Autoencoder ())
