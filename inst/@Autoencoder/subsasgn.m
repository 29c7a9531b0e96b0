## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} subsasgn (@var{a}, @var{s}, @var{value})
## The properties of an autoencoder cannot be assigned: an error says so.
##
## Octave calls this function for @code{@var{a}.Name = @var{value}}.  To change
## weights take the network that @code{ae_from_matlab} gives.
##
## Errors: @code{autoencoder:Autoencoder:property}.
##
## @example
## @group
## net = ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1);
## net = ae_from_matlab (ae_to_matlab (net));
## net.layers(2).b(:) = 0;
## a = ae_to_matlab (net);
## a.EncoderBiases'
##     @result{} ans =
##
##           0   0
## @end group
## @end example
## @seealso{Autoencoder, ae_from_matlab}
## @end deftypefn

function a = subsasgn (a, s, value)
  error ("autoencoder:Autoencoder:property", ...
         ["Autoencoder: the properties of an autoencoder can be read, not written; " ...
          "ae_from_matlab gives a network whose weights can"]);
endfunction

%!error <can be read, not written>
%! a = Autoencoder ();
%! a.HiddenSize = 3;
