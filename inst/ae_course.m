## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_course ()
## @deftypefnx {autoencoder} {} ae_course ("start", @var{folder})
## @deftypefnx {autoencoder} {} ae_course ("check", @var{k})
## @deftypefnx {autoencoder} {} ae_course ("check", @var{k}, @var{folder})
## @deftypefnx {autoencoder} {} ae_course ("report")
## @deftypefnx {autoencoder} {} ae_course ("report", @var{folder})
## @deftypefnx {autoencoder} {@var{r} =} ae_course (@dots{})
## A course for a class in numerical methods: eight exercises, and a checker
## that names the likely mistake.
##
## Without arguments the exercises are listed, with what each teaches and the
## minutes it takes.
##
## @code{ae_course ("start", @var{folder})} makes @var{folder}, which must not be
## there yet, with a folder for each exercise, @file{ex1} to @file{ex8}.  In it
## are a hand-out (@file{handout.md}), functions with gaps to fill in, and a
## script to play with (@file{try1.m}).
##
## @code{ae_course ("check", @var{k})} runs the functions of exercise @var{k}
## (1 to 8) in the current folder, in its folder @file{ex@var{k}}, or in the one
## beside it, and prints for each part whether it is right, its points and what
## to look at.  @var{folder} names another folder.  Nothing there is changed.
##
## @code{ae_course ("report")} checks all exercises, prints a table and writes
## it to @file{course-report.json} in the folder of the course, for a grader to
## read: @code{package}, @code{version}, @code{score} (per cent, the mean over
## the exercises), and @code{exercises} with @code{exercise}, @code{title},
## @code{score} (per cent) and @code{parts} (@code{file}, @code{part},
## @code{points}, @code{earned}, @code{feedback}).
##
## With an output nothing is printed: @var{r} is a struct array with an element
## for each exercise, with the fields just named (for the list: @code{exercise},
## @code{title}, @code{minutes}; for @qcode{"start"} the folder's full name).
##
## A part counts in full or not at all.  Solutions are not installed: teachers
## find them in @file{course/solutions} of the package's repository.
##
## Errors: @code{autoencoder:ae_course:value}, @code{:class}, @code{:exists}
## (the folder is there already), @code{:folder} (there is no such exercise
## there), @code{:file}.
##
## @example
## @group
## folder = ae_course ("start", "course");
## r = ae_course ("check", 1, folder);
## r.score
##     @result{} 0
## r.parts(1).feedback
##     @result{} mu is 0 throughout: fill in the gap
## @end group
## @end example
## @seealso{ae_demo, ae_pca, ae_fit, ae_gradcheck}
## @end deftypefn

function r = ae_course (what = "list", varargin)
  verbs = struct ("list", @list, "start", @start, "check", @check, "report", @report);
  if (! (ischar (what) && isrow (what)))
    error ("autoencoder:ae_course:class", ...
           "ae_course: the first argument must be \"start\", \"check\" or \"report\", got class %s", ...
           class (what));
  elseif (! isfield (verbs, what))
    error ("autoencoder:ae_course:value", ...
           "ae_course: the first argument must be \"start\", \"check\" or \"report\", got \"%s\"", what);
  elseif (numel (varargin) > struct ("list", 0, "start", 1, "check", 2, "report", 1).(what))
    error ("autoencoder:ae_course:value", "ae_course: too many arguments for \"%s\"", what);
  endif
  result = verbs.(what) (nargout == 0, varargin{:});
  if (nargout > 0)
    r = result;
  endif
endfunction

function r = list (show)
  for k = 1:8
    [r(k).title, r(k).minutes] = course_title (k);
    r(k).exercise = k;
  endfor
  if (show)
    print_fitting ({"%d  %-60s %3d minutes\n", "%d  %s, %d minutes\n"}, ...
                   [num2cell([r.exercise]); {r.title}; num2cell([r.minutes])]);
    puts (text_wrap ("\nae_course (\"start\", \"course\") makes the folder \"course\" with hand-outs and files to fill in.\n", ...
                     min (text_columns (), 80)));
  endif
endfunction

