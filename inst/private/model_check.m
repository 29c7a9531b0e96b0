## spec = model_check (fname, m)
##
## Raises autoencoder:<fname>:model unless m is an undamaged model; the first
## thing that every function does with one.  For a network spec is what the MEX
## functions read (layer_spec).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function spec = model_check (fname, m)
  persistent checks = struct ("network", @check_network, "pca", @check_pca, "tsne", @check_tsne);
  if (! (isstruct (m) && isscalar (m) && isfield (m, "kind") && ischar (m.kind) && isfield (checks, m.kind)))
    error (["autoencoder:" fname ":model"], "%s: the model must come from ae_network, ae_dense, ae_conv or ae_pca, got %s", ...
           fname, text_describe (m));
  endif
  spec = checks.(m.kind) (fname, m);
  check_seconds (fname, struct_get (m, "fit_seconds", 0));
  if (isfield (m, "scaling") || isfield (m, "missing"))
    check_scaling (fname, m);
  endif
endfunction

function check_seconds (fname, s)
  if (! (isnumeric (s) && isscalar (s) && isreal (s) && isfinite (s) && s >= 0))
    damaged (fname, sprintf ("fit_seconds must be a number >= 0, got %s", text_describe (s)));
  endif
endfunction

## The scaling has the size of the samples that it scales, or is not learnt yet.
function check_scaling (fname, m)
  require (fname, m, {"scaling", "missing"}, "the model");
  s = m.scaling;
  require (fname, s, {"kind", "offset", "factor", "center", "input", "output"}, "m.scaling");
  allowed = scale_options ();
  if (! (isscalar (s) && ischar (s.kind) && any (strcmp (s.kind, allowed{1,3}))
         && ischar (m.missing) && any (strcmp (m.missing, allowed{2,3}))))
    damaged (fname, "m.scaling.kind or m.missing is none that is known");
  elseif (! all (cellfun (@(v) isscalar (v) && (islogical (v) || isnumeric (v)) && any (v == [0 1]), {s.input, s.output})))
    damaged (fname, "m.scaling.input and m.scaling.output must be true or false");
  endif
  d = prod (m.input_size);
  if (! s.input && isfield (m, "layers"))
    d = prod (m.layers(end).output_size);
  endif
  for name = {"offset", "factor", "center"}
    value = s.(name{1});
    if (! (isa (value, "double") && isreal (value) && (isempty (value) || isequal (size (value), [d 1]))
           && all (isfinite (value)) && numel (value) == numel (s.offset)))
      damaged (fname, sprintf ("m.scaling.%s must be real, finite, double and %d-by-1, got %s", name{1}, d, text_describe (value)));
    endif
  endfor
  if (any (s.factor == 0))
    damaged (fname, "m.scaling.factor must not be 0");
  endif
endfunction

function spec = check_network (fname, net)
  require (fname, net, {"input_size", "layers", "code"}, "the network");
  require (fname, net.layers, {"type", "name", "W", "b", "input_size", "output_size"}, "net.layers");
  L = numel (net.layers);
  if (L < 2 || ! isrow (net.layers) || ! strcmp (net.layers(1).type, "input"))
    damaged (fname, "net.layers must be a row of 2 layers or more, the input first");
  endif
  arg_input_size (fname, net.input_size);
  if (! (isnumeric (net.code) && isscalar (net.code) && any (net.code == 1:L)))
    damaged (fname, sprintf ("net.code must be the number of a layer, got %s", text_describe (net.code)));
  endif
  check_types (fname, net.layers);
  check_trainable (fname, net.layers);
  try
    [shapes, bad, text] = __ae_shapes__ (0, net.layers, net.input_size);
  catch err
    if (isempty (regexp (err.identifier, '^autoencoder:.*(?<!:memory)$', "once")))
      text_reraise (fname, err); # no memory is not the model's fault
    endif
    damaged (fname, regexprep (err.message, '^\w+: ', ""));
  end_try_catch
  if (bad > 0)
    damaged (fname, sprintf ("layer %d, \"%s\": %s", bad, net.layers(bad).name, text));
  endif
  check_names (fname, net, shapes);
  check_activations (fname, net.layers);
  check_ties (fname, net.layers);
  cls = net_class (net.layers);
  for i = 1:L
    check_arrays (fname, net.layers(i), shapes(i).arrays, cls);
  endfor
  spec = layer_spec (net.layers);
