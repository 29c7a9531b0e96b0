## varargout = __matlab__ (what, ...)
##
## What the classes of inst/@* use of inst/private, which they cannot see.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function varargout = __matlab__ (what, varargin)
  persistent doors = struct ("is_autoencoder", @matlab_is_autoencoder, "is_network", @matlab_is_network, "value", @arg_value, "transfer", @matlab_transfer, ...
                             "matrix", @matlab_matrix, "input", @matlab_input, "output", @matlab_output, ...
                             "options", @matlab_options, "property", @matlab_property, "describe", @text_describe);
  [varargout{1:nargout}] = doors.(what) (varargin{:});
endfunction
