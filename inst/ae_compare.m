## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_compare (@var{models}, @var{X})
## @deftypefnx {autoencoder} {} ae_compare (@var{models}, @var{X}, @var{name}, @var{value}, @dots{})
## @deftypefnx {autoencoder} {@var{r} =} ae_compare (@dots{})
## Compare reducers honestly: one table, and words that say which is better.
##
## @var{models} is a struct whose fields are models, networks or PCA; the
## fields' names are the models' names.  @var{X} holds the samples to judge by,
## @var{d}-by-@var{n} or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}: preferably
## samples that the models were not trained on.
##
## For each model the table has
## @table @asis
## @item Code, Params
## the numbers that a code has; weights and biases (for PCA: components and
## mean)
## @item Fit s
## seconds that fitting took, when known: the model's field @code{fit_seconds}
## or the option @code{"Seconds"}
## @item MSE, SSE, dB, SSIM, Expl.
## see @code{ae_evaluate}
## @item =PCs
## the smallest number of principal components that reconstruct as well
## @item 5-NN
## the share of samples whose label most of their 5 nearest other codes have,
## see @code{ae_knn_accuracy}
## @item Trust
## the trustworthiness of the code's neighbourhoods, see
## @code{ae_trustworthiness}
## @end table
## and sentences below it say whether each network beats the PCA of the same
## code size.  Where all models share a scaling, the errors are those of the scaled
## samples, and the words say so.  The components come from @qcode{"Train"} when that is given and
## else from @var{X} itself, which favours PCA; the words say which.  Of samples
## with more than 4096 numbers only 2000 of the numbers are used for that.
##
## Without an output the table and the words are printed, within the width of the
## terminal (or the environment variable @env{COLUMNS}); what is too wide goes on below.  @var{r} has the
## fields @code{models} (a struct array: @code{name}, @code{kind}, @code{code},
## @code{parameters}, @code{seconds}, @code{mse}, @code{sse}, @code{psnr},
## @code{explained}, @code{ssim}, @code{pca_mse} (of the PCA of the same code
## size), @code{pca_components}, @code{knn}, @code{trust}; @code{NaN} stands
## for what is not known), @code{table} (the text), @code{words} (a cell of
## sentences), @code{pca} (@code{k}, @code{mse} and @code{fit_on}: the error of
## PCA for every number of components) and @code{files} (what was written).
##
## Options:
## @table @code
## @item "Labels"
## @var{n} class labels, for the neighbours and the colours.
## @item "Target"
## Clean samples to score against, the size of @var{X}: for denoising, where
## @var{X} is noisy.
## @item "Train"
## Samples to fit the principal components on.
## @item "Seconds"
## A struct with fitting times; its fields are named as the models.
## @item "Neighbours"
## How many neighbours the last two columns look at, default 5.
## @item "MaxSamples"
## How many samples they use at most, evenly picked, default 5000.
## @item "Peak"
## The range of the values, default 1, or 255 for models that scale bytes.
## @item "Folder"
## Write pictures there (made when missing): @file{compare-reconstructions.png}
## for images, @file{compare-errors.png}, @file{compare-embeddings.png}.
## @item "Html"
## Write a page there with all of it, pictures inside: one file that opens
## without an internet connection.
## @item "Embed"
## Whether the pictures have the codes in 2-d side by side (codes of more than
## 2 numbers through @code{ae_tsne}), default true.
## @end table
##
## Errors: @code{autoencoder:ae_compare:model}, @code{:class}, @code{:empty},
## @code{:size}, @code{:nonfinite}, @code{:option}, @code{:value},
## @code{:file}; @code{autoencoder:ae_pca:constant}.
##
## @example
## @group
## [X, T] = ae_split (cumsum (randn (12, 600)), 0.5, "Seed", 1);
## models = struct ("pca6", ae_pca (X, 6), "pca2", ae_pca (X, 2));
## r = ae_compare (models, T, "Train", X);
## @{r.models.name@}
##     @result{} @{
##          [1,1] = pca6
##          [1,2] = pca2
##        @}
## r.models(1).mse < r.models(2).mse
##     @result{} 1
## @end group
## @end example
## @seealso{ae_evaluate, ae_pca, ae_knn_accuracy, ae_trustworthiness, ae_tsne}
## @end deftypefn

