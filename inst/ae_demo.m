## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_demo ()
## @deftypefnx {autoencoder} {} ae_demo (@var{name})
## @deftypefnx {autoencoder} {} ae_demo ("lecture", "full")
## @deftypefnx {autoencoder} {@var{names} =} ae_demo ()
## List the demos that come with the package, or run one.
##
## Each demo is a chapter of a lecture on autoencoders, or (@qcode{"table"},
## @qcode{"outliers"}, @qcode{"series"}) a job that engineers have.  It prints what it does,
## writes its pictures to the current folder and says at the end which to open.
## @var{name} is one of the names in the list, as in @qcode{"dense"}.  With an
## output and without an input, @var{names} is a cell of all names and nothing is
## printed.
##
## @code{ae_demo ("lecture")} plays the whole lecture in order, in under a minute on
## the sample that comes with the package; with @qcode{"full"} on all images that
## @code{ae_load_mnist} finds and with the lecture's 50 epochs, which takes about
## ten minutes on two processors.
##
## The scripts are in the folder @file{demos}: beside this function when the
## package is installed, at the top of the source tree otherwise.  Copy one to
## change it.  The images are those that @code{ae_load_mnist} finds.
##
## Errors: @code{autoencoder:ae_demo:class}, @code{:value}.
##
## @example
## @group
## names = ae_demo ();
## any (strcmp (names, "pca"))       # then ae_demo ("pca") runs that chapter
##     @result{} 1
## @end group
## @end example
## @seealso{ae_load_mnist, ae_dense, ae_compare}
## @end deftypefn

function names = ae_demo (name, mode = "fast")
  folder = demos_folder ();
  files = {dir(fullfile (folder, "demo_*.m")).name};
  known = regexprep (files, '^demo_(.*)\.m$', "$1");
  if (nargin == 0)
    if (nargout > 0)
      names = known;
    else
      list_demos (folder, known);
    endif
    return;
  endif
  if (! (ischar (name) && isrow (name)))
    error ("autoencoder:ae_demo:class", "ae_demo: NAME must be a string, got class %s", class (name));
  elseif (! any (strcmp (name, known)))
    error ("autoencoder:ae_demo:value", ...
           "ae_demo: there is no demo \"%s\"; the demos are: %s", name, strjoin (known, ", "));
  elseif (! any (strcmp (mode, {"fast", "full"})) || (nargin > 1 && ! strcmp (name, "lecture")))
    error ("autoencoder:ae_demo:value", "ae_demo: a second argument must be \"full\", for the lecture");
  elseif (nargout > 0)
    print_usage ();
  endif
  run_demo (fullfile (folder, ["demo_" name ".m"]), strcmp (mode, "full"));
endfunction

## Beside this function when installed, at the top of the source tree else.
function folder = demos_folder ()
  here = fileparts (mfilename ("fullpath"));
  folder = fullfile (here, "demos");
  if (! isfolder (folder))
    folder = fullfile (fileparts (here), "demos");
  endif
endfunction

## A function of its own: the demo's variables end with it, and so do its figures,
## which Octave would else have to close while it ends.  full: for the lecture.
function run_demo (file, full)
  before = get (0, "children");
  unwind_protect
    source (file);
  unwind_protect_cleanup
    close (setdiff (get (0, "children"), before));
  end_unwind_protect
endfunction

## A demo's first comment, up to the first empty line of it, says what it shows.
## The lecture comes first, then its chapters in its order, then the rest.
function list_demos (folder, known)
  first = {"lecture", "pca", "dense", "tsne", "conv", "denoise", "compare"};
  width = min (text_columns (), 80) - 4;
  for name = [first(ismember (first, known)), setdiff(known, first)]
    lines = strsplit (fileread (fullfile (folder, ["demo_" name{1} ".m"])), "\n");
    stop = find (! strncmp (lines, "## ", 3), 1);
    words = text_wrap (strjoin (regexprep (lines(1:stop-1), '^## ', ""), " "), width);
    printf ("ae_demo (\"%s\")\n    %s\n", name{1}, strrep (words, "\n", "\n    "));
  endfor
endfunction

%!test
%! names = ae_demo ();
%! assert (all (ismember ({"dense", "conv", "denoise", "pca", "tsne", "compare", "table", "outliers", "series"}, names)));
%!test <*list>
%! text = evalc ("ae_demo ()");
%! for name = ae_demo ()
%!   assert (! isempty (strfind (text, ["ae_demo (\"" name{1} "\")"])));
%! endfor
%!test # every demo parses (running them takes minutes)
%! here = fileparts (which ("ae_demo"));
%! folder = {fullfile(here, "demos"), fullfile(here, "..", "demos")};
%! folder = folder(cellfun (@isfolder, folder)){1};
%! for name = ae_demo ()
%!   eval (["if (false)\n" fileread(fullfile (folder, ["demo_" name{1} ".m"])) "\nendif"]);
%! endfor
%!error <ae_demo: a second argument must be "full", for the lecture> ae_demo ("pca", "full")
%!error <ae_demo: a second argument must be "full", for the lecture> ae_demo ("lecture", "slow")
%!error <ae_demo: NAME must be a string, got class double> ae_demo (1)
%!error <there is no demo "nothing"; the demos are: compare, conv> ae_demo ("nothing")
