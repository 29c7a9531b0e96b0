## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_summary (@var{m})
## @deftypefnx {autoencoder} {@var{text} =} ae_summary (@var{m})
## Print a model as a table, or return the table as text.
##
## For a network: a line for each layer with its name and type, the size of its
## output (elements, or rows, columns, channels) and its number of parameters,
## then the totals.  The code layer is marked.  Lines below say which layers take
## their input from others than the one before, and where a
## convolution without padding or a crop removes what upsampling made too
## large.  Tied weights are counted once, in the layer that they belong to.
##
## For a PCA model: the components with their variances and shares.
##
## Errors: @code{autoencoder:ae_summary:model}; when layers do not fit the error
## names the first one that does not.
##
## @example
## @group
## net = ae_dense (784, [100 20]);
## text = ae_summary (ae_encoder (net));
## strsplit (text, "\n")'(5:7)
##     @result{} @{
##          [1,1] = input (input) @dots{} 784 @dots{} 0
##          [2,1] = dense_1 (dense) @dots{} 100 @dots{} 78,500
##          [3,1] = code (dense) @dots{} 20 @dots{} 2,020 <- code
##        @}
## @end group
## @end example
## @seealso{ae_network, ae_dense, ae_conv, ae_pca}
## @end deftypefn

function text = ae_summary (m)
  if (nargin != 1)
    print_usage ();
  endif
  model_check ("ae_summary", m);
  texts = struct ("network", @network_text, "pca", @pca_text, "tsne", @tsne_text);
  width = Inf;
  if (nargout == 0)
    width = text_columns ();
  endif
  out = text_wrap ([texts.(m.kind)(m, width), scaling_text(m)], width);
  if (nargout > 0)
    text = out;
  else
    puts (out);
  endif
endfunction

## How a layer is printed: the width of the rules, the letters that its name and
## type may have, the format of these and the mark of the code, and that of its
## size and its number of parameters.
function f = layout (width)
  f = struct ("rule", 74, "name", 34, "head", "%-34s", "figures", " %-18s %12s", "mark_last", true);
  if (width < f.rule)
    f = struct ("rule", width, "name", width - 8, "head", "%s", ...
                "figures", sprintf ("\n    %%-%ds %%12s", width - 17), "mark_last", false);
  endif
endfunction

function text = network_text (net, width)
  f = layout (width);
  L = numel (net.layers);
  counts = zeros (L, 2);
  lines = cell (1, L);
  for i = 1:L
    [counts(i,1), counts(i,2)] = layer_count (net.layers(i));
    lines{i} = table_line (net.layers(i), counts(i,1), i == net.code, f);
  endfor
  total = sum (counts, 1);
  rule = [repmat("_", 1, f.rule) "\n"];
  text = [sprintf("Model: network, %s to %s, code %s, computes in %s\n", shape (net.input_size), ...
                  shape (net.layers(end).output_size), shape (net.layers(net.code).output_size), ...
                  net_class (net.layers)), ...
          rule, ...
          sprintf([f.head f.figures "\n"], "Layer (type)", "Output shape", "Parameters"), ...
          strrep(rule, "_", "="), lines{:}, strrep(rule, "_", "="), ...
          sprintf("Total parameters: %s\n", text_thousands (total(1))), ...
          sprintf("Trainable parameters: %s\n", text_thousands (total(2))), ...
          sprintf("Non-trainable parameters: %s\n", text_thousands (total(1) - total(2))), ...
          rule, notes(net)];
endfunction

function text = table_line (layer, count, is_code, f)
  type = sprintf (" (%s)", layer.type);
  pieces = {sprintf(f.head, [shorten(layer.name, f.name - numel (type)) type]), ...
            sprintf(f.figures, shape (layer.output_size), text_thousands (count))};
  if (is_code)
    pieces{1+f.mark_last} = [pieces{1+f.mark_last} " <- code"];
  endif
  text = [pieces{:} "\n"];
endfunction

function name = shorten (name, longest)
  if (numel (name) > longest)
    name = [name(1:longest-3) "..."];
  endif
endfunction

function text = shape (s)
  text = strrep (text_size (s), " ", ", ");
endfunction

function text = tsne_text (map, ~)
  text = sprintf ("Model: t-SNE map, input %s, %s samples on %d dimensions\nNew samples are placed by perplexity %g\n", ...
                  strrep (text_size (map.input_size), " ", ", "), text_thousands (columns (map.samples)), ...
                  rows (map.embedding), map.perplexity);
endfunction

