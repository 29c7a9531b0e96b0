## run_tests (file, ...): runs the %! tests of the given files (default: every
## inst/*.m and tests/*.tst), prints each failure, and ends with one line
## "N passed, N failed[, N skipped]".  Exit status 1 when one failed or none ran.
## The environment variable AE_COUNTS may hold "passed failed" from other
## test programs (the C tests), to be added to the last line.

function run_tests (varargin)
  root = fileparts (fileparts (mfilename ("fullpath")));
  addpath (fullfile (root, "inst"), fullfile (root, "src"), fullfile (root, "tests", "reference"));
  warning ("off", "all", "local");
  graphics_toolkit ("gnuplot");
  files = varargin;
  if (isempty (files))
    files = [list(fullfile (root, "inst", "*.m")), list(fullfile (root, "tests", "*.tst"))];
  endif
  counts = sscanf ([getenv("AE_COUNTS") " 0 0"], "%d", 2)';
  counts(3) = 0;
  for i = 1:numel (files)
    counts += run_file (files{i});
  endfor
  printf ("%d passed, %d failed", counts(1), counts(2));
  if (counts(3) > 0)
    printf (", %d skipped", counts(3));
  endif
  printf ("\n");
  exit (counts(2) > 0 || counts(1) == 0);
endfunction

function files = list (pattern)
  files = glob (pattern)';
endfunction

function counts = run_file (file)
  counts = [0 0 0];
  if (isempty (regexp (fileread (file), '^%!', "once", "lineanchors")))
    return;
  endif
  log = tempname ();
  started = tic ();
  [passed, total, ~, ~, skipped] = test (file, "quiet", log);
  [~, name] = fileparts (file);
  counts = [passed, total - passed, skipped];
  printf ("%-36s %4d passed", name, passed);
  if (skipped > 0)
    printf (", %d skipped", skipped);
  endif
  if (passed < total)
    printf (", %d FAILED\n%s", total - passed, fileread (log));
  endif
  printf ("  (%.1f s)\n", toc (started));
  [~] = unlink (log);
endfunction