function target = start (show, target)
  if (nargin < 2)
    error ("autoencoder:ae_course:value", ...
           "ae_course: name the folder to make, as in ae_course (\"start\", \"course\")");
  elseif (! (ischar (target) && isrow (target)))
    error ("autoencoder:ae_course:class", "ae_course: FOLDER must be a string, got class %s", class (target));
  elseif (exist (target, "dir") || exist (target, "file"))
    error ("autoencoder:ae_course:exists", ...
           "ae_course: \"%s\" is there already; name a new folder", target);
  endif
  [ok, message] = mkdir (target);
  if (ok)
    [ok, message] = copyfile (fullfile (course_folder (), "ex*"), target);
  endif
  if (! ok)
    error ("autoencoder:ae_course:file", "ae_course: cannot make \"%s\": %s", target, strtrim (message));
  endif
  target = canonicalize_file_name (target);
  if (show)
    printf (["%s is ready.  Begin with the hand-out %s:\n\n" ...
             "  cd %s\n  type ex1/handout.md                # or read it in an editor\n" ...
             "  edit ex1/featureNormalize.m        # or in an editor of your own\n  ae_course (\"check\", 1)\n"], ...
            target, fullfile (target, "ex1", "handout.md"), target);
  endif
endfunction

function r = check (show, k, folder = pwd ())
  if (nargin >= 2 && ischar (k)) # ae_course check 3
    k = str2double (k);
  endif
  if (nargin < 2 || ! (isnumeric (k) && isscalar (k) && any (k == 1:8)))
    error ("autoencoder:ae_course:value", "ae_course: name the exercise, a number from 1 to 8");
  elseif (! (ischar (folder) && isrow (folder)))
    error ("autoencoder:ae_course:class", "ae_course: FOLDER must be a string, got class %s", class (folder));
  endif
  r = course_check (k, exercise_folder (k, folder));
  if (show)
    print_exercise (r);
  endif
endfunction

## The exercise's own folder: this one, the one in it, or the one beside it.
function found = exercise_folder (k, folder)
  name = sprintf ("ex%d", k);
  [~, own] = fileparts (canonicalize_file_name (folder));
  choices = {fullfile(folder, name), fullfile(folder, "..", name)};
  if (strcmp (own, name))
    choices = [{folder}, choices];
  endif
  there = cellfun (@isfolder, choices);
  if (! any (there))
    error ("autoencoder:ae_course:folder", ...
           "ae_course: there is no folder %s in %s; make the course with ae_course (\"start\", FOLDER)", ...
           name, folder);
  endif
  found = canonicalize_file_name (choices{find (there, 1)});
endfunction

## Lines, a column of cells each, as a table of 78 columns, or as running text where
## the terminal is narrower: formats{1} or formats{2}.
function print_fitting (formats, cells)
  width = text_columns ();
  puts (text_wrap (sprintf (formats{1 + (width < 78)}, cells{:}), width));
endfunction

function print_exercise (r)
  width = min (text_columns (), 80);
  puts (text_wrap (sprintf ("Exercise %d: %s\n\n", r.exercise, r.title), width));
  for part = r.parts
    puts (text_wrap (sprintf ("%-8s %3d of %3d  %s: %s\n", merge (part.earned > 0, "right", "not yet"), ...
                              part.earned, part.points, part.file, part.part), width));
    if (! isempty (part.feedback))
      puts (["    " strrep(text_wrap (part.feedback, width - 4), "\n", "\n    ") "\n"]);
    endif
  endfor
  printf ("\nScore: %d of 100\n", r.score);
endfunction

function r = report (show, folder = pwd ())
  if (! (ischar (folder) && isrow (folder)))
    error ("autoencoder:ae_course:class", "ae_course: FOLDER must be a string, got class %s", class (folder));
  endif
  home = fileparts (exercise_folder (1, folder));
  for k = 1:8
    r(k) = course_check (k, exercise_folder (k, home));
  endfor
  total = round (mean ([r.score]));
  target = fullfile (home, "course-report.json");
  write_report (target, r, total);
  if (show)
    print_fitting ({"%-4s %-60s %6s\n", "%.0s%s: %s\n"}, {""; "exercise"; "score"});
    print_fitting ({"%-4d %-60s %4d %%\n", "%d  %s: %d %%\n"}, [num2cell([r.exercise]); {r.title}; num2cell([r.score])]);
    print_fitting ({"%-65s %4d %%\n", "%s: %d %%\n"}, {"in all"; total});
    printf ("\nWritten: %s\n", target);
  endif
