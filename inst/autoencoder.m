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
## The function prints every function with its first sentence, where the manual
## is, and what computes here: the BLAS or, where that is slow or not safe to call
## from several threads, the package's own product of matrices.
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
  names = {dir(fullfile (here, "ae_*.m")).name};
  for name = names
    [~, name] = fileparts (name{1});
    printf ("%-28s %s\n", name, strtrim (regexprep (get_first_help_sentence (name, 500), '\s+', " ")));
  endfor
  pages = {fullfile(here, "doc", "html", "index.html"), fullfile(fileparts (here), "doc", "build", "html", "index.html")};
  pages = pages(cellfun (@(f) exist (f, "file") == 2, pages));
  if (! isempty (pages))
    printf ("\nThe manual: %s\n", pages{1});
  endif
  printf ("\n%s\n", text_wrap (text_machine (), text_columns ()));
  printf ("\nBegin with ae_demo, ae_course, or help ae_fit.\n");
endfunction

%!test
%! text = evalc ("autoencoder ()");
%! assert (! isempty (regexp (text, 'ae_fit +Train a network')));
%! assert (isempty (strfind (text, "Not documented")));
%! assert (! isempty (regexp (text, 'Products of matrices: .*Vector kernels: .*Threads: \d')));
