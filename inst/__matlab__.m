## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@dots{} =} __matlab__ (@var{what}, @dots{})
## Undocumented internal function: calls the private function that @var{what}
## stands for, since the methods of classes cannot see the private ones.
## @end deftypefn

function varargout = __matlab__ (what, varargin)
  persistent doors = struct ("is_autoencoder", @matlab_is_autoencoder, ...
                             "is_network", @matlab_is_network, "value", @arg_value, "transfer", @matlab_transfer, ...
                             "matrix", @matlab_matrix, "input", @matlab_input, "output", @matlab_output, ...
                             "reraise", @text_reraise, "options", @matlab_options, "property", @matlab_property, "describe", @text_describe);
  [varargout{1:nargout}] = doors.(what) (varargin{:});
endfunction

%!assert (__matlab__ ("is_network", 1), false)
%!assert (__matlab__ ("value", "f", "k", 3, "whole >= 1"), 3)
%!error <f: k must be a whole number .= 1, got 0> __matlab__ ("value", "f", "k", 0, "whole >= 1")
