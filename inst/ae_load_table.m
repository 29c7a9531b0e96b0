## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{D}, @var{names}] =} ae_load_table (@var{file})
## @deftypefnx {autoencoder} {[@var{D}, @var{names}] =} ae_load_table (@var{file}, @var{name}, @var{value}, @dots{})
## Read a table from a CSV file, missing cells as NaN, its columns as features.
##
## Each line of the file is a sample, each column a feature: @var{D} is
## @var{d}-by-@var{n} double, a column a sample, ready for @code{ae_fit} and
## @code{ae_pca}.  @var{names} is a @var{d}-by-1 cell of strings: the header's, or
## @code{"x1"}, @code{"x2"}, @dots{} without one.
##
## Cells may be quoted; a quoted cell may hold the delimiter, but no line break.
## The text is UTF-8, or, where it cannot be that, Latin-1.  Empty lines are skipped.  A cell that is empty, or @code{NA}, @code{N/A},
## @code{NaN}, @code{null}, @code{?} or @code{-}, is missing: NaN in @var{D}.
##
## Options:
## @table @code
## @item "Delimiter"
## @qcode{"auto"} (default: the one of @code{;}, tab, @code{,} and @code{|} that
## the first line has), or a character.
## @item "Decimal"
## @qcode{"auto"} (default: a comma where the delimiter is another character and
## a cell such as @code{3,14} is found), @qcode{"."} or @qcode{","}.
## @item "Header"
## @qcode{"auto"} (default: the first line is one when none of its cells is a
## number), @qcode{"yes"} or @qcode{"no"}.
## @item "Text"
## What a column with text becomes: @qcode{"error"} (default) refuses it by name;
## @qcode{"onehot"} makes a row of 0 and 1 of each of its values, named
## @code{column=value}, at most 50; @qcode{"omit"} leaves it out.
## @item "Missing"
## A cell of strings that stand for a missing value, too, as in @code{@{"-999"@}}.
## @end table
##
## Errors: @code{autoencoder:ae_load_table:file}, @code{:empty}, @code{:format}
## (a line with too few or too many cells), @code{:text}, @code{:value},
## @code{:option}.
##
## @example
## @group
## file = fullfile (tempdir (), "plant.csv");
## fid = fopen (file, "w");
## fputs (fid, "time;flow;state\n1;3,5;ok\n2;;ok\n3;4,5;bad\n");
## fclose (fid);
## [D, names] = ae_load_table (file, "Text", "onehot");
## D(2,:)
##     @result{} 3.5000 NaN 4.5000
## strjoin (names', ", ")
##     @result{} time, flow, state=bad, state=ok
## @end group
## @end example
## @seealso{ae_save_table, ae_load_images, ae_windows, ae_fit, ae_pca}
## @end deftypefn

