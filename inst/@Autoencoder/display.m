## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} display (@var{a})
## What the prompt shows of an autoencoder: its properties, without the weights.
##
## @example
## @group
## a = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## display (a)
##     @print{} a =
##     @print{}
##     @print{}   Autoencoder with properties:
##     @print{}
##     @print{}                  HiddenSize: 2
##     @print{}     EncoderTransferFunction: logsig
##     @print{}              EncoderWeights: [2x6 double]
##     @print{}               EncoderBiases: [2x1 double]
##     @print{}     DecoderTransferFunction: logsig
##     @print{}              DecoderWeights: [6x2 double]
##     @print{}               DecoderBiases: [6x1 double]
##     @print{}
## @end group
## @end example
## @seealso{Autoencoder, @@Autoencoder/view}
## @end deftypefn

function display (a)
  try
    name = inputname (1);
  catch
    name = "ans"; # the value of an expression has no name
  end_try_catch
  printf ("%s =\n\n", name);
  disp (a);
  printf ("\n");
endfunction

%!test
%! a = Autoencoder (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
%! text = evalc ("a");
%! assert (any (strfind (text, "a =\n\n  Autoencoder with properties:\n\n                 HiddenSize: 2\n")));
%! assert (any (strfind (text, "EncoderWeights: [2x6 double]\n")));
