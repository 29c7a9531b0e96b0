## calls = attack_calls (name)
##
## Every spoilt call of a public function: a struct array with name, args,
## nargout, what (the argument that is spoilt, "" when none is), label (a line
## for people), words (the names of all arguments and options) and speakers (who
## may speak in an error: a method's class may).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function calls = attack_calls (name)
  cases = attack_cases ();
  cases = cases(strcmp ({cases.name}, name));
  list = cell (0, 4);
  parts = strsplit (strrep (name, "@", ""), "/");
  for i = 1:numel (cases)
    c = cases(i);
    ## These are called by Octave, with what it makes.
    if (! any (strcmp (parts{end}, {"subsref", "subsasgn", "disp", "display"})))
      list = [list; wrong_counts(c)];
    endif
    list = [list; wrong_arguments(c); damaged_models(c); wrong_options(c)];
  endfor
  calls = cell2struct (list, {"what", "label", "args", "nargout"}, 2);
  [calls.name] = deal (name);
  [calls.speakers] = deal (setdiff (parts, "matlab"));
  [calls.words] = deal (unique ([cases.names, cases.options]));
endfunction

## Too few and too many arguments and outputs
function list = wrong_counts (c)
  list = {};
  objects = sum (cellfun (@isobject, c.args)); # without one it would be another function
  for k = objects:numel (c.args) - 1
    list(end+1,:) = {"", sprintf("%d arguments", k), c.args(1:k), 1};
  endfor
  list(end+1,:) = {"", "3 arguments too many", [c.args, {1, 2, 3}], 1};
  list(end+1,:) = {"", "20 arguments too many", [c.args, num2cell(1:20)], 1};
  for k = [0, 1:c.nargout + 2]
    list(end+1,:) = {"", sprintf("%d outputs", k), c.args, k};
  endfor
endfunction

function list = wrong_arguments (c)
  list = {};
  for i = find (! strcmp (c.names, "option") & ! cellfun (@isobject, c.args) & ! strcmp (c.names, "s"))
    for bad = attack_values ()'
      args = c.args;
      args{i} = bad{2};
      list(end+1,:) = {c.names{i}, sprintf("%s (argument %d) = %s", c.names{i}, i, bad{1}), args, c.nargout};
    endfor
  endfor
endfunction

function list = damaged_models (c)
  list = {};
  for i = 1:numel (c.args)
    if (isstruct (c.args{i}) && isscalar (c.args{i}) && any (isfield (c.args{i}, {"layers", "components"})))
      for bad = attack_damaged (c.args{i})'
        args = c.args;
        args{i} = bad{2};
        list(end+1,:) = {c.names{i}, sprintf("%s (argument %d): %s", c.names{i}, i, bad{1}), args, c.nargout};
      endfor
    endif
  endfor
endfunction

function list = wrong_options (c)
  ## A number of iterations that would take years is no mistake.
  persistent endless = {"Epochs", "MaxIter", "CheckpointSeconds"};
  list = {};
  for option = c.options
    values = attack_values ();
    if (any (strcmp (option{1}, endless)))
      values = values(! strncmp (values(:,1), "2^", 2),:);
    endif
    for bad = values'
      list(end+1,:) = {option{1}, sprintf("%s = %s", option{1}, bad{1}), [c.args, option, bad(2)], c.nargout};
    endfor
    list(end+1,:) = {option{1}, [option{1} " without a value"], [c.args, option], c.nargout};
    list(end+1,:) = {option{1}, [option{1} " with a typo"], [c.args, {[option{1} "x"], 1}], c.nargout};
    list(end+1,:) = {option{1}, [option{1} " in a cell"], [c.args, {option, 1}], c.nargout};
  endfor
endfunction
