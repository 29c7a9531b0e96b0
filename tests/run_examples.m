## run_examples (name, ...): runs the @example blocks in the help of the given
## functions (default: every inst/ae_*.m), each function's blocks in one
## workspace and in a folder of their own, and ends with "N passed, N failed".
## A block passes when it runs without an error.  Lines that show what comes
## out (@result, @print, @error, and lines of numbers below them) are left out;
## a block after a line "@c not run" is skipped.  Exit status 1 when one failed or none ran.

function run_examples (varargin)
  root = fileparts (fileparts (mfilename ("fullpath")));
  addpath (fullfile (root, "tests"));
  package_path ();
  names = varargin;
  if (isempty (names))
    files = glob (fullfile (root, "inst", "ae_*.m"))';
    [~, names] = cellfun (@fileparts, files, "UniformOutput", false);
  endif
  page_screen_output (false);
  counts = [0 0 0];
  for i = 1:numel (names)
    counts += run_function (names{i});
  endfor
  printf ("%d passed, %d failed", counts(1:2));
  if (counts(3) > 0)
    printf (", %d skipped", counts(3));
  endif
  printf ("\n");
  exit (counts(2) > 0 || counts(1) == 0);
endfunction

function counts = run_function (name)
  [blocks, skipped] = example_blocks (get_help_text (name));
  counts = [0 0 skipped];
  back = pwd ();
  folder = tempname ();
  mkdir (folder);
  cd (folder);
  unwind_protect
    started = tic ();
    problem = run_blocks (blocks);
    if (isempty (problem))
      counts(1) = numel (blocks);
    else
      counts(2) = numel (blocks);
      printf ("the example of %s FAILED: %s\n%s\n", name, problem, strjoin (blocks, "\n"));
    endif
    if (toc (started) > 10)
      printf ("the example of %s takes %.0f s\n", name, toc (started));
    endif
  unwind_protect_cleanup
    close ("all");
    cd (back);
    confirm_recursive_rmdir (false, "local");
    rmdir (folder, "s");
  end_unwind_protect
endfunction

## All blocks run here, so that they see each other's variables and few others.
function problem = run_blocks (blocks)
  try
    evalc (strjoin (blocks, "\n"));
    problem = "";
  catch err
    problem = err.message;
  end_try_catch
endfunction

## The code of each @example ... @end example, as a person would type it.
function [blocks, skipped] = example_blocks (help)
  texts = regexp (help, '(@c not run\s+)?@example[ \t]*\n(.*?)\n[ \t]*@end example', "tokens");
  wanted = cellfun (@(t) ! strncmp (t{1}, "@c not run", 10), texts);
  skipped = sum (! wanted);
  blocks = cellfun (@(t) plain_code (t{end}), texts(wanted), "UniformOutput", false);
  blocks = blocks(! cellfun (@isempty, blocks));
endfunction

function code = plain_code (text)
  lines = strsplit (text, "\n");
  markup = ! cellfun (@isempty, regexp (lines, '^\s*@(group|end group|c\s)', "once"));
  lines = lines(! markup);
  output = ! cellfun (@isempty, regexp (lines, '^\s*(@(result|print|error)\{\}|⇒|-\||error:)', "once"));
  numbers = ! cellfun (@isempty, regexp (lines, '^\s*[-+\d.][-+\d.eE\s]*$', "once"));
  for i = 2:numel (lines)
    output(i) |= output(i-1) && numbers(i);
  endfor
  code = strjoin (lines(! output), "\n");
  code = regexprep (code, '@result\{\}.*?(\n|$)', "$1");
  code = regexprep (code, '@(var|code|samp)\{([^}]*)\}', "$2");
  code = strtrim (regexprep (strrep (code, "@dots{}", "..."), '@([@{}])', "$1"));
endfunction
