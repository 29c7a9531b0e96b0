## models = attack_damaged (model)
##
## A model with one thing wrong, as a cell of {what it is, model}: each field,
## and each field of each layer, away or with a value that it cannot have.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function models = attack_damaged (model)
  models = {};
  for name = fieldnames (model)'
    models = [models; damaged_field(model, name{1}, name{1})];
  endfor
  if (isfield (model, "layers") && isstruct (model.layers))
    for name = fieldnames (model.layers)'
      without = model;
      without.layers = rmfield (model.layers, name{1});
      models(end+1,:) = {["no layers." name{1}], without};
    endfor
    for i = 1:numel (model.layers)
      for name = fieldnames (model.layers)'
        for bad = wrong_values ()'
          other = model;
          other.layers(i).(name{1}) = bad{2};
          models(end+1,:) = {sprintf("layers(%d).%s = %s", i, name{1}, bad{1}), other};
        endfor
      endfor
    endfor
    for list = {[], model.layers(1), model.layers([]), model.layers(end:-1:1), model.layers([1 1 2:end])}
      other = model;
      other.layers = list{1};
      models(end+1,:) = {sprintf("layers %s %s", mat2str (size (list{1})), class (list{1})), other};
    endfor
  endif
endfunction

function models = damaged_field (model, name, label)
  models = {["no " label], rmfield(model, name)};
  for bad = wrong_values ()'
    other = model;
    other.(name) = bad{2};
    models(end+1,:) = {[label " = " bad{1}], other};
  endfor
endfunction

function values = wrong_values ()
  values = {"[]", []; "-1", -1; "NaN", NaN; "1e308", 1e308; "\"abc\"", "abc"; "{}", {}; "{1}", {1}; ...
            "struct ()", struct(); "2-by-2", [1 2; 3 4]; "@sin", @sin; "2^40", 2^40; "1i", 1i};
endfunction
