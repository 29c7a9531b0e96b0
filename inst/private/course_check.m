## r = course_check (k, folder)
##
## Exercise k with the functions in that folder: exercise, title, score, and
## parts with file, part, points, earned and feedback.  Octave's path and
## random numbers are as before afterwards.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function r = course_check (k, folder)
  exercises = {@course_exercise_1, @course_exercise_2, @course_exercise_3, @course_exercise_4, ...
               @course_exercise_5, @course_exercise_6, @course_exercise_7, @course_exercise_8};
  r.exercise = k;
  r.title = course_title (k);
  r.parts = cell2struct (exercises{k} ()(:,1:3), {"file", "part", "points"}, 2)';
  checks = exercises{k} ()(:,4);
  back = path ();
  random = {rand("twister"), randn("twister")};
  unwind_protect
    addpath (folder);
    clear_functions ({r.parts.file});
    for i = 1:numel (checks)
      rand ("twister", 1);
      randn ("twister", 1);
      r.parts(i).feedback = judge (r.parts(i), checks{i}, folder);
      r.parts(i).earned = r.parts(i).points * isempty (r.parts(i).feedback);
    endfor
  unwind_protect_cleanup
    path (back);
    clear_functions ({r.parts.file});
    rand ("twister", random{1});
    randn ("twister", random{2});
  end_unwind_protect
  r.score = round (100 * sum ([r.parts.earned]) / sum ([r.parts.points]));
endfunction

## Two versions of one name within a second look alike to Octave.
function clear_functions (names)
  for name = unique (names)
    clear ("-f", name{1});
  endfor
endfunction

function text = judge (part, check, folder)
  file = fullfile (folder, [part.file ".m"]);
  if (! exist (file, "file"))
    text = sprintf ("there is no %s.m in %s", part.file, folder);
    return;
  endif
  try
    if (strcmp (which (part.file), file))
      text = check ();
    else
      text = sprintf ("Octave takes %s from \"%s\": go to another folder", part.file, which (part.file));
    endif
  catch err
    if (strncmp (err.message, "parse error", 11))
      text = ["Octave cannot read it: " strtrim(regexprep (err.message, '\s+', " "))];
      return;
    endif
    text = ["it stopped with an error: " strtok(err.message, "\n")];
    own = find (strcmp ({err.stack.name}, part.file), 1);
    if (! isempty (own))
      text = sprintf ("%s (%s.m, line %d)", text, part.file, err.stack(own).line);
    endif
  end_try_catch
endfunction