## Lines about the scaling and missing values, for models that have them.
function text = scaling_text (m)
  text = "";
  if (! isfield (m, "scaling"))
    return;
  endif
  s = m.scaling;
  if (strcmp (s.kind, "bytes"))
    text = "Scaling: bytes / 255\n";
  elseif (isempty (s.offset))
    text = sprintf ("Scaling: %s, to be learnt by ae_fit\n", s.kind);
  elseif (! strcmp (s.kind, "none"))
    text = sprintf ("Scaling: %s, of %s features by factors from %.4g to %.4g\n", s.kind, ...
                    text_thousands (numel (s.offset)), min (s.factor), max (s.factor));
  endif
  if (strcmp (m.missing, "mask"))
    text = [text "Missing values: enter as their feature's centre and don't count\n"];
    if (strcmp (m.kind, "pca"))
      text = strrep (text, "enter as their feature's centre and don't count", ...
                     sprintf ("fitted by EM in %d iterations%s", m.em.iterations, {", not converged", ""}{1 + m.em.converged}));
    endif
  elseif (strcmp (m.missing, "omit"))
    text = [text "Missing values: such samples are left out of fitting\n"];
  endif
endfunction

## Where layers take their input from, and what ae_conv (or a person) did to make
## an upsampled image fit.
function text = notes (net)
  text = "";
  wires = net_sources (net.layers);
  for i = find (! cellfun (@isequal, wires, num2cell (0:numel (wires)-1)))
    text = [text, sprintf("%s takes %s.\n", net.layers(i).name, strjoin ({net.layers(wires{i}).name}, " and "))];
  endfor
  for i = 2:numel (net.layers)
    layer = net.layers(i);
    before = net.layers(i-1);
    from = strrep (text_size (layer.input_size(1:min (2, end))), " ", "-by-");
    to = strrep (text_size (layer.output_size(1:min (2, end))), " ", "-by-");
    if (strcmp (layer.type, "crop2d"))
      text = [text, sprintf("%s crops %s to %s.\n", layer.name, from, to)];
    elseif (strcmp (layer.type, "conv2d") && strcmp (layer.padding, "valid") && any (layer.kernel > 1)
            && strcmp (before.type, "upsample2d"))
      text = [text, sprintf("%s has no padding (\"valid\"): %s becomes %s.\n", layer.name, from, to)];
    endif
  endfor
endfunction

## The table of ae_summary for a PCA model.
function text = pca_text (p, width)
  [d, k] = size (p.components);
  w = [16 16 14 14];
  first = "Component";
  if (width < 65)
    w = [5 11 10 11];
    first = "No.";
  endif
  line = @(varargin) sprintf ("%-*s %*s %*s %*s\n", [num2cell(w); varargin]{:});
  rule = [repmat("_", 1, min (width, sum (w) + 5)) "\n"];
  text = [sprintf("Model: PCA, %s, fit on %s samples\n", shape_text (p.input_size), text_thousands (p.n)), rule, ...
          line(first, "Variance", "Explained", "Together"), strrep(rule, "_", "=")];
  together = cumsum (double (p.explained));
  for i = 1:k
    if (k > 14 && i == 11)
      text = [text, sprintf("%-*s\n", w(1), "...")];
    elseif (k <= 14 || i < 11 || i > k - 2)
      text = [text, line(sprintf ("%d", i), sprintf ("%.6g", double (p.variances(i))), ...
                         sprintf ("%.2f %%", 100 * double (p.explained(i))), sprintf ("%.2f %%", 100 * together(i)))];
    endif
  endfor
  text = [text, strrep(rule, "_", "="), ...
          sprintf("Code size: %d of %s%s\n", k, text_thousands (d), ifelse_text (p.whiten, ", whitened", "")), ...
          sprintf("Parameters: %s (components %s, mean %s)\n", text_thousands (d*k + d), text_thousands (d*k), text_thousands (d)), ...
          rule];
endfunction

function t = shape_text (s)
  if (isscalar (s))
    t = sprintf ("input %d", s);
  else
    t = sprintf ("input (%d, %d, %d)", s);
  endif
endfunction

function t = ifelse_text (condition, a, b)
  t = b;
  if (condition)
    t = a;
  endif
endfunction

