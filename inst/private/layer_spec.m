## spec = layer_spec (layers)
##
## The struct array that the MEX functions read (mex/spec.c), from a cell of
## layers or the struct array of a network: strings become numbers, fields that
## C does not know are left out.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function spec = layer_spec (layers)
  if (isstruct (layers))
    layers = num2cell (layers);
  endif
  spec = repmat (empty_spec (), 1, numel (layers));
  for i = 1:numel (layers)
    spec(i) = one_spec (layers{i}, layers);
  endfor
endfunction

function s = empty_spec ()
  s = struct ("type", "", "activation", "", "alpha", [], "units", [], "kernel", [], "stride", [], ...
              "padding", [], "factor", [], "pool", [], "interpolation", [], "margins", [], "target", [], ...
              "kind", [], "rate", [], "clip", [], "clipped", [], "momentum", [], "epsilon", [], ...
              "frozen", [], "tied", []);
endfunction

function s = one_spec (layer, layers)
  persistent codes = {
    "padding", {"valid", "same"};
    "interpolation", {"nearest", "bilinear"};
    "kind", {"gaussian", "masking", "saltpepper"}};
  persistent plain = {"type", "activation", "alpha", "units", "kernel", "stride", "factor", "pool", ...
                      "margins", "rate", "momentum", "epsilon"};
  s = empty_spec ();
  for field = plain
    if (isfield (layer, field{1}))
      s.(field{1}) = layer.(field{1});
    endif
  endfor
  for field = {"tied", "padding", "interpolation", "kind"}
    if (! ischar (struct_get (layer, field{1}, "")) && ! isempty (layer.(field{1})))
      error ("%s of a layer must be a string, got %s", field{1}, text_describe (layer.(field{1})));
    endif
  endfor
  for i = 1:rows (codes)
    if (isfield (layer, codes{i,1}) && ! isempty (layer.(codes{i,1})))
      s.(codes{i,1}) = find (strcmp (layer.(codes{i,1}), codes{i,2})) - 1;
    endif
  endfor
  s.units = struct_get (layer, "filters", s.units);
  if (! isempty (struct_get (layer, "target", [])))
    s.target = [layer.target(:)', 0, 0](1:3);
  endif
  s.clip = struct_get (layer, "clip", []);
  if (! isempty (s.clip))
    s.clipped = 1;
  endif
  if (! struct_get (layer, "trainable", true))
    s.frozen = 1;
  endif
  tied = struct_get (layer, "tied", "");
  if (! isempty (tied))
    names = cellfun (@(l) l.name, layers, "UniformOutput", false);
    s.tied = find (strcmp (tied, names), 1) - 1;
  endif
  for field = fieldnames (s)'
    if (isnumeric (s.(field{1})))
      s.(field{1}) = double (s.(field{1}));
    endif
  endfor
endfunction
