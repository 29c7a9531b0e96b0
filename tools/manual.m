## manual (root, folder): the parts of the manual that are made, for
## doc/autoencoder.texi: one chapter a group of INDEX out of the functions' own
## help, the layers out of their rows, the errors out of the help, the table
## of models out of bench/results.csv, and the chapters that others wrote.  tools/manual.sh runs it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function manual (root, folder)
  addpath (fullfile (root, "inst"), fullfile (root, "src"));
  [groups, names] = read_index (fullfile (root, "INDEX"));
  write (folder, "functions.texi", function_chapters (groups, names));
  write (folder, "functions.texi.menu", sprintf ("* Functions - %s::\n", groups{:}));
  write (folder, "layers-list.texi", layer_sections (fullfile (root, "doc", "formulas.texi")));
  write (folder, "errors-list.texi", error_table ([names{:}], fullfile (root, "doc", "error-kinds.txt")));
  addpath (fullfile (root, "bench"));
  write (folder, "results-list.texi", results_table (fullfile (root, "bench"), "texinfo"));
  [menu, includes] = guests (fullfile (root, "doc"));
  write (folder, "guests.texi.menu", menu);
  write (folder, "guests.texi", includes);
endfunction

function write (folder, name, text)
  fid = fopen (fullfile (folder, name), "w");
  fputs (fid, text);
  fclose (fid);
endfunction

## Groups stand at the margin, functions are indented; the first line is the title.
function [groups, names] = read_index (file)
  groups = names = {};
  for line = strsplit (fileread (file), "\n")(2:end)
    words = strsplit (strtrim (line{1}), " ");
    if (isempty (words{1}) || line{1}(1) == "#")
      continue;
    elseif (isspace (line{1}(1)))
      names{end} = [names{end}, words];
    else
      groups{end+1} = strtrim (line{1});
      names{end+1} = {};
    endif
  endfor
endfunction

function text = function_chapters (groups, names)
  text = "";
  for i = 1:numel (groups)
    text = [text, sprintf("@node Functions - %s\n@chapter Functions: %s\n\n", groups{i}, groups{i})];
    text = [text, "@menu\n", sprintf("* %s::\n", escaped (names{i}){:}), "@end menu\n\n"];
    for name = names{i}
      text = [text, sprintf("@node %s\n@section %s\n\n%s\n\n", escaped (name){[1 1]}, body (name{1}, [names{:}]))];
    endfor
  endfor
endfunction

## The help of one function, its @seealso turned into references.
function text = body (name, all_names)
  [text, format] = get_help_text (name);
  if (! strcmp (format, "texinfo"))
    error ("manual: %s has no texinfo help", name);
  endif
  text = regexprep (text, '^\s*-\*- texinfo -\*-\s*', "");
  text = regexprep (text, '^ ', "", "lineanchors");
  [list, parts] = regexp (text, '@seealso\{([^}]*)\}', "tokens", "split");
  text = parts{1};
  for i = 1:numel (list)
    also = strtrim (strsplit (list{i}{1}, ","));
    known = ismember (strrep (also, "@@", "@"), all_names); # methods: @class/name
    also(known) = strcat ("@ref{", also(known), "}");
    also(! known) = strcat ("@code{", also(! known), "}");
    text = [text, "\n@noindent\n@strong{See also:} ", strjoin(also, ", "), ".\n", parts{i+1}];
  endfor
endfunction

## A section for each type of layer that people can write: what its row says,
## and the formulas that stand behind "@c layer TYPE" in the file.
function text = layer_sections (file)
  [types, formulas] = regexp (fileread (file), '^@c layer (\w+)\n', "tokens", "split", "lineanchors");
  formulas = cell2struct (formulas(2:end)(:), cellfun (@(t) t{1}, types, "UniformOutput", false)(:), 1);
  text = "";
  for row = __ae_layer_types__ ()(:)'
    if (isempty (row.help))
      continue;
    endif
    formula = "";
    if (isfield (formulas, row.type) && ! isempty (strtrim (formulas.(row.type))))
      formula = formulas.(row.type);
    else
      warning ("manual: doc/formulas.texi says nothing about the layer %s", row.type);
    endif
    text = [text, sprintf("@section %s\n\n%s%s.\n\n", row.type, upper (row.help(1)), escaped (row.help(2:end))), ...
            formula, option_list(row.options), array_list(row.arrays), kernel_words(row.type)];
  endfor
