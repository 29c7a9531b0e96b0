## run_examples (name, ...): runs the @example blocks in the help of the given
## functions (default: all; methods as "@Autoencoder/encode", helpers as "matlab/mse"), each function's blocks in a folder of
## their own, and ends with "N passed, N failed".
##
## Blocks that show what comes out (@result, @print) are run by octave-doctest,
## which compares; without that package they count as skipped.  The others pass
## when they run without an error; one after a line "@c not run" is skipped.
## Exit status 1 when one failed or none ran.

function run_examples (varargin)
  root = fileparts (fileparts (mfilename ("fullpath")));
  addpath (fullfile (root, "tests"));
  package_path ();
  setenv ("AE_DATA", fullfile (root, "inst", "data")); # the same images everywhere
  have_doctest = ! isempty (pkg ("list", "doctest"));
  if (have_doctest)
    pkg ("load", "doctest");
  endif
  names = varargin;
  if (isempty (names))
    files = glob (fullfile (root, "inst", {"*.m", "@*/*.m", "matlab/*.m"}))';
    names = cellfun (@(f) f(numel (root) + 7:end-2), files, "UniformOutput", false);
  endif
  page_screen_output (false);
  counts = [0 0 0];
  for i = 1:numel (names)
    if (strncmp (names{i}, "matlab/", 7))
      names{i}(1:7) = [];
      addpath (fullfile (root, "inst", "matlab"), "-end");
    endif
    counts += run_function (names{i}, have_doctest);
  endfor
  printf ("%d passed, %d failed", counts(1:2));
  if (counts(3) > 0)
    printf (", %d skipped", counts(3));
  endif
  printf ("\n");
  exit (counts(2) > 0 || (counts(1) == 0 && counts(3) == 0));
endfunction

function counts = run_function (name, have_doctest)
  [silent, shown, skipped] = example_blocks (get_help_text (name));
  counts = [0 0 skipped];
  back = pwd ();
  folder = tempname ();
  mkdir (folder);
  cd (folder);
  started = tic ();
  unwind_protect
    problem = run_blocks (silent);
    if (isempty (problem))
      counts(1) += numel (silent);
    else
      counts(2) += numel (silent);
      printf ("the example of %s FAILED: %s\n%s\n", name, problem, strjoin (silent, "\n"));
    endif
    if (! have_doctest)
      counts(3) += shown;
    elseif (shown > 0)
      counts += compare_outputs (name);
    endif
  unwind_protect_cleanup
    close ("all");
    cd (back);
    confirm_recursive_rmdir (false, "local");
    rmdir (folder, "s");
  end_unwind_protect
  if (toc (started) > 10)
    printf ("the example of %s takes %.0f s\n", name, toc (started));
  endif
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

function counts = compare_outputs (name)
  [text, passed, total] = evalc_doctest (name);
  counts = [passed, total - passed, 0];
  if (total == 0)
    counts(2) = 1;
  endif
  if (counts(2) > 0)
    printf ("%s", text);
  endif
endfunction

function [text, passed, total] = evalc_doctest (name)
  text = evalc ("[passed, total] = doctest (name);");
endfunction

## The blocks without outputs as a person would type them, and how many have some.
function [silent, shown, skipped] = example_blocks (help)
  texts = regexp (help, '(@c not run\s+)?@example[ \t]*\n(.*?)\n[ \t]*@end example', "tokens");
  wanted = cellfun (@(t) ! strncmp (t{1}, "@c not run", 10), texts);
  skipped = sum (! wanted);
  texts = cellfun (@(t) t{end}, texts(wanted), "UniformOutput", false);
  with_output = ! cellfun (@isempty, regexp (texts, '@(result|print|error)\{\}', "once"));
  shown = sum (with_output);
  silent = cellfun (@plain_code, texts(! with_output), "UniformOutput", false);
  silent = silent(! cellfun (@isempty, silent));
endfunction

function code = plain_code (text)
  lines = strsplit (text, "\n");
  markup = ! cellfun (@isempty, regexp (lines, '^\s*@(group|end group|c\s)', "once"));
  code = strjoin (lines(! markup), "\n");
  code = regexprep (code, '@(var|code|samp)\{([^}]*)\}', "$2");
  code = strtrim (regexprep (strrep (code, "@dots{}", "..."), '@([@{}])', "$1"));
endfunction
