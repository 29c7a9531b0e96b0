## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} autoencoder ()
## Overview of the package autoencoder: what there is, and where to begin.
##
## Autoencoders (dense, convolutional, denoising), principal components and
## t-SNE behind the same functions, whose names all begin with @code{ae_}:
##
## @table @code
## @item ae_demo
## a lecture on autoencoders, chapter by chapter
## @item ae_course
## eight exercises with a checker
## @item ae_dense, ae_conv, ae_denoising, ae_network, ae_pca
## build a model
## @item ae_fit
## train it
## @item ae_encode, ae_decode, ae_reconstruct
## use it
## @item ae_evaluate, ae_compare
## judge it
## @item ae_summary, ae_plot_embedding, ae_plot_reconstruction
## look at it
## @end table
##
## The function prints every function with its first sentence, by subject, where
## the manual is, and what computes here: the BLAS or, where that is slow or not
## safe to call from several threads, the package's own product of matrices.
##
## @example
## @group
## X = [cos(1:200); sin(1:200); cos(1:200) .* sin(1:200)];
## net = ae_dense (3, [16 2], "Activation", "tanh", "CodeActivation", "linear", ...
##                 "OutputActivation", "linear", "Seed", 1);
## net = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 0.01, "BatchSize", 20, ...
##               "Epochs", 100, "Seed", 1, "Verbose", 0);
## ae_evaluate (net, X).mse < ae_evaluate (ae_pca (X, 2), X).mse
##     @result{} 1
## @end group
## @end example
## @seealso{ae_demo, ae_course, ae_fit, ae_compare}
## @end deftypefn

function autoencoder ()
  here = fileparts (mfilename ("fullpath"));
  wide = text_columns ();
  for line = strsplit (fileread (first_file ({fullfile(here, "packinfo", "INDEX"), fullfile(here, "..", "INDEX")})), "\n")(2:end)
    list_line (here, line{1}, wide);
  endfor
  manual = fileparts (first_file ({fullfile(here, "doc", "autoencoder.info"), fullfile(here, "..", "doc", "build", "autoencoder.info")}));
  if (! isempty (manual))
    manual = canonicalize_file_name (manual);
    printf ("\nThe manual, for a browser and for a terminal:\n%s\ninfo -f %s\n", ...
            fullfile (manual, "html", "index.html"), fullfile (manual, "autoencoder.info"));
  endif
  printf ("\n%s\n", text_wrap (text_machine (), wide));
  puts (["\n" text_wrap("Begin with ae_demo, ae_course, or help ae_fit; demo ae_fit shows a function at work.\n", wide)]);
endfunction

function file = first_file (files)
  files = files(cellfun (@(f) exist (f, "file") == 2, files));
  file = [files, {""}]{1};
endfunction

## A line of INDEX: a subject, or the names of functions after a space.
function list_line (here, line, wide)
  if (! isempty (line) && line(1) != " ")
    printf ("\n%s\n", line);
    return;
  endif
  for name = strsplit (strtrim (line), " ")
    file = fullfile (here, [name{1} ".m"]);
    if (! isempty (name{1}) && name{1}(1) != "@" && exist (file, "file") == 2)
      words = text_wrap (sprintf ("%-*s %s", 28 * (wide > 60), name{1}, first_sentence (file)), wide - 2);
      puts (["  " strrep(words, "\n", "\n  ") "\n"]);
    endif
  endfor
endfunction

## What get_first_help_sentence gives, without a run of makeinfo for each function.
function words = first_sentence (file)
  help = regexprep (regexp (fileread (file), '@deftypefnx?[^\n]*\n(##\s+(?!@deftypefn).*?)@end deftypefn', "tokens", "once"){1}, ...
                    '\n## ?', "\n");
  words = regexp (help, '^##\s+(.*?[.])(\s|$)', "tokens", "once"){1};
  words = regexprep (strrep (words, "\n", " "), '@qcode\{([^}]*)\}', "$1");
  for name = regexp (words, '(?<=@var\{)\w+', "match")
    words = strrep (words, ["@var{" name{1} "}"], toupper (name{1}));
  endfor
  words = strtrim (regexprep (regexprep (words, '@\w+\{([^{}]*)\}', "$1"), '\s+', " "));
endfunction

## The manual in the documentation browser of Octave's window while the package is loaded:
## PKG_ADD: if (exist ("__event_manager_register_documentation__")
## PKG_ADD:     && exist (fullfile (fileparts (mfilename ("fullpath")), "doc", "autoencoder.qch"), "file"))
## PKG_ADD:   __event_manager_register_documentation__ (fullfile (fileparts (mfilename ("fullpath")), "doc", "autoencoder.qch"));
## PKG_ADD: endif
## PKG_DEL: if (exist ("__event_manager_unregister_documentation__")
## PKG_DEL:     && exist (fullfile (fileparts (mfilename ("fullpath")), "doc", "autoencoder.qch"), "file"))
## PKG_DEL:   __event_manager_unregister_documentation__ (fullfile (fileparts (mfilename ("fullpath")), "doc", "autoencoder.qch"));
## PKG_DEL: endif

%!test
%! text = evalc ("autoencoder ()");
%! assert (! isempty (regexp (text, '\nTraining\n  ae_fit +Train\s+a\s+network\s+on\s+inputs\s+X\s+to')));
%! assert (isempty (regexp (text, '[@{}]')));
%! assert (! isempty (regexp (text, 'Products\s+of\s+matrices: .*Vector\s+kernels: .*Threads: \d')));
%!assert (get_first_help_sentence ("autoencoder"), "Overview of the package autoencoder: what there is, and where to begin.")
