## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_save_table (@var{file}, @var{D})
## @deftypefnx {autoencoder} {} ae_save_table (@var{file}, @var{D}, @var{names})
## @deftypefnx {autoencoder} {} ae_save_table (@dots{}, @var{name}, @var{value})
## Write codes, scores or any table to a CSV file, a line a sample.
##
## @var{D} is @var{d}-by-@var{n}, real or logical: each column becomes a line, so
## that @code{ae_load_table} gives @var{D} back.  The first line has @var{names},
## a cell of @var{d} strings, by default @code{"x1"}, @code{"x2"}, @dots{}.  Numbers
## are written with all their digits, NaN as an empty cell.  The file is written
## whole or not at all.
##
## Options:
## @table @code
## @item "Delimiter"
## A character, default @qcode{","}, or @qcode{";"} with a decimal comma.
## @item "Decimal"
## @qcode{"."} (default) or @qcode{","}.
## @end table
##
## Errors: @code{autoencoder:ae_save_table:class}, @code{:size}, @code{:empty},
## @code{:value}, @code{:option}, and, when it cannot be written, those of
## @code{ae_save}.
##
## @example
## @group
## D = rand (6, 40);
## p = ae_pca (D, 2);
## file = fullfile (tempdir (), "codes.csv");
## ae_save_table (file, [ae_encode(p, D); ae_score(p, D)], @{"code 1", "code 2", "score"@})
## [back, names] = ae_load_table (file);
## size (back)
##     @result{} 3 40
## @end group
## @end example
## @seealso{ae_load_table, ae_encode, ae_score, ae_outliers, ae_save}
## @end deftypefn

function ae_save_table (file, D, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  arg_value ("ae_save_table", "file", file, "file");
  check_data (D);
  names = arrayfun (@(i) sprintf ("x%d", i), 1:rows (D), "UniformOutput", false);
  if (! isempty (varargin) && ! ischar (varargin{1}))
    names = check_names (varargin{1}, rows (D));
    varargin(1) = [];
  endif
  opt = arg_options ("ae_save_table", varargin, {"Delimiter", "", "string"; "Decimal", ".", {".", ","}});
  delimiter = opt.Delimiter;
  if (isempty (delimiter))
    delimiter = {",", ";"}{1 + strcmp (opt.Decimal, ",")};
  elseif (numel (delimiter) != 1 || delimiter == opt.Decimal || any (delimiter == "\"\r\n"))
    error ("autoencoder:ae_save_table:value", ...
           "ae_save_table: Delimiter must be a character other than Decimal, quotes and line ends, got %s", ...
           text_describe (delimiter));
  endif
  header = strjoin (cellfun (@(s) quoted (s, delimiter), names, "UniformOutput", false), delimiter);
  text = [header "\n" body(D, delimiter, opt.Decimal)];
  __ae_write_file__ ("ae_save_table", file, {uint8(text)});
endfunction

function check_data (D)
  if (! ((isnumeric (D) || islogical (D)) && isreal (D) && ndims (D) == 2))
    error ("autoencoder:ae_save_table:class", "ae_save_table: D must be a real matrix, d-by-n, got %s", text_describe (D));
  elseif (isempty (D))
    error ("autoencoder:ae_save_table:empty", "ae_save_table: D must not be empty, got %s", text_describe (D));
  endif
endfunction

function names = check_names (names, d)
  if (! iscellstr (names) || numel (names) != d)
    error ("autoencoder:ae_save_table:size", ...
           "ae_save_table: names must be a cell of strings, one for each of the %d rows of D, got %s", d, text_describe (names));
  elseif (any (cellfun (@(s) any (s == "\n" | s == "\r"), names)))
    error ("autoencoder:ae_save_table:value", "ae_save_table: names must not hold line ends");
  endif
endfunction

function text = quoted (text, delimiter)
  if (any (text == delimiter) || any (text == "\""))
    text = ["\"" strrep(text, "\"", "\"\"") "\""];
  endif
endfunction

function text = body (D, delimiter, decimal)
  digits = {"%.17g", "%.9g"}{1 + isa (D, "single")};
  line = strjoin (repmat ({digits}, 1, rows (D)), delimiter);
  text = sprintf ([strrep(line, "\t", '\t') "\n"], double (D));
  if (any (isnan (D(:))))
    text = strrep (text, "NaN", "");
  endif
  if (decimal == ",")
    text = strrep (text, ".", ",");
  endif
endfunction

%!function [back, names, text] = round_trip (varargin)
%!  file = tempname ();
%!  unwind_protect
%!    ae_save_table (file, varargin{:});
%!    [back, names] = ae_load_table (file);
%!    text = fileread (file);
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction

%!test # every digit comes back
%! D = [pi, -1e-300, NaN; 1e17 / 3, 0, 2];
%! [back, names, text] = round_trip (D, {"a", "b, \"c\""});
%! assert (back, D);
%! assert (names, {"a"; "b, \"c\""});
%! assert (strsplit (text, "\n"){1}, "a,\"b, \"\"c\"\"\"");
%! assert (single (round_trip (single (D(:,[1 3])))), single (D(:,[1 3])));
%! assert (round_trip ([true false; false true]), eye (2));
%! assert (round_trip (uint8 ([1 200; 3 4])), [1 200; 3 4]);
%!test # decimal comma, other delimiters
%! D = [pi 2; NaN 1e5];
%! [back, ~, text] = round_trip (D, "Decimal", ",");
%! assert (back, D);
%! assert (strsplit (text, "\n"){2}, "3,1415926535897931;");
%! assert (round_trip (D, "Delimiter", "\t"), D);
%!error <Invalid call> ae_save_table ("a")
%!error <ae_save_table: file must be a file's name, got 0-by-0 char> ae_save_table ("", 4)
%!error <file must be a file's name, got 3> ae_save_table (3, 4)
%!error <D must be a real matrix, d-by-n, got 1-by-1 cell> ae_save_table ("a", {1})
%!error <D must not be empty> ae_save_table ("a", [])
%!error <names must be a cell of strings, one for each of the 2 rows of D, got 1-by-1 cell> ae_save_table ("a", [1; 2], {"x"})
%!error <names must not hold line ends> ae_save_table ("a", 1, {"x\n"})
%!error <Delimiter must be a character other than Decimal> ae_save_table ("a", 1, "Delimiter", ".")
%!error <unknown option "Decimals"> ae_save_table ("a", 1, "Decimals", ".")
%!error ae_save_table ("/no/such/folder/a.csv", 1)
