## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} disp (@var{a})
## The properties of an autoencoder, without the weights.
##
## @example
## @group
## disp (ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1)))
##     @print{}   Autoencoder with properties:
##     @print{}
##     @print{}                  HiddenSize: 2
##     @print{}     EncoderTransferFunction: logsig
##     @print{}              EncoderWeights: [2x6 double]
##     @print{}               EncoderBiases: [2x1 double]
##     @print{}     DecoderTransferFunction: logsig
##     @print{}              DecoderWeights: [6x2 double]
##     @print{}               DecoderBiases: [6x1 double]
## @end group
## @end example
## @seealso{Autoencoder, @@Autoencoder/display}
## @end deftypefn

function disp (a)
  printf ("  Autoencoder with properties:\n\n");
  for name = __matlab__ ("property", a.net, "")
    value = __matlab__ ("property", a.net, name{1});
    if (isnumeric (value) && isscalar (value))
      value = sprintf ("%d", value);
    elseif (isnumeric (value))
      value = sprintf ("[%dx%d double]", size (value));
    endif
    printf ("%27s: %s\n", name{1}, value);
  endfor
endfunction

%!test
%! text = evalc ("disp (Autoencoder (ae_dense (6, 2, 'Activation', 'sigmoid')))");
%! assert (numel (strsplit (strtrim (text), "\n")), 8);
