## text = layer_help ()
## layer_help ("--write")
##
## The part of ae_layer's help that says which layers and options there are,
## from the rows of the types in src/core/layers; with "--write" it is put
## into inst/ae_layer.m, between the lines that name this file and "@c end".
##
##   octave-cli --no-history --eval 'addpath tests tools; package_path (); layer_help ("--write")'

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = layer_help (varargin)
  types = __ae_layer_types__ ();
  types = types(! cellfun (@isempty, {types.help}));
  out = [type_table(types), "\n", option_table(types)];
  out = strjoin (strtrim (strcat ({"## "}, strsplit (out, "\n", "CollapseDelimiters", false))), "\n");
  if (nargin > 0)
    file = which ("ae_layer");
    parts = regexp (fileread (file), '(?<=@c by tools/layer_help.m\n)(## @c end\n|.*?\n## @c end\n)', "split");
    fid = fopen (file, "w");
    fputs (fid, [parts{1}, out, "\n## @c end\n", parts{2}]);
    fclose (fid);
  endif
  if (nargout > 0 || nargin == 0)
    text = out;
  endif
endfunction

function text = type_table (types)
  text = "The types and their arguments in order:\n\n@table @code\n";
  for type = types
    text = [text, sprintf("@item %s\n%s\n", signature (type), wrapped (sentence (type.help)))];
  endfor
  text = [text, "@end table\n"];
endfunction

## "noise" [, kind [, rate]]
function text = signature (type)
  options = type.options([type.options.place] > 0);
  [~, order] = sort ([options.place]);
  text = ["\"" type.type "\""];
  closing = "";
  for option = options(order)
    name = lower (option.name);
    if (isempty (closing) && isempty (option.default))
      text = [text, ", " name];
    else
      text = [text, " [, " name];
      closing(end+1) = "]";
    endif
  endfor
  text = [text, closing];
endfunction

## An entry for each option, or several where the types differ in what they say.
function text = option_table (types)
  text = "Options (those that a type does not have are an error):\n\n@table @code\n";
  entries = collect (types);
  for name = unique ({entries.name}, "stable")
    same = entries(strcmp (name{1}, {entries.name}));
    text = [text, sprintf("@item \"%s\"\n", name{1})];
    for k = 1:numel (same)
      words = sentence (same(k).text);
      if (numel (same(k).types) < numel (types))
        words = [strjoin(same(k).types, ", ") ": " same(k).text "."];
      endif
      text = [text, wrapped(words), "\n"];
      if (k < numel (same))
        text = [text, "\n"];
      endif
    endfor
  endfor
  text = [text, "@end table"];
endfunction

function entries = collect (types)
  entries = struct ("name", {}, "text", {}, "types", {});
  for type = types
    for option = type.options
      words = [option.help, choices(option), usual(option)];
      at = find (strcmp (option.name, {entries.name}) & strcmp (words, {entries.text}));
      if (isempty (at))
        entries(end+1) = struct ("name", option.name, "text", words, "types", {{type.type}});
      else
        entries(at).types{end+1} = type.type;
      endif
    endfor
  endfor
endfunction

function text = choices (option)
  text = "";
  if (iscell (option.check))
    text = ["; one of " strjoin(strcat ("\"", option.check(1,:), "\""), ", ")];
  endif
endfunction

function text = usual (option)
  value = option.default;
  text = "";
  if (ischar (value) && ! isempty (value))
    text = [" (default \"" value "\")"];
  elseif (islogical (value))
    text = [" (default " {"false", "true"}{1 + value} ")"];
  elseif (! isempty (value))
    text = [" (default " mat2str(value) ")"];
  elseif (! isempty (option.follows) && ! strcmp (option.follows, "Activation"))
    text = [" (default: " option.follows ")"];
  endif
endfunction

function text = sentence (text)
  if (regexp (text, '^[a-z-]+[ ,]'))
    text(1) = upper (text(1));
  endif
  text = [text "."];
endfunction

## Lines of at most 76 columns; quoted words and functions marked up.
function text = wrapped (text)
  text = regexprep (text, '([@{}])', '@$1');
  text = regexprep (text, '("[^"]*")', '@qcode{$1}');
  text = regexprep (text, '\<(ae_\w+)', '@code{$1}');
  words = strsplit (text, " ");
  lines = words(1);
  for word = words(2:end)
    if (numel (lines{end}) + 1 + numel (word{1}) > 76)
      lines(end+1) = word;
    else
      lines{end} = [lines{end} " " word{1}];
    endif
  endfor
  text = strjoin (lines, "\n");
endfunction
