## The course's checker: solutions have all points, files with gaps none, and
## each typical wrong answer gets the feedback that was meant for it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!shared course
%! course = fullfile (fileparts (fileparts (which ("run_tests"))), "course");

%!function text = head_of (file)
%! text = regexp (fileread (file), '^.*?\nfunction [^\n]*', "match", "once");
%!endfunction

## The feedback on a solution's folder in which one file was replaced.
%!function [r, wanted] = replaced (course, name)
%! file = glob (fullfile (course, "wrong", name, "*.m")){1};
%! first = regexp (fileread (file), '^## Exercise (\d)\.  The feedback must say: (.*?)\n', "tokens", "once");
%! k = str2double (first{1});
%! wanted = first{2};
%! folder = tempname ();
%! home = fullfile (folder, sprintf ("ex%d", k));
%! mkdir (folder);
%! unwind_protect
%!   copyfile (fullfile (course, "solutions", sprintf ("ex%d", k)), folder);
%!   copyfile (file, home);
%!   r = ae_course ("check", k, home);
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%!endfunction

%!test # solutions have all points
%! for k = 1:8
%!   r = ae_course ("check", k, fullfile (course, "solutions", sprintf ("ex%d", k)));
%!   assert (strjoin ({r.parts.feedback}, ""), "");
%!   assert (r.score, 100);
%! endfor

%!test # files with gaps have none, and each part says that something is to be done
%! for k = 1:8
%!   r = ae_course ("check", k, fullfile (course, "exercises", sprintf ("ex%d", k)));
%!   assert (r.score, 0);
%!   assert (! any (cellfun (@isempty, {r.parts.feedback})));
%!   assert (isempty (strfind ([r.parts.feedback], "out of bound")));
%! endfor

%!test # gaps and solutions are the same functions, with the same words above them
%! for k = 1:8
%!   files = glob (fullfile (course, "solutions", sprintf ("ex%d", k), "*.m"))';
%!   for file = files
%!     assert (head_of (file{1}), head_of (strrep (file{1}, "solutions", "exercises")));
%!   endfor
%!   others = glob (fullfile (course, "exercises", sprintf ("ex%d", k), "*.m"));
%!   assert (numel (others), numel (files) + 1); # and a script to play with
%! endfor

%!test # wrong answers get the feedback that is meant for them, and lose points
%! names = {dir(fullfile (course, "wrong")).name};
%! names = names(! strncmp (names, ".", 1));
%! assert (numel (names) >= 10);
%! for name = names
%!   [r, wanted] = replaced (course, name{1});
%!   assert (r.score < 100, "%s has all points", name{1});
%!   if (isempty (strfind ([r.parts.feedback], wanted)))
%!     error ("%s: no feedback \"%s\", but: %s", name{1}, wanted, strjoin ({r.parts.feedback}, " / "));
%!   endif
%! endfor

%!test # what is printed
%! text = evalc (sprintf ("ae_course (\"check\", 2, \"%s\");", fullfile (course, "solutions", "ex2")));
%! assert (isempty (strfind (text, "not yet")));
%! assert (! isempty (strfind (text, "Score: 100 of 100")));

%!test # functions that stop, that Octave cannot read, that are not there
%! folder = tempname ();
%! home = fullfile (folder, "ex2");
%! mkdir (folder);
%! unwind_protect
%!   copyfile (fullfile (course, "solutions", "ex2"), folder);
%!   fid = fopen (fullfile (home, "projectData.m"), "w");
%!   fprintf (fid, "function Z = projectData (X, U, K)\n  Z = no_such_thing (X);\nendfunction\n");
%!   fclose (fid);
%!   fid = fopen (fullfile (home, "recoverData.m"), "w");
%!   fprintf (fid, "function Xrec = recoverData (Z, U, K)\n  Xrec = U(:,1:K * Z;\nendfunction\n");
%!   fclose (fid);
%!   delete (fullfile (home, "chooseSize.m"));
%!   before = path ();
%!   r = ae_course ("check", 2, folder);
%!   assert (path (), before);
%!   assert (! isempty (regexp (r.parts(1).feedback, "it stopped with an error: .*no_such_thing.*projectData.m, line 2")));
%!   assert (! isempty (strfind (r.parts(2).feedback, "Octave cannot read it: parse error near line 2")));
%!   assert (! isempty (strfind (r.parts(4).feedback, "there is no chooseSize.m in")));
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

%!test # the scripts to play with need no more images than come with the package
%! before = getenv ("AE_DATA");
%! unwind_protect
%!   setenv ("AE_DATA", fullfile (fileparts (which ("ae_load_mnist")), "data"));
%!   for k = 1:8
%!     lines = strsplit (fileread (fullfile (course, "exercises", sprintf ("ex%d/try%d.m", k, k))), "\n");
%!     data = lines(! cellfun (@isempty, regexp (lines, '^(X|T|D|Xtrain|Xtest|small) = ', "once")));
%!     assert (numel (data) >= 2);
%!     evalc (strjoin (data, "\n"));
%!   endfor
%! unwind_protect_cleanup
%!   setenv ("AE_DATA", before);
%! end_unwind_protect
