## manual_pages (folder): completes the manual's HTML pages in folder: an index
## to search in (search-index.js), and autoencoder.qhp, the list of pages and
## functions from which qhelpgenerator makes the help of Octave's window.
## tools/manual.sh runs it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function manual_pages (folder)
  files = sort ({dir(fullfile (folder, "*.html")).name});
  files = setdiff (files, {"search.html"});
  entries = struct ("url", {}, "title", {}, "text", {});
  for file = files
    entries = [entries, sections_of(file{1}, fileread (fullfile (folder, file{1})))];
  endfor
  write (fullfile (folder, "search-index.js"), ...
         ["var pages = [\n", sprintf("[\"%s\", \"%s\", \"%s\"],\n", struct2cell (entries(:)){:}), "];\n"]);
  write (fullfile (folder, "autoencoder.qhp"), project (folder, files, entries));
endfunction

function write (file, text)
  fid = fopen (file, "w");
  fputs (fid, text);
  fclose (fid);
endfunction

## One entry a chapter or section, with the address of its heading.
function entries = sections_of (file, page)
  [from, ids] = regexp (page, '<div class="(?:chapter|section|unnumbered|top)[^"]*" id="([^"]*)">', "start", "tokens");
  entries = struct ("url", {}, "title", {}, "text", {});
  from(end+1) = numel (page) + 1;
  for i = 1:numel (ids)
    part = page(from(i):from(i+1)-1);
    title = regexp (part, '<h\d[^>]*>(.*?)</h\d>', "tokens", "once");
    if (isempty (title))
      continue;
    endif
    entries(end+1) = struct ("url", [file "#" ids{i}{1}], "title", plain (title{1}), "text", plain (part));
  endfor
endfunction

## Text without marks, fit for a string of JavaScript and for XML.
function text = plain (html)
  text = regexprep (html, '<[^>]*>', " ");
  text = regexprep (text, '&(?:\w+|#\d+);', " ");
  text = regexprep (text, '[\\"<>&]', " ");
  text = strtrim (regexprep (text, '\s+', " "));
endfunction

function text = project (folder, files, entries)
  titles = {entries.title};
  names = regexprep (titles, '^[\d.]* *', "");
  is_function = ! cellfun (@isempty, regexp (names, '^\w+$', "once"));
  sections = arrayfun (@(e) sprintf ("   <section title=\"%s\" ref=\"%s\"/>\n", e.title, e.url), ...
                       entries(! is_function), "UniformOutput", false);
  keywords = cellfun (@(n, e) sprintf ("   <keyword name=\"%s\" id=\"%s\" ref=\"%s\"/>\n", n, n, e), ...
                      names(is_function), {entries(is_function).url}, "UniformOutput", false);
  pictures = {dir(fullfile (folder, "*.png")).name};
  text = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<QtHelpProject version=\"1.0\">\n" ...
          " <namespace>octave.community.autoencoder</namespace>\n <virtualFolder>doc</virtualFolder>\n" ...
          " <filterSection>\n  <toc>\n  <section title=\"autoencoder\" ref=\"index.html\">\n", [sections{:}], ...
          "  </section>\n  </toc>\n  <keywords>\n", [keywords{:}], "  </keywords>\n  <files>\n", ...
          sprintf("   <file>%s</file>\n", files{:}, pictures{:}), ...
          "  </files>\n </filterSection>\n</QtHelpProject>\n"];
endfunction
