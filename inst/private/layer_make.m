## layer = layer_make (name, args, ...)
##
## A layer of that type: what ae_layer makes of the same arguments.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layer = layer_make (name, varargin)
  type = layer_types (name);
  [values, rest] = positional (type, varargin);
  options = type.options;
  opt = arg_options ("ae_layer", [values rest], [{options.name}; {options.default}; {options.check}]');
  require_given (type, opt);
  layer = struct ("type", type.type, "name", opt.Name);
  for option = options(! strcmp ({options.name}, "Name"))
    layer.(lower (option.name)) = whole_value (option, opt);
  endfor
endfunction

## The leading arguments as name/value pairs.  An even number of arguments from
## a string on is taken for options, so that a misspelt one is named as such.
function [values, rest] = positional (type, args)
  values = {};
  option_names = {type.options.name};
  for name = type.positional
    starts_options = ! isempty (args) && ischar (args{1}) ...
                     && (any (strcmpi (args{1}, option_names))
                         || (strcmp (name{1}, "Activation") && mod (numel (args), 2) == 0));
    if (isempty (args) || starts_options)
      break;
    endif
    values(end+1:end+2) = {name{1}, args{1}};
    args(1) = [];
  endfor
  rest = args;
endfunction

function require_given (type, opt)
  for name = type.positional
    if (isempty (opt.(name{1})) && ! ischar (opt.(name{1})))
      error ("autoencoder:ae_layer:nargin", "ae_layer: %s layer needs %s", text_a (type.type), lower (name{1}));
    endif
  endfor
endfunction

## An option's value as the layer holds it: two numbers of a pair, four margins,
## what follows another option that was given.
function value = whole_value (option, opt)
  value = opt.(option.name);
  if (isempty (value) && strcmp (option.follows, "Activation"))
    value = arg_alpha ("ae_layer", opt.Activation, []);
  elseif (isempty (value) && ! isempty (option.follows))
    value = opt.(option.follows);
  endif
  if (ischar (option.check) && strncmp (option.check, "pair", 4))
    value = value(:)' .* [1 1];
  elseif (strcmp (option.check, "margins"))
    value = value(:)'({[1 1 1 1], [1 1 2 2], [], [1 2 3 4]}{numel (value)});
  elseif (strcmp (option.check, "flag"))
    value = logical (value);
  endif
endfunction
