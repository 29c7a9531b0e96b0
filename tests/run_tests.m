## run_tests (file, ...): runs the %! tests of the given files (default: all in
## inst, its classes and inst/matlab, and tests/*.tst), prints each failure, and
## ends with one line "N passed, N failed[, N skipped]".  Exit status 1 when one
## failed or none ran.

function run_tests (varargin)
  root = fileparts (fileparts (mfilename ("fullpath")));
  addpath (fullfile (root, "tests"));
  package_path ();
  files = varargin;
  if (isempty (files))
    files = glob (fullfile (root, {"inst/*.m", "inst/@*/*.m", "inst/matlab/*.m", "tests/*.tst"}))';
  endif
  counts = [0 0 0];
  for i = 1:numel (files)
    counts += run_file (files{i});
    close ("all");
  endfor
  printf ("%d passed, %d failed", counts(1:2));
  if (counts(3) > 0)
    printf (", %d skipped", counts(3));
  endif
  printf ("\n");
  exit (counts(2) > 0 || counts(1) == 0);
endfunction

function counts = run_file (file)
  counts = [0 0 0];
  if (isempty (regexp (fileread (file), '^%!', "once", "lineanchors")))
    return;
  endif
  log = tempname ();
  started = tic ();
  [passed, total, expected, known, skipped] = test (file, "quiet", log);
  counts = [passed, total - passed - expected - known, skipped];
  [~, name] = fileparts (file);
  printf ("%-36s %4d passed", name, passed);
  if (skipped > 0)
    printf (", %d skipped", skipped);
  endif
  if (counts(2) > 0)
    printf (", %d FAILED\n%s", counts(2), without_variables (fileread (log)));
  endif
  printf ("  (%.1f s)\n", toc (started));
  [~] = unlink (log);
endfunction

## test prints all shared variables at each failure: pages of numbers.
function text = without_variables (text)
  text = regexprep (text, 'shared variables .*?(?=\n\*\*\*\*\*|$)', "");
endfunction