%!function t = has (text, piece)
%!  t = ! isempty (strfind (text, piece));
%!test # the lecture's dense net and its encoder
%! net = ae_dense (784, [100 20]);
%! text = ae_summary (net);
%! assert (has (text, ["Total parameters: 161,804\nTrainable parameters: 161,804\n" ...
%!                     "Non-trainable parameters: 0\n"]));
%! lines = strsplit (text, "\n");
%! assert (lines{4}(1:74), repmat ("=", 1, 74));
%! pieces = {"input (input)  784 0", "dense_1 (dense) 100 78,500", "code (dense) 20 2,020 <- code", ...
%!           "dense_3 (dense) 100 2,100", "dense_4 (dense) 784 79,184"};
%! for i = 1:5
%!   assert (strsplit (strtrim (lines{4+i})), strsplit (pieces{i}, {" ", "  "}));
%! endfor
%! assert (has (ae_summary (ae_encoder (net)), "Total parameters: 80,520\n"));
%!test # the lecture's convolutional net: 13 layers after the input, one of them valid
%! text = ae_summary (ae_conv ([28 28 1], [8 4 4]));
%! assert (has (text, "Total parameters: 1,185\n"));
%! assert (numel (regexp (text, '^\w+ \((?!type)\w+\) .*$', "match", "lineanchors", "dotexceptnewline")), 14);
%! assert (has (text, "conv2d_6 has no padding (\"valid\"): 16-by-16 becomes 14-by-14.\n"));
%! assert (numel (regexp (text, '"valid"')), 1);
%! assert (has (text, "16, 16, 4"));
%!test # crops are said; lines stay within 80 columns whatever the names
%! text = ae_summary (ae_conv ([13 13 1], [2 2]));
%! assert (has (text, "crop2d_1 crops 8-by-8 to 7-by-7.\ncrop2d_2 crops 14-by-14 to 13-by-13.\n"));
%! long = repmat ("n", 1, 60);
%! layers = {ae_layer("conv2d", 1000, 3, "Name", long), ae_layer("conv2d", 1, 3, "Name", [long "2"])};
%! text = ae_summary (ae_network ([100 100 30], layers, "Code", [long "2"]));
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 80);
%! assert (has (text, "nnn... (conv2d)"));
%!test # frozen, tied and moving numbers
%! net = ae_network (6, {ae_layer("dense", 3, "Name", "a"), ae_layer("batchnorm"), ...
%!                       ae_layer("dense", 3, "Trainable", false), ae_layer("dense", 6, "Tied", "a")}, ...
%!                   "Seed", 1);
%! text = ae_summary (net);
%! assert (has (text, "Total parameters: 51\nTrainable parameters: 33\nNon-trainable parameters: 18\n"));
%!test # precision; a PCA model
%! assert (has (ae_summary (ae_dense (3, 2, "Precision", "double")), "computes in double"));
%! p = ae_pca (rand (5, 20), 2);
%! assert (has (ae_summary (p), "Model: PCA"));
%!function text = printed (m, columns)
%!  before = getenv ("COLUMNS");
%!  unwind_protect
%!    setenv ("COLUMNS", columns);
%!    text = evalc ("ae_summary (m)");
%!  unwind_protect_cleanup
%!    setenv ("COLUMNS", before);
%!  end_unwind_protect
%!endfunction
%!test # a narrow terminal gets every line whole, and loses nothing
%! p = ae_pca (rand (784, 30), 20);
%! for m = {ae_dense(784, [100 20]), ae_conv([13 13 1], [8 4]), p, ae_dense(6, 2, "Scale", "zscore")}
%!   text = printed (m{1}, "40");
%!   assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 40);
%!   words = @(t) sort (strsplit (strtrim (regexprep (t, '[_=]{9,}|Component|No\.', "")), {" ", "\n"}));
%!   assert (words (text), words (ae_summary (m{1})));
%! endfor
%! assert (has (printed (ae_dense (784, [100 20]), "40"), "\ncode (dense) <- code\n    20                             2,020\n"));
%! assert (printed (p, "65"), ae_summary (p));
%! assert (max (cellfun (@numel, strsplit (printed (p, "64"), "\n"))) <= 64);
%!error <Invalid call> ae_summary ()
%!error <ae_summary: the model must come from> ae_summary (3)
%!error <ae_summary: the model is damaged: layer 3 has the field "units", which a conv2d layer does not have> ...
%! net = ae_network (3, {ae_layer("dense", 4), ae_layer("dense", 3)});
%! net.layers(3).type = "conv2d"; ae_summary (net);
%!error <ae_summary: the model is damaged: W of layer "dense_1" must be 4-by-3> ...
%! net = ae_network (3, {ae_layer("dense", 4)}); net.layers(2).W = ones (3, 3); ae_summary (net);
%!error <damaged: the PCA model has no field n>
%! ae_summary (rmfield (ae_pca (rand (5, 20), 2), "n"));
%!error <damaged: p.explained must be real and 2-by-1, got "x">
%! p = ae_pca (rand (5, 20), 2); p.explained = "x"; ae_summary (p);