endfunction

function write_report (target, r, total)
  [fid, message] = fopen (target, "w");
  if (fid < 0)
    error ("autoencoder:ae_course:file", "ae_course: cannot write %s: %s", target, message);
  endif
  fprintf (fid, "%s\n", course_json (r, total));
  fclose (fid);
endfunction

%!function remove (folder)
%! confirm_recursive_rmdir (false, "local");
%! rmdir (folder, "s");
%!endfunction

%!test <*list>
%! r = ae_course ();
%! assert ([r.exercise], 1:8);
%! assert (all ([r.minutes] >= 30 & [r.minutes] <= 180));
%! assert (! isempty (strfind (evalc ("ae_course ()"), r(3).title)));
%!test # start, check, report
%! folder = tempname ();
%! unwind_protect
%!   made = ae_course ("start", folder);
%!   assert (made, canonicalize_file_name (folder));
%!   for k = 1:8
%!     assert (exist (fullfile (folder, sprintf ("ex%d", k), "handout.md"), "file"), 2);
%!   endfor
%!   assert (! exist (fullfile (folder, "solutions"), "dir"));
%!   r = ae_course ("check", 2, folder);
%!   assert (r.score, 0);
%!   assert (r.parts(1).feedback, "Z is 0 throughout: fill in the gap");
%!   assert (ae_course ("check", 2, fullfile (folder, "ex2")), r);
%!   assert (ae_course ("check", "2", folder), r);
%!   assert (ae_course ("check", 2, fullfile (folder, "ex5")), r);
%!   all_of = ae_course ("report", folder);
%!   assert ([all_of.score], zeros (1, 8));
%!   json = fileread (fullfile (folder, "course-report.json"));
%!   assert (numel (strfind (json, "\"file\": ")), numel ([all_of.parts]));
%!   assert (! isempty (regexp (json, '"version": "\d+\.\d+\.\d+"')));
%!   assert (sum (json == "{"), sum (json == "}"));
%!   fail ("ae_course (\"start\", folder)", "is there already");
%! unwind_protect_cleanup
%!   remove (folder);
%! end_unwind_protect
%!test # nothing of the caller's is changed
%! folder = tempname ();
%! unwind_protect
%!   [~] = ae_course ("start", folder);
%!   before = {path(), pwd(), rand("twister"), randn("twister")};
%!   [~] = ae_course ("check", 2, folder);
%!   assert ({path(), pwd(), rand("twister"), randn("twister")}, before);
%! unwind_protect_cleanup
%!   remove (folder);
%! end_unwind_protect
%!test # on a terminal of 40 columns nothing is cut
%! before = getenv ("COLUMNS");
%! unwind_protect
%!   setenv ("COLUMNS", "40");
%!   text = evalc ("ae_course ()");
%! unwind_protect_cleanup
%!   setenv ("COLUMNS", before);
%! end_unwind_protect
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 40);
%! assert (numel (strfind (text, "minutes")), 8);
%!error <must be "start", "check" or "report", got "stop"> ae_course ("stop")
%!error <must be "start", "check" or "report", got class double> ae_course (3)
%!error <ae_course: name the folder to make> ae_course ("start")
%!error <ae_course: FOLDER must be a string, got class double> ae_course ("start", 1)
%!error <ae_course: name the exercise, a number from 1 to 8> ae_course ("check")
%!error <ae_course: name the exercise, a number from 1 to 8> ae_course ("check", 9)
%!error <ae_course: FOLDER must be a string, got class double> ae_course ("check", 1, 2)
%!error <there is no folder ex1 in> ae_course ("check", 1, tempdir ())
%!error <ae_course: FOLDER must be a string, got class cell> ae_course ("report", {})
%!error <there is no folder ex1 in> ae_course ("report", tempdir ())
%!error <ae_course: too many arguments for "report"> ae_course ("report", ".", 1)