endfunction

function check_types (fname, layers)
  types = {layers.type};
  for i = find (! cellfun (@(t) ischar (t) && ! isempty (layer_types (t)), types), 1)
    damaged (fname, sprintf ("layer %d has the unknown type %s", i, text_describe (types{i})));
  endfor
  names = layer_arrays ();
  for name = names(isfield (layers, names))
    arrays = {layers.(name{1})};
    for i = find (! cellfun (@isfloat, arrays), 1)
      damaged (fname, sprintf ("%s of layer %d must be single or double, got %s", name{1}, i, text_describe (arrays{i})));
    endfor
  endfor
endfunction

function check_trainable (fname, layers)
  if (! isfield (layers, "trainable"))
    return;
  endif
  flags = {layers.trainable};
  for i = find (! cellfun ("isempty", flags))
    flag = flags{i};
    if (! (isscalar (flag) && (islogical (flag) || isnumeric (flag)) && any (flag == [0 1])))
      damaged (fname, sprintf ("trainable of layer %d must be true or false, got %s", i, text_describe (flag)));
    endif
  endfor
endfunction

## Names are strings, and the sizes that stand in the layers are the right ones.
function check_names (fname, net, shapes)
  if (! all (cellfun (@(t) ischar (t) && isrow (t), {net.layers.name})))
    damaged (fname, "the name of each layer must be a string");
  endif
  for i = 1:numel (net.layers)
    layer = net.layers(i);
    before = shapes(i).input;
    after = shapes(i).size;
    if (! same (layer.input_size, before) || ! same (layer.output_size, after))
      damaged (fname, sprintf ("the sizes in layer \"%s\" must be %s and %s", layer.name, ...
                               text_size (before), text_size (after)));
    endif
  endfor
endfunction

## What isequal says of a row of numbers, in a tenth of its time.
function yes = same (value, row)
  yes = (isnumeric (value) || islogical (value)) && size_equal (value, row) && all (value == row);
endfunction

## Without the field a layer would be linear without a word.
function check_activations (fname, layers)
  none = true (size (layers));
  if (isfield (layers, "activation"))
    none = cellfun ("isempty", {layers.activation});
  endif
  for i = find (none)
    options = layer_types (layers(i).type).options;
    if (any (strcmp ({options.name}, "Activation")))
      damaged (fname, sprintf ("layer \"%s\" has no activation", layers(i).name));
    endif
  endfor
endfunction