function r = ae_compare (models, X, varargin)
  fname = "ae_compare";
  if (nargin < 2)
    print_usage ();
  endif
  names = check_models (fname, models);
  opt = arg_options (fname, varargin, ...
                       {"Labels", [], ""; "Target", [], ""; "Train", [], ""; "Seconds", struct(), ""; ...
                        "Neighbours", 5, "whole >= 1"; "MaxSamples", 5000, "whole >= 1"; ...
                        "Peak", [], "number > 0?"; "Folder", "", "string"; "Html", "", "string"; ...
                        "Embed", true, "flag"});
  try
    r = compare (models, names, X, opt);
  catch err
    text_reraise (fname, err); # those of the functions below speak as ae_compare
  end_try_catch
  if (nargout == 0)
    width = text_columns ();
    puts ([compare_table(r, width), "\n", text_wrap([strjoin(r.words, "\n"), "\n"], width)]);
    clear r;
  endif
endfunction

function r = compare (models, names, X, opt)
  fname = "ae_compare";
  [view, scaled, units] = common_scale (models, names);
  if (isempty (opt.Peak))
    opt.Peak = scale_peak (models.(names{1}));
  endif
  [D, T, F, opt] = gather (fname, models, names, X, opt);
  r = struct ("models", [], "table", "", "words", {{}}, "pca", [], "files", {{}}, "neighbours", opt.Neighbours, ...
              "has_target", ! isempty (opt.Target), "peak", opt.Peak, "mse_input", NaN, "n", columns (D), ...
              "d", rows (D), "units", units, "scaled", scaled);
  r.pca = compare_spectrum (F, D, T, view, opt.fit_source);
  r.pca.fit_on = fit_words (opt, columns (F));
  if (r.has_target)
    r.mse_input = mean_square (@(i) scale_apply (view, D(:,i)) - scale_apply (view, T(:,i)), columns (D)) / rows (T);
  endif
  r.models = cellfun (@(name) judge (name, models.(name), D, T, X, opt, r, view), names(:)');
  r.table = compare_table (r, Inf);
  r.words = compare_words (r);
  r.files = write_files (fname, r, models, D, T, common_image_size (X, rows (D), models, names), opt);
endfunction

## How all samples are seen: through the scaling that the models share (scale_in),
## [] when they have none; whether the errors are of scaled samples; what to say.
## Of models that scale differently only the centres for what is missing are used.
function [view, scaled, units] = common_scale (models, names)
  view = scale_in (models.(names{1}));
  scaled = false;
  units = "";
  kinds = cellfun (@(name) scale_kind (models.(name)), names, "UniformOutput", false);
  same = cellfun (@(name) isequal (scale_in (models.(name))(:,1:min (2, end)), view(:,1:min (2, end))), names);
  if (! all (same))
    if (columns (view) == 3)
      view(:,1:2) = repmat ([0 1], rows (view), 1);
    else
      view = [];
    endif
    units = "The models scale differently: MSE and SSE are in the data's own units.";
  elseif (! isempty (view) && ! strcmp (kinds{1}, "none"))
    scaled = true;
    units = sprintf ("MSE and SSE are in the models' scaled units (%s).", kinds{1});
  endif
endfunction

function kind = scale_kind (m)
  kind = "none";
  if (isfield (m, "scaling"))
    kind = m.scaling.kind;
  endif
endfunction

## The mean over n samples of the squares that difference (i) gives for columns i.
function total = mean_square (difference, n)
  total = 0;
  for first = 1:4096:n
    total += sum (sum (difference (first:min (first + 4095, n)) .^ 2, 1, "double"), 2);
  endfor
  total /= n;
endfunction

## Pictures for a page alone are made in a folder that goes again.
function files = write_files (fname, r, models, D, T, image_size, opt)
  files = {};
  if (isempty (opt.Folder) && isempty (opt.Html))
    return;
  endif
  passing = isempty (opt.Folder);
  if (passing)
    opt.Folder = tempname ();
  endif
  unwind_protect
    r.files = compare_pictures (fname, r, models, D, T, image_size, opt);
    if (! isempty (opt.Html))
      compare_html (fname, opt.Html, r);
    endif
  unwind_protect_cleanup
    if (passing && isfolder (opt.Folder))
      confirm_recursive_rmdir (false, "local");
      [~] = rmdir (opt.Folder, "s");
    endif
  end_unwind_protect
  if (! passing)
    files = r.files;
  endif
  if (! isempty (opt.Html))
    files{end+1} = opt.Html;
  endif
endfunction

function names = check_models (fname, models)
  if (! (isstruct (models) && isscalar (models)) || isempty (fieldnames (models)) || isfield (models, "kind"))
    error (["autoencoder:" fname ":model"], ...
           "%s: models must be a struct whose fields are models, as in struct (\"pca\", p, \"dense\", net), got %s", ...
           fname, text_describe (models));
  endif
  names = fieldnames (models);
  for i = 1:numel (names)
    m = models.(names{i});
    if (! (isstruct (m) && isscalar (m) && isfield (m, "kind")))
      error (["autoencoder:" fname ":model"], "%s: models.%s must be a model, got %s", ...
             fname, names{i}, text_describe (m));
    endif
    model_sizes (fname, m);
  endfor
endfunction

## All samples as columns: inputs D, targets T, and F to fit components on.
function [D, T, F, opt] = gather (fname, models, names, X, opt)
  for i = 1:numel (names)
    scale_require (fname, models.(names{i}));
    D = arg_samples (fname, "X", X, models.(names{i}).input_size, class (X), scale_owner (models.(names{i})));
  endfor
  [d, n] = size (D);
  T = D;
  if (! isempty (opt.Target))
    arg_array (fname, "Target", opt.Target, isinteger (X), isfloat (X) && any (isnan (X(:))));
    if (numel (opt.Target) != numel (D))
      error (["autoencoder:" fname ":size"], "%s: Target must have the size of X, %d elements, got %s", ...
             fname, numel (D), text_describe (opt.Target));
    endif
    T = reshape (opt.Target, d, n);
  endif
  F = T;
  opt.fit_source = {"X", "Target"}{2 - isempty (opt.Target)};
  if (! isempty (opt.Train))
    opt.fit_source = "Train";
    F = arg_samples (fname, "Train", opt.Train, models.(names{1}).input_size, class (opt.Train), ...
                     scale_owner (models.(names{1})));
  endif
  if (columns (F) < 2)
    error (["autoencoder:" fname ":size"], "%s: X must have 2 samples or more, got 1", fname);
  endif
  opt.fit_samples = columns (F);
  if (d > 4096 && columns (F) > 2000)
    ## A covariance of that size would not fit into the memory of most machines.
    F = F(:,round (linspace (1, columns (F), 2000)));
  endif
  y = opt.Labels;
  if (! isempty (y))
    if (! ((isnumeric (y) || islogical (y)) && isreal (y) && numel (y) == n))
      error (["autoencoder:" fname ":size"], "%s: Labels must be one number a sample: %d, got %s", ...
             fname, n, text_describe (y));
    endif
    opt.Labels = double (y(:)');
  endif
  s = opt.Seconds;
  if (! (isstruct (s) && isscalar (s)))
    error (["autoencoder:" fname ":value"], ...
           "%s: Seconds must be a struct with the models' names, got %s", fname, text_describe (s));
  endif
  for f = fieldnames (s)'
    arg_value (fname, ["Seconds." f{1}], s.(f{1}), "number >= 0");
  endfor
endfunction

function text = fit_words (opt, n)
  if (n < opt.fit_samples)
    text = sprintf ("%d of %d samples", n, opt.fit_samples);
  elseif (! isempty (opt.Train))
    text = sprintf ("the %d samples of Train", n);
  elseif (! isempty (opt.Target))
    text = "the clean targets themselves (give \"Train\" to fit them elsewhere)";
  else
    text = "these samples themselves, which favours PCA (give \"Train\" to fit them elsewhere)";
  endif
endfunction

## One row of the table.
function row = judge (name, m, D, T, X, opt, r, view)
  [~, ~, code, parameters] = model_sizes ("ae_compare", m);
  row = struct ("name", name, "kind", m.kind, "code", code, "parameters", parameters, ...
                "seconds", seconds_of (name, m, opt), "mse", NaN, "sse", NaN, "psnr", NaN, "explained", NaN, ...
                "ssim", NaN, "pca_mse", NaN, "pca_components", NaN, "knn", NaN, "trust", NaN);
  if (isempty (opt.Target))
    e = ae_evaluate (m, X, "Peak", opt.Peak);
  else
    e = ae_evaluate (m, X, reshape (opt.Target, size (X)), "Peak", opt.Peak);
  endif
  for f = intersect (fieldnames (e)', {"mse", "sse", "psnr", "explained", "ssim"})
    row.(f{1}) = e.(f{1});
  endfor
  if (r.scaled)
    row.mse = e.mse_scaled;
    row.sse = e.mse_scaled * rows (D);
    if (! strcmp (scale_kind (m), "bytes")) # decibels of what range?
      row.psnr = NaN;
    endif
  endif
  if (code + 1 <= numel (r.pca.mse))
    row.pca_mse = r.pca.mse(code+1);
  endif
  ## The slack keeps a PCA model equal to itself in single precision.
  k = find (r.pca.mse <= row.mse * (1 + 1e-5) + 1e-12, 1);
  if (! isempty (k))
    row.pca_components = r.pca.k(k);
  endif
  [row.knn, row.trust] = neighbours (m, D, T, opt, view);
endfunction

function s = seconds_of (name, m, opt)
  s = NaN;
  if (isfield (opt.Seconds, name))
    s = double (opt.Seconds.(name));
  elseif (isfield (m, "fit_seconds") && isnumeric (m.fit_seconds) && isscalar (m.fit_seconds))
    s = double (m.fit_seconds);
  endif
endfunction

function [knn, trust] = neighbours (m, D, T, opt, view)
  knn = trust = NaN;
  n = columns (D);
  if (n > opt.MaxSamples)
    i = round (linspace (1, n, opt.MaxSamples));
  else
    i = 1:n;
  endif
  k = opt.Neighbours;
  Z = reshape (model_apply ("ae_compare", "encode", m, D(:,i)), [], numel (i));
  if (2 * k < numel (i))
    trust = ae_trustworthiness (filled (view, T(:,i)), Z, k);
  endif
  if (! isempty (opt.Labels) && k < numel (i))
    knn = ae_knn_accuracy (Z, opt.Labels(i), [], [], k);
  endif
endfunction

## Samples as floats without holes, as neighbours are sought among.
function S = filled (view, T)
  S = scale_apply (view, T);
  if (isinteger (S))
    S = single (S);
  endif
  S(isnan (S)) = 0;
endfunction

## [h w c] when the samples are images that can be drawn, else [].
function s = common_image_size (X, d, models, names)
  s = [];
  if (ndims (X) > 2 || rows (X) != d)
    s = [size(X, 1), size(X, 2), size(X, 3)];
  else
    for i = 1:numel (names)
      t = models.(names{i}).input_size;
      if (numel (t) == 3)
        s = t(:)';
      endif
    endfor
  endif
  if (! isempty (s) && ! any (s(3) == [1 3]))
    s = [];
  endif
endfunction

%!demo
%! ## Two models of the shipped images, judged on images that they have not seen.
%! folder = fullfile (fileparts (which ("ae_load_mnist")), "data");
%! X = ae_load_mnist ("train", folder);
%! [T, y] = ae_load_mnist ("test", folder);
%! net = ae_dense (784, [128 20], "Activation", "leakyrelu", "OutputActivation", "sigmoid", "Seed", 1);
%! net = ae_fit (net, X, "Optimizer", "adam", "Epochs", 40, "BatchSize", 32, "Seed", 1, "Verbose", 0);
%! ae_compare (struct ("pca", ae_pca (X, 20), "dense", net), T, "Labels", y, "Train", X, "Embed", false)

%!shared X, y, p, q
%! V = [3 0 0; 1 2 0; 0.5 -1 1; 0.2 0.1 0.3; 1 1 1; 0 0 2; 0 1 1; 1 0 0; 0 2 0];
%! X = V * sin (reshape (1:180, 3, 60) .^ 2) + 0.1 * cos (reshape (1:540, 9, 60) .^ 2);
%! y = mod (0:59, 3);
%! p = ae_pca (X, 2);
%! q = ae_pca (X, 3, "Whiten", true);
%!test # the struct: every number from its own function
%! r = ae_compare (struct ("two", p, "three", q), X, "Labels", y, "Seconds", struct ("two", 1.5));
%! assert ({r.models.name}, {"two", "three"});
%! assert ([r.models.code], [2 3]);
%! assert ([r.models.parameters], [27 36]);
%! assert ([r.models.seconds], [1.5 q.fit_seconds]);
%! e = ae_evaluate (p, X);
%! m = r.models(1);
%! assert ([m.mse m.sse m.psnr m.explained], [e.mse e.sse e.psnr e.explained]);
%! assert (m.ssim, NaN);
%! assert ([r.models.pca_components], [2 3]);
%! assert (m.pca_mse, e.mse, 1e-12);
%! assert (m.trust, ae_trustworthiness (X, ae_encode (p, X), 5));
%! assert (m.knn, ae_knn_accuracy (ae_encode (p, X), y, [], [], 5));
%! assert (r.pca.k, 0:9);
%! assert (r.pca.mse(1), mean ((X - mean (X, 2))(:) .^ 2), 1e-12);
%! assert (r.pca.mse(10), 0, 1e-12);
%! assert (r.words{1}, "All of these models are PCA.");
%! assert (isempty (r.files));
%!test # the table is printed without an output; unknown columns are left out
%! s = rmfield (p, "fit_seconds");
%! text = evalc ("ae_compare (struct (\"two\", s), X)");
%! assert (! isempty (regexp (text, '^Model +Code +Params +MSE +SSE +dB +Expl. +=PCs +Trust\n-+\ntwo +2 +27 ')));
%! assert (isempty (strfind (text, "5-NN")));
%!test # a terminal of 40 columns: tables below one another, every number once
%! before = getenv ("COLUMNS");
%! unwind_protect
%!   setenv ("COLUMNS", "40");
%!   narrow = evalc ("ae_compare (struct (\"two\", p, \"three\", q), X, \"Labels\", y)");
%!   setenv ("COLUMNS", "78");
%!   closer = evalc ("ae_compare (struct (\"a_longer_name\", p, \"three\", q), X, \"Labels\", y)");
%! unwind_protect_cleanup
%!   setenv ("COLUMNS", before);
%! end_unwind_protect
%! assert (max (cellfun (@numel, strsplit (narrow, "\n"))) <= 40);
%! r = ae_compare (struct ("two", p, "three", q), X, "Labels", y);
%! headings = strsplit (strtok (r.table, "\n"));
%! parts = regexp (narrow, '^Model +.*$', "match", "lineanchors", "dotexceptnewline");
%! assert (numel (parts) > 1);
%! found = cellfun (@(t) strsplit (t)(2:end), parts, "UniformOutput", false);
%! assert ([found{:}], headings(2:end));
%! assert (numel (regexp (closer, '^Model ', "match", "lineanchors")), 1);
%! assert (max (cellfun (@numel, strsplit (closer, "\n"))) <= 78);
%!test # components of other samples, fewer neighbours of fewer samples
%! r = ae_compare (struct ("two", p), X, "Train", X(:,1:30), "Neighbours", 3, "MaxSamples", 20, "Labels", y);
%! i = round (linspace (1, 60, 20));
%! assert (r.models.trust, ae_trustworthiness (X(:,i), ae_encode (p, X(:,i)), 3));
%! f = ae_pca (X(:,1:30), 2);
%! assert (r.pca.mse(3), ae_evaluate (f, X).mse, 1e-12);
%! assert (! isempty (strfind (r.words{end}, "the 30 samples of Train")));
%!test # targets: scored against the clean samples
%! N = X + 0.2 * sin (reshape (1:540, 9, 60) .^ 3);
%! r = ae_compare (struct ("two", p), N, "Target", X, "Peak", 2);
%! e = ae_evaluate (p, N, X, "Peak", 2);
%! assert ([r.models.mse r.models.psnr], [e.mse e.psnr]);
%! assert (r.mse_input, e.mse_input, 1e-12);
%! assert (r.pca.mse(3), ae_evaluate (ae_pca (X, 2), N, X).mse, 1e-12);
%!test # too few samples for neighbours: unknown, not wrong
%! r = ae_compare (struct ("two", p), X(:,1:4), "Labels", 1:4);
%! assert (isnan ([r.models.trust r.models.knn]), [true true]);
%!test # pictures and the page
%! folder = tempname ();
%! unwind_protect
%!   I = reshape (X, 3, 3, 1, 60);
%!   page = fullfile (folder, "page.html");
%!   r = ae_compare (struct ("a_b", ae_pca (I, 2), "c", ae_pca (I, 4)), I, "Labels", y, "Folder", folder, ...
%!                   "Html", page);
%!   assert (numel (r.files), 4);
%!   assert (cellfun (@(f) exist (f, "file"), r.files), 2 * ones (1, 4));
%!   text = fileread (page);
%!   assert (numel (strfind (text, "src=\"data:image/png;base64,")), 3);
%!   assert (isempty (regexp (text, 'https?://|src="[^d]')));
%!   assert (! isempty (strfind (text, "<td>a_b</td>")));
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%!test # the page alone leaves nothing else behind
%! page = [tempname() ".html"];
%! unwind_protect
%!   r = ae_compare (struct ("two", p), X, "Html", page, "Embed", false);
%!   assert (r.files, {page});
%!   assert (numel (strfind (fileread (page), "base64")), 1);
%! unwind_protect_cleanup
%!   delete (page);
%! end_unwind_protect
%!error <Invalid call> ae_compare (1)
%!error <models must be a struct whose fields are models> ae_compare (1, X)
%!error <models must be a struct whose fields are models> ae_compare (p, X)
%!error <models must be a struct whose fields are models> ae_compare (struct (), X)
%!error <models.a must be a model, got 1> ae_compare (struct ("a", 1), X)
%!error <the model must come from> ae_compare (struct ("a", struct ("kind", "tree")), X)
%!error <X must be 9-by-n, got 60-by-9; samples are columns here> ae_compare (struct ("a", p), X')
%!error <X must be finite> ae_compare (struct ("a", p), NaN (9, 2))
%!error <X must have 2 samples or more, got 1> ae_compare (struct ("a", p), X(:,1))
%!error <Labels must be one number a sample: 60, got 1-by-3 double> ...
%! ae_compare (struct ("a", p), X, "Labels", 1:3)
%!error <Target must have the size of X, 540 elements> ae_compare (struct ("a", p), X, "Target", X(:,1:2))
%!error <Train must be 9-by-n> ae_compare (struct ("a", p), X, "Train", X(1:3,:))
%!error <Seconds must be a struct> ae_compare (struct ("a", p), X, "Seconds", 3)
%!error <Seconds.a must be a finite number .= 0> ae_compare (struct ("a", p), X, "Seconds", struct ("a", -1))
%!error <Neighbours must be a whole number> ae_compare (struct ("a", p), X, "Neighbours", 0)
%!error <unknown option "Label".*valid are: Labels, Target> ae_compare (struct ("a", p), X, "Label", y)
%!error <cannot write> ae_compare (struct ("a", p), X, "Html", "/no/such/folder/a.html", "Embed", false)
%!error <cannot make the folder> ae_compare (struct ("a", p), X, "Folder", "/dev/null/a")
%!error <ae_compare: the squares of Train overflow its precision; scale Train first> ae_compare (struct ("a", p), X, "Train", 1e200 * X)
