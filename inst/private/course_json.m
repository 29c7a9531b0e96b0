## json = course_json (r, total)
##
## The report of a course as JSON text.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function json = course_json (r, total)
  exercises = arrayfun (@exercise, r, "UniformOutput", false);
  json = sprintf (["{\n \"package\": \"autoencoder\",\n \"version\": %s,\n \"score\": %d,\n" ...
                   " \"exercises\": [\n%s\n ]\n}"], ...
                  file_json (version_text ()), total, strjoin (exercises, ",\n"));
endfunction

function text = exercise (r)
  parts = arrayfun (@(p) sprintf (
    "    {\"file\": %s, \"part\": %s, \"points\": %d, \"earned\": %d, \"feedback\": %s}", ...
    file_json (p.file), file_json (p.part), p.points, p.earned, file_json (p.feedback)), ...
    r.parts, "UniformOutput", false);
  text = sprintf ("  {\"exercise\": %d, \"title\": %s, \"score\": %d, \"parts\": [\n%s]}", ...
                  r.exercise, file_json (r.title), r.score, strjoin (parts, ",\n"));
endfunction

## Of the installed package or of the source tree.
function version = version_text ()
  inst = fileparts (fileparts (mfilename ("fullpath")));
  version = "";
  for file = {fullfile(inst, "packinfo", "DESCRIPTION"), fullfile(fileparts (inst), "DESCRIPTION")}
    if (isempty (version) && exist (file{1}, "file"))
      version = regexp (fileread (file{1}), '^Version:\s*(\S+)', "tokens", "once", "lineanchors"){1};
    endif
  endfor
endfunction