function [D, names] = ae_load_table (file, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  arg_value ("ae_load_table", "file", file, "file");
  opt = arg_options ("ae_load_table", varargin, {
    "Delimiter", "auto", "string";
    "Decimal", "auto", {"auto", ".", ","};
    "Header", "auto", {"auto", "yes", "no"};
    "Text", "error", {"error", "onehot", "omit"};
    "Missing", {}, ""});
  opt = check_options (opt);
  lines = read_lines (file);
  delimiter = find_delimiter (opt.Delimiter, lines{1});
  width = check_widths (file, lines, delimiter);
  ## One more cell at the end of each line: Octave 6 loses an empty one there.
  text = [strjoin(lines, [delimiter "x\n"]), delimiter, "x"];
  cells = textscan (text, repmat ("%q", 1, width + 1), "Delimiter", delimiter, "EndOfLine", "\n");
  if (any (cellfun (@numel, cells) != numel (lines)))
    error ("autoencoder:ae_load_table:format", ...
           "ae_load_table: the quotes in %s do not begin and end with a cell, as in 1,\"a, b\",2", file);
  endif
  cells = strtrim ([cells{1:width}]);
  [names, cells] = split_header (cells, opt);
  if (isempty (cells))
    error ("autoencoder:ae_load_table:empty", "ae_load_table: %s has a header but no samples", file);
  endif
  [D, names] = to_numbers (cells, names, find_decimal (opt.Decimal, delimiter, cells), opt);
endfunction

function opt = check_options (opt)
  if (! strcmpi (opt.Delimiter, "auto") && numel (do_string_escapes (opt.Delimiter)) != 1)
    error ("autoencoder:ae_load_table:value", "ae_load_table: Delimiter must be \"auto\" or a character, got %s", ...
           text_describe (opt.Delimiter));
  elseif (! iscellstr (opt.Missing))
    error ("autoencoder:ae_load_table:value", "ae_load_table: Missing must be a cell of strings, got %s", ...
           text_describe (opt.Missing));
  endif
  opt.Missing = [{"", "NA", "N/A", "NaN", "null", "?", "-"}, opt.Missing(:)'];
endfunction

## The lines with something in them, without a byte order mark.
function lines = read_lines (file)
  [fid, message] = fopen (file, "r");
  if (fid < 0)
    error ("autoencoder:ae_load_table:file", "ae_load_table: cannot read %s: %s", file, message);
  endif
  text = fread (fid, Inf, "char=>char")';
  fclose (fid);
  if (strncmp (text, char ([239 187 191]), 3))
    text(1:3) = [];
  endif
  if (any (text == 0))
    error ("autoencoder:ae_load_table:format", "ae_load_table: %s is no text file", file);
  endif
  text = as_utf8 (text);
  lines = strsplit (text, {"\r\n", "\n", "\r"}, "CollapseDelimiters", false);
  lines = lines(! cellfun (@(l) isempty (strtrim (l)), lines));
  if (isempty (lines))
    error ("autoencoder:ae_load_table:empty", "ae_load_table: %s is empty", file);
  endif
endfunction

## Text that is no UTF-8, which regexp refuses, is taken for Latin-1.
function text = as_utf8 (text)
  try
    regexp (text, '.', "once");
  catch
    text = native2unicode (uint8 (text), "ISO-8859-1");
  end_try_catch
endfunction

function delimiter = find_delimiter (wanted, line)
  delimiter = do_string_escapes (wanted);
  if (strcmpi (wanted, "auto"))
    candidates = {";", "\t", ",", "|"};
    line = outside_quotes ({line}){1};
    found = cellfun (@(c) any (line == c), candidates);
    delimiter = [candidates(found), {","}]{1};
  endif
endfunction

function lines = outside_quotes (lines)
  lines = regexprep (lines, '"[^"]*"', "");
endfunction

## Cells a line, the same for all.
function width = check_widths (file, lines, delimiter)
  widths = 1 + cellfun (@(l) sum (l == delimiter), outside_quotes (lines));
  width = widths(1);
  bad = find (widths != width, 1);
  if (! isempty (bad))
    error ("autoencoder:ae_load_table:format", ...
           "ae_load_table: line %d of %s has %d cells, the first has %d (the delimiter is \"%s\")", bad, file, ...
           widths(bad), width, undo_string_escapes (delimiter));
  endif
endfunction

function [names, cells] = split_header (cells, opt)
  first = cells(1,:);
  header = ! any (is_number (first)) && ! all (ismember (lower (first), lower (opt.Missing)));
  if (! strcmp (opt.Header, "auto"))
    header = strcmp (opt.Header, "yes");
  endif
  names = arrayfun (@(i) sprintf ("x%d", i), (1:columns (cells))', "UniformOutput", false);
  if (header)
    named = ! cellfun (@isempty, first);
    names(named) = first(named);
    cells(1,:) = [];
  endif
endfunction

function t = is_number (cells)
  t = ! cellfun (@isempty, regexp (cells, '^[-+]?(\d+([.,]\d*)*|[.,]\d+)([eEdD][-+]?\d+)?$|^[-+]?Inf$', "once"));
endfunction

function comma = find_decimal (wanted, delimiter, cells)
  comma = strcmp (wanted, ",");
  if (strcmp (wanted, "auto"))
    some = cells(1:min (1000, rows (cells)),:);
    comma = delimiter != "," && any (! cellfun (@isempty, regexp (some(:), '^[-+]?\d*,\d+$', "once")));
  endif
endfunction

## A row a feature; text columns as opt.Text says.
function [D, names] = to_numbers (cells, names, comma, opt)
  [n, d] = size (cells);
  parts = part_names = cell (d, 1);
  for j = 1:d
    texts = cells(:,j);
    missing = ismember (lower (texts), lower (opt.Missing));
    plain = texts;
    if (comma)
      plain = with_points (texts);
    endif
    values = str2double (plain)';
    values(missing | ! is_number (texts)) = NaN;
    odd = find (isnan (values') & ! missing, 1);
    part_names{j} = names(j);
    parts{j} = values;
    if (! isempty (odd))
      [parts{j}, part_names{j}] = text_column (texts, missing, names{j}, j, odd, opt);
    endif
  endfor
  D = vertcat (parts{:});
  names = vertcat (part_names{:});
  if (isempty (D))
    error ("autoencoder:ae_load_table:empty", "ae_load_table: no column is left, all have text");
  endif
endfunction

## Decimal commas as points.  A point groups thousands, as in 1.234,5; where it
## cannot, the cell is no number.
function texts = with_points (texts)
  pointed = ! cellfun (@isempty, strfind (texts, "."));
  grouped = ! cellfun (@isempty, regexp (texts, '^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$', "once"));
  texts(pointed & ! grouped) = {"text"};
  texts = strrep (strrep (texts, ".", ""), ",", ".");
endfunction

function [part, names] = text_column (texts, missing, name, j, odd, opt)
  part = zeros (0, rows (texts));
  names = cell (0, 1);
  if (strcmp (opt.Text, "error"))
    error ("autoencoder:ae_load_table:text", ...
           ["ae_load_table: column %d, \"%s\", has text (\"%s\" in sample %d): \"Text\", \"onehot\" makes features of 0 and 1 " ...
            "of it, \"omit\" leaves it out"], j, name, texts{odd}, odd);
  elseif (strcmp (opt.Text, "onehot"))
    values = unique (texts(! missing));
    if (numel (values) > 50)
      error ("autoencoder:ae_load_table:text", ...
             "ae_load_table: column %d, \"%s\", has %d different texts, too many for \"onehot\"", j, name, numel (values));
    endif
    part = double (cell2mat (cellfun (@(v) strcmp (v, texts)', values, "UniformOutput", false)));
    part(:,missing) = NaN;
    names = strcat ([name "="], values);
  endif
endfunction

%!function [D, names] = table (text, varargin)
%!  file = tempname ();
%!  unwind_protect
%!    fid = fopen (file, "w");
%!    fwrite (fid, text);
%!    fclose (fid);
%!    [D, names] = ae_load_table (file, varargin{:});
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction

%!test # header, missing cells, line ends, byte order mark
%! wanted = [1 2 3; 4 NaN 5.5e3];
%! for ends = {"\n", "\r\n", "\r"}
%!   [D, names] = table (strrep ([char([239 187 191]) "a,b\n1,4\n2,\n3,5.5e3\n\n"], "\n", ends{1}));
%!   assert (D, wanted);
%!   assert (names, {"a"; "b"});
%! endfor
%! assert (table ("1,4\n2,NA\n3,5.5e3"), wanted);
%! assert (table ("1,4\n2, ? \n3,5.5e3"), wanted);
%! assert (table ("1,4\n2,-999\n3,5.5e3", "Missing", {"-999"}), wanted);
%! [~, names] = table ("1,4\n2,3");
%! assert (names, {"x1"; "x2"});
%!test # delimiters and decimal commas
%! wanted = [1.5 2; -0.25 1234.5];
%! assert (table ("a;b\n1,5;-,25\n2;1.234,5"), wanted);
%! assert (table ("a\tb\n1.5\t-.25\n2\t1234.5"), wanted);
%! assert (table ("a|b\n1.5|-.25\n2|1234.5"), wanted);
%! assert (table ("a b\n1.5 -.25\n2 1234.5", "Delimiter", " "), wanted);
%! assert (table ("a\tb\n1,5\t-,25\n2\t1234,5", "Delimiter", '\t', "Decimal", ","), wanted);
%! assert (table ("1;2\n3;4", "Decimal", "."), [1 3; 2 4]);
%!error <column 1, "a", has text \("1.5" in sample 2\)> table ("a;b\n1,5;2\n1.5;2")
%!test # quotes
%! [D, names] = table ("\"a, b\",\"c\"\"d\"\n\"1\",2\n");
%! assert (D, [1; 2]);
%! assert (names, {"a, b"; "c\"d"});
%!test # header or not
%! assert (table ("1,2\n3,4", "Header", "yes"), [3; 4]);
%! [D, names] = table ("a,b\n1,2", "Header", "no", "Text", "omit", "Missing", {"a", "b"});
%! assert (D, [NaN 1; NaN 2]);
%!test # text: one-hot, left out
%! text = "t,state,v\n1,ok,5\n2,bad,6\n3,,7\n4,ok,8";
%! [D, names] = table (text, "Text", "onehot");
%! assert (D, [1 2 3 4; 0 1 NaN 0; 1 0 NaN 1; 5 6 7 8]);
%! assert (names, {"t"; "state=bad"; "state=ok"; "v"});
%! [D, names] = table (text, "Text", "omit");
%! assert (D, [1 2 3 4; 5 6 7 8]);
%! assert (names, {"t"; "v"});
%!error <column 2, "state", has text \("ok" in sample 1\): "Text", "onehot"> table ("t,state\n1,ok")
%!error <column 1, "a", has text \("1x" in sample 2\)> table ("a,b\n1,1\n1x,2")
%!error <has 51 different texts, too many> table (["a\n" sprintf("%c%c\n", 65 + [mod(0:51, 26); floor((0:51) / 26)])], "Text", "onehot", "Header", "yes")
%!error <the quotes in .* do not begin and end with a cell> table ("a,b,\"c\"d\"\n1,2,3\n4,5,6\n");
%!error <line 3 of .* has 1 cells, the first has 2 \(the delimiter is ","\)> table ("a,b\n1,2\n3")
%!error <is empty> table ("\n\n")
%!error <has a header but no samples> table ("a,b\n")
%!error <no column is left> table ("a\nx\ny", "Text", "omit")
%!error <is no text file> table (["a" char(0) "b"])
%!error <cannot read /no/such.csv> ae_load_table ("/no/such.csv")
%!error <ae_load_table: file must be a file's name, got 0-by-0 char> ae_load_table ("")
%!error <file must be a file's name, got 3> ae_load_table (3)
%!error <Invalid call> ae_load_table ()
%!error <Delimiter must be "auto" or a character, got "ab"> table ("1", "Delimiter", "ab")
%!error <Missing must be a cell of strings> table ("1", "Missing", 3)
%!error <Header must be one of auto, yes, no> table ("1", "Header", 3)
%!error <unknown option "Txt"> table ("1", "Txt", 3)
%!test # the degree sign as Latin-1 has it, and as UTF-8
%! file = tempname ();
%! unwind_protect
%!   for sign = {char(176), "\302\260"}
%!     fputs (fid = fopen (file, "w"), ["a;T in " sign{1} "C\n1;2,5\n2;3,5\n"]);
%!     fclose (fid);
%!     [D, names] = ae_load_table (file);
%!     assert (D, [1 2; 2.5 3.5]);
%!     assert (names{2}, "T in \302\260C");
%!   endfor
%! unwind_protect_cleanup
%!   [~] = unlink (file);
%! end_unwind_protect
