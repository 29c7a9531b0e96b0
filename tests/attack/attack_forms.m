## forms = attack_forms (name)
##
## What the help of a public function says about calling it: arguments (a cell
## of cells of names, one for each @deftypefn form, without what stands for
## options), nargout (the most outputs), options (names of the tables, which
## begin with a capital letter).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function forms = attack_forms (name)
  root = fileparts (fileparts (fileparts (mfilename ("fullpath"))));
  text = fileread (fullfile (root, "inst", [name ".m"]));
  text = strrep (strrep (text, "@{", "<"), "@}", ">");
  lines = regexp (text, '^## @deftypefnx? *\{\w+\} *\{([^\n]*)\} *\w+ *\(([^\n]*)\)', "tokens", "lineanchors");
  forms = struct ("arguments", {{}}, "nargout", 0, "options", {{}});
  for line = lines
    outputs = regexp (line{1}{1}, '@var\{\w+\}', "match");
    forms.nargout = max (forms.nargout, numel (outputs));
    forms.arguments{end+1} = arguments_of (line{1}{2});
  endfor
  rows = regexp (text, '^## @itemx? "[A-Z][^\n]*$', "match", "lineanchors");
  named = regexp (strjoin (rows, "\n"), '"([A-Z]\w*)"', "tokens");
  forms.options = unique ([{}, named{:}]);
endfunction

## "@var{net}, @var{X}, @var{name}, @var{value}" -> {"net", "X"}
function names = arguments_of (text)
  names = {};
  for part = strtrim (strsplit (text, ","))
    word = regexprep (part{1}, '@var\{(\w+)\}', "$1");
    if (any (strcmp (word, {"name", "value", "@dots{}", ""})) && ! isempty (strfind (text, "value")))
      continue;
    endif
    names{end+1} = regexprep (word, '\W', "");
  endfor
  names = names(! cellfun (@isempty, names));
endfunction