## A layer is tied to an earlier one with the transposed weights.
function check_ties (fname, layers)
  if (! isfield (layers, "tied"))
    return;
  endif
  for i = find (! cellfun ("isempty", {layers.tied}))
    tied = layers(i).tied;
    others = layers(strcmp (tied, {layers(1:i-1).name}));
    if (! (isscalar (others) && isequal (size (others.W), size (layers(i).W'))))
      damaged (fname, sprintf ("layer \"%s\" must be tied to an earlier layer with the transposed weights, got %s", ...
                               layers(i).name, text_describe (tied)));
    endif
  endfor
endfunction

## Each array of the layer's type has its size, a row of sizes, and the class of
## the network's numbers.
function check_arrays (fname, layer, sizes, cls)
  arrays = layer_types (layer.type).arrays;
  for k = 1:numel (arrays)
    name = arrays(k).name;
    value = struct_get (layer, name, []);
    dims = sizes(k,1:max ([2, find(sizes(k,:) != 1, 1, "last")]));
    if (! same (size (value), dims))
      damaged (fname, sprintf ("%s of layer \"%s\" must be %s, got %s", name, layer.name, ...
                               strrep (text_size (dims), " ", "-by-"), text_describe (value)));
    elseif (! (strcmp (class (value), cls) && isreal (value) && ! issparse (value) && isfinite (sum (value(:)))))
      damaged (fname, sprintf ("%s of layer \"%s\" must be real, finite and %s, got %s", name, layer.name, cls, ...
                               what_is_wrong (value, cls)));
    endif
  endfor
endfunction

function text = what_is_wrong (value, cls)
  text = text_describe (value);
  if (isfloat (value) && any (! isfinite (value(:))))
    text = "NaN or Inf";
  endif
endfunction

function spec = check_pca (fname, p)
  spec = [];
  require (fname, p, {"input_size", "mean", "components", "variances", "explained", "total_variance", "n", "whiten"}, ...
           "the PCA model");
  arg_input_size (fname, p.input_size);
  d = prod (p.input_size);
  k = columns (p.components);
  sizes = {"mean", [d 1]; "components", [d k]; "variances", [k 1]; "explained", [k 1]; "total_variance", [1 1]; "n", [1 1]};
  if (! (isscalar (p.whiten) && (islogical (p.whiten) || isnumeric (p.whiten)) && any (p.whiten == [0 1])))
    damaged (fname, sprintf ("p.whiten must be true or false, got %s", text_describe (p.whiten)));
  endif
  if (strcmp (struct_get (p, "missing", "error"), "mask"))
    require (fname, p, {"noise"}, "the PCA model");
    if (! (isa (p.noise, "double") && isscalar (p.noise) && p.noise > 0))
      damaged (fname, sprintf ("p.noise must be a number > 0, got %s", text_describe (p.noise)));
    endif
  endif
  for i = 1:rows (sizes)
    value = p.(sizes{i,1});
    if (! isfloat (value) || ! isreal (value) || issparse (value) || ! isequal (size (value), sizes{i,2}))
      damaged (fname, sprintf ("p.%s must be real and %d-by-%d, got %s", sizes{i,1}, sizes{i,2}, text_describe (value)));
    elseif (! isfinite (sum (value(:))))
      damaged (fname, sprintf ("p.%s must be finite", sizes{i,1}));
    elseif (any (strcmp (sizes{i,1}, {"variances", "explained", "total_variance"})) && any (value < 0))
      damaged (fname, sprintf ("p.%s must be >= 0, got %g", sizes{i,1}, min (value)));
    endif
  endfor
  if (p.n < 1 || p.n != fix (p.n))
    damaged (fname, sprintf ("p.n must be a whole number >= 1, got %g", p.n));
  endif
endfunction

function spec = check_tsne (fname, map)
  spec = [];
  require (fname, map, {"input_size", "samples", "embedding", "perplexity"}, "the t-SNE map");
  arg_input_size (fname, map.input_size);
  n = columns (map.samples);
  is_plain = @(A) isfloat (A) && isreal (A) && ! issparse (A) && ndims (A) == 2 && isfinite (sum (A(:)));
  if (! is_plain (map.samples) || rows (map.samples) != prod (map.input_size) || n < 4)
    damaged (fname, sprintf ("map.samples must be real, finite and %d-by-n, got %s", prod (map.input_size), ...
                             text_describe (map.samples)));
  elseif (! is_plain (map.embedding) || ! any (rows (map.embedding) == [2 3]) || columns (map.embedding) != n)
    damaged (fname, sprintf ("map.embedding must be real, finite and 2-by-%d or 3-by-%d, got %s", n, n, ...
                             text_describe (map.embedding)));
  elseif (! (isa (map.perplexity, "double") && isscalar (map.perplexity) && map.perplexity >= 1 && map.perplexity <= n / 3))
    damaged (fname, sprintf ("map.perplexity must be a number from 1 to %g, got %s", n / 3, text_describe (map.perplexity)));
  endif
endfunction

function require (fname, s, fields, what)
  missing = fields(! isfield (s, fields));
  if (! isstruct (s) || ! isempty (missing))
    damaged (fname, sprintf ("%s has no field %s", what, strjoin (missing, ", ")));
  endif
endfunction

function damaged (fname, text)
  error (["autoencoder:" fname ":model"], "%s: the model is damaged: %s", fname, text);
endfunction