endfunction

function text = option_list (options)
  options = options(! ismember ({options.name}, {"Name", "Trainable"}));
  text = "";
  if (! isempty (options))
    items = arrayfun (@(o) sprintf ("@item \"%s\"\n%s\n", o.name, escaped (o.help)), options, "UniformOutput", false);
    text = ["\nOptions:\n@table @code\n", [items{:}], "@end table\n"];
  endif
endfunction

function text = array_list (arrays)
  text = "";
  if (! isempty (arrays))
    items = arrayfun (@(a) sprintf ("@code{%s} (in files: %s)", a.name, a.file), arrays, "UniformOutput", false);
    text = ["\nArrays: ", strjoin(items, ", "), ".\n"];
  endif
endfunction

function text = kernel_words (type)
  source = source_of (type);
  text = sprintf ("\nC: @file{src/core/layers/%s.c}", source);
  if (exist (["ae_" type "_forward"], "file"))
    text = [text, sprintf("; from Octave: @code{ae_%s_forward}, @code{ae_%s_backward}", type, type)];
  endif
  text = [text, ".\n\n"];
endfunction

## The C file whose row has that name; series go through the kernels of images.
function source = source_of (type)
  source = strrep (type, "1d", "2d");
  for file = {dir(fullfile ("src", "core", "layers", "*.c")).name}
    if (! isempty (strfind (fileread (fullfile ("src", "core", "layers", file{1})), ["\"" type "\""])))
      source = file{1}(1:end-2);
    endif
  endfor
endfunction

function text = escaped (text)
  text = regexprep (text, '([@{}])', '@$1');
endfunction

## Which function raises which error, from "Errors: @code{autoencoder:NAME:WHAT}, @code{:WHAT}".
function text = error_table (names, file)
  raised = struct ();
  for name = names
    list = regexp (get_help_text (name{1}), 'Errors:(.*?)(\.\s|$)', "tokens", "once");
    if (isempty (list))
      continue;
    endif
    for what = cellfun (@(t) t{1}, regexp (list{1}, '@code\{[\w:]*:(\w+)\}', "tokens"), "UniformOutput", false)
      raised = add_name (raised, what{1}, escaped (name{1}));
    endfor
  endfor
  [kinds, order] = sort (fieldnames (raised));
  meanings = regexp (fileread (file), '^(\w+)\t([^\n]*)', "tokens", "lineanchors");
  meanings = cell2struct (cellfun (@(t) t{2}, meanings, "UniformOutput", false)(:), ...
                          cellfun (@(t) t{1}, meanings, "UniformOutput", false)(:), 1);
  text = "@table @code\n";
  for kind = kinds'
    meaning = "";
    if (isfield (meanings, kind{1}))
      meaning = [meanings.(kind{1}), ".  "];
    else
      warning ("manual: doc/error-kinds.txt does not say what :%s is", kind{1});
    endif
    text = [text, sprintf("@item :%s\n%sRaised by %s.\n", kind{1}, meaning, ...
                          strjoin (strcat ("@code{", raised.(kind{1}), "}"), ", "))];
  endfor
  text = [text, "@end table\n"];
endfunction

function raised = add_name (raised, what, name)
  if (! isfield (raised, what))
    raised.(what) = {};
  endif
  raised.(what){end+1} = name;
endfunction

## Chapters of files in doc that the main file does not name itself.
function [menu, includes] = guests (folder)
  main = fileread (fullfile (folder, "autoencoder.texi"));
  menu = includes = "";
  for file = {dir(fullfile (folder, "*.texi")).name}
    text = fileread (fullfile (folder, file{1}));
    node = regexp (text, '^@node ([^,\n]*)', "tokens", "once", "lineanchors");
    if (any (strcmp (file{1}, {"autoencoder.texi", "formulas.texi"})) || isempty (node) ...
        || ! isempty (strfind (main, ["@include " file{1}])))
      continue;
    endif
    menu = [menu, sprintf("* %s::\n", strtrim (node{1}))];
    includes = [includes, sprintf("@include %s\n", file{1})];
  endfor
endfunction
