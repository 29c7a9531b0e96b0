## Writes doc/build/functions.texi: one chapter a group of INDEX, one section a
## function, made of the functions' own help.  tools/manual.sh runs it.

function manual (root, target)
  addpath (fullfile (root, "inst"));
  [groups, names] = read_index (fullfile (root, "INDEX"));
  all_names = [names{:}];
  fid = fopen (target, "w");
  for i = 1:numel (groups)
    fprintf (fid, "@node %s\n@chapter %s\n\n", groups{i}, groups{i});
    fprintf (fid, "@menu\n%s@end menu\n\n", sprintf ("* %s::\n", names{i}{:}));
    for name = names{i}
      fprintf (fid, "@node %s\n@section %s\n\n%s\n\n", name{[1 1]}, body (name{1}, all_names));
    endfor
  endfor
  fclose (fid);
  fid = fopen ([target ".menu"], "w");
  fprintf (fid, "* %s::\n", groups{:});
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

## The help of one function, its @seealso turned into references.
function text = body (name, all_names)
  text = get_help_text (name);
  text = regexprep (text, '^\s*-\*- texinfo -\*-\s*', "");
  text = regexprep (text, '^ ', "", "lineanchors");
  [list, parts] = regexp (text, '@seealso\{([^}]*)\}', "tokens", "split");
  text = parts{1};
  for i = 1:numel (list)
    also = strtrim (strsplit (list{i}{1}, ","));
    known = ismember (also, all_names);
    also(known) = strcat ("@ref{", also(known), "}");
    also(! known) = strcat ("@code{", also(! known), "}");
    text = [text, "\n@noindent\n@strong{See also:} ", strjoin(also, ", "), ".\n", parts{i+1}];
  endfor
endfunction
