## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{m} =} ae_load (@var{file})
## @deftypefnx {autoencoder} {@var{net} =} ae_load (@var{file}, @var{net})
## @deftypefnx {autoencoder} {@var{net} =} ae_load (@var{file}, @var{net}, "Layout", @var{layout})
## Read a model from a safetensors file.
##
## With one argument @var{file} was written by @code{ae_save}, or by another tool
## with the metadata of such a file; @var{m} is the model that was saved, bit for
## bit.
##
## With two, the file may come from anywhere, and its tensors take the place of
## the weights of the model @var{net}, which says what the layers are.  Their
## names and shapes are those that @code{ae_save} would give
## (@qcode{"dense_1/kernel"}, @dots{}), or PyTorch's: @qcode{"dense_1.weight"}
## (@var{m}, @var{d}), or (@var{c_out}, @var{c_in}, @var{kh}, @var{kw}) for a
## convolution and (@var{c_in}, @var{c_out}, @var{kh}, @var{kw}) for a transposed
## one, @qcode{"dense_1.bias"}; @qcode{.weight}, @qcode{.bias},
## @qcode{.running_mean}, @qcode{.running_var} for a batch normalisation.  The
## numbers are converted to the class of the model's weights.
##
## Octave flattens an image down its columns, Keras with the channels fastest,
## PyTorch along its rows; and Keras has the outputs of a transposed convolution
## before its inputs.  @qcode{"Layout"} says whose weights the file has:
## @table @asis
## @item @qcode{"keras"}
## Keras' names and axes.  The columns of a dense layer behind a flattened image,
## and the outputs of one whose vector is reshaped to an image, are brought into
## Octave's order, also through batch normalisation, dropout and the like.
## @item @qcode{"pytorch"}
## The same for PyTorch's.
## @item @qcode{"octave"}
## Either names, as above, and no element changes its place.
## @end table
## @noindent
## The default is what @code{ae_save} noted in the file, else @qcode{"octave"}.
## The layers must compute the same there: mind @qcode{"Epsilon"} of batch
## normalisation, whose default is 1e-5 in PyTorch and 1e-3 in Keras.  Names of
## layers must be those of @var{net}.  In Python:
##
## @c not run
## @example
## @group
## from safetensors.torch import save_file      # PyTorch
## names = @{"0": "conv2d_1", "3": "code"@}       # theirs: ours
## state = @{names[k.split(".")[0]] + "." + k.split(".")[1]: v.contiguous()
##          for k, v in net.state_dict().items() if v.is_floating_point()@}
## save_file(state, "net.safetensors")
##
## import numpy as np                           # Keras 3, layers named as here
## from safetensors.numpy import save_file
## save_file(@{l.name + "/" + w.name: np.ascontiguousarray(w.numpy())
##            for l in model.layers for w in l.weights
##            if w.name != "seed_generator_state"@}, "net.safetensors")
## @end group
## @end example
##
## @c not run
## @example
## @group
## net = ae_network ([28 28 1], @{ae_layer("conv2d", 8, [3 3], "relu"), ...
##                               ae_layer("flatten"), ...
##                               ae_layer("dense", 20, "Name", "code")@});
## net = ae_load ("net.safetensors", net, "Layout", "pytorch");
## @end group
## @end example
##
## Nothing in the file is trusted: sizes are checked against the file before
## memory is taken, only the known types of layers are accepted, and nothing is
## ever evaluated.
##
## Errors: @code{autoencoder:ae_load:file} (it cannot be read),
## @code{:format}, @code{:json}, @code{:type} (it is not a safetensors file that
## could be a model), @code{:size} (a tensor is missing or does not fit @var{net}),
## @code{:option}, @code{:value} (a wrong option), @code{:layout} (the net mixes
## flattened images in a way that no order of weights makes up for),
## @code{:model} and the like (the model in it is damaged).
##
## @example
## @group
## p = ae_pca (rand (5, 40), 2);
## file = [tempname() ".safetensors"];
## ae_save (p, file);
## isequal (ae_load (file), p)
##     @result{} 1
## delete (file);
## @end group
## @end example
## @seealso{ae_save, ae_export_onnx}
## @end deftypefn

function m = ae_load (file, net, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  if (nargin > 1 && ischar (net))
    error ("autoencoder:ae_load:model", ...
           "ae_load: the model that the weights belong to comes before options: ae_load (file, net, \"Layout\", ...)");
  endif
  opt = arg_options ("ae_load", varargin, {"Layout", "", {"octave", "keras", "pytorch"}});
  [tensors, metadata] = file_read ("ae_load", file);
  if (nargin > 1)
    model_check ("ae_load", net);
    if (! strcmp (net.kind, "network"))
      error ("autoencoder:ae_load:model", "ae_load: the model to fill must be a network, got a %s", net.kind);
    endif
    layout = layout_of (opt.Layout, metadata);
    if (! strcmp (layout, "octave"))
      m = fill_from_layout (file, net, tensors, layout);
      model_check ("ae_load", m);
      return;
    endif
    [tensors, metadata] = fill_model (file, net, tensors);
  endif
  m = file_unpack ("ae_load", file, tensors, metadata);
  model_check ("ae_load", m);
endfunction

## The layout that was asked for, else the one that ae_save has noted.
function layout = layout_of (wish, metadata)
  layout = wish;
  if (isempty (wish))
    layout = "octave";
    noted = struct_get (metadata, "layout", "");
    if (any (strcmp (noted, {"keras", "pytorch"})))
      layout = noted;
    endif
  endif
endfunction

## net with the weights of Keras or PyTorch.
function net = fill_from_layout (file, net, found, layout)
  for array = file_layout ("ae_load", net, layout)
    k = find (strcmp (array.name, {found.name}));
    if (isempty (k))
      error ("autoencoder:ae_load:size", "ae_load: %s has no %s", file, array.name);
    endif
    value = net.layers(array.layer).(array.field);
    wanted = struct ("data", value(array.places), "shape", array.shape);
    value(array.places) = fit (file, wanted, array.name, found(k).data);
    net.layers(array.layer).(array.field) = value;
  endfor
endfunction

## The tensors and metadata of net, with the weights of the file.
function [wanted, metadata] = fill_model (file, net, found)
  [wanted, metadata] = file_pack ("ae_load", net);
  names = {found.name};
  for i = 1:numel (wanted)
    k = find (strcmp (wanted(i).name, names));
    if (isempty (k))
      wanted(i) = fill_from_torch (file, net, wanted(i), found);
    else
      wanted(i).data = fit (file, wanted(i), found(k).name, found(k).data);
    endif
  endfor
endfunction

## data in the class of the wanted tensor, whose size it must have.
function data = fit (file, wanted, name, data)
  if (! isequal (size (data), size (wanted.data)))
    error ("autoencoder:ae_load:size", "ae_load: in %s, %s must have the shape (%s), got (%s)", ...
           file, name, sprintf (", %d", wanted.shape)(3:end), sprintf (", %d", size (data)(end:-1:1))(3:end));
  endif
  data = cast (data, class (wanted.data));
endfunction

## The weight of PyTorch's name, brought to our layout; a tensor of net that is
## no weight (notes of its owner) stays.
function wanted = fill_from_torch (file, net, wanted, found)
  cut = find (wanted.name == "/", 1, "last");
  at = find (strcmp (wanted.name(1:cut-1), {net.layers.name}));
  if (isempty (at))
    return;
  endif
  rows_of = layer_arrays (net.layers(at));
  row = rows_of(strcmp (wanted.name(cut+1:end), {rows_of.file}));
  if (isempty (row))
    return;
  endif
  theirs = [net.layers(at).name "." row.torch];
  k = find (strcmp (theirs, {found.name}));
  if (isempty (k))
    error ("autoencoder:ae_load:size", "ae_load: %s has neither %s nor %s", file, wanted.name, theirs);
  endif
  data = found(k).data;
  if (! isempty (row.torch_order))
    data = permute (data, row.torch_order);
  endif
  wanted.data = fit (file, wanted, theirs, data);
endfunction

%!shared p, net
%! p = ae_pca (reshape (mod ((1:60) * 17, 23), 5, 12), 2);
%! net = ae_network ([5 4 1], {ae_layer("conv2d", 2, [2 3], "relu"), ae_layer("flatten"), ...
%!                             ae_layer("dense", 3, "Name", "code")}, "Seed", 1);
%!function m = again (m, varargin)
%!  file = [tempname() ".safetensors"];
%!  unwind_protect
%!    ae_save (m, file);
%!    m = ae_load (file, varargin{:});
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction
%!test # a PCA
%! q = again (p);
%! assert (q, p);
%! assert (class (q.components), class (p.components));
%! assert (fieldnames (q), fieldnames (p));
%!test # a network
%! assert (again (net), net);
%! assert (fieldnames (again (net).layers), fieldnames (net.layers));
%!test # the weights of one network for another of the same layers
%! other = ae_network ([5 4 1], {ae_layer("conv2d", 2, [2 3], "tanh"), ae_layer("flatten"), ...
%!                               ae_layer("dense", 3, "Name", "code")}, "Seed", 2, "Precision", "double");
%! m = again (net, other);
%! assert (m.layers(2).W, double (net.layers(2).W));
%! assert (m.layers(4).W, double (net.layers(4).W));
%! assert (m.layers(2).activation, "tanh");
%!error <Invalid call> ae_load ()
%!error <ae_load: file must be a file's name, got 1> ae_load (1)
%!error <ae_load: file must be a file's name, got 0-by-0 char> ae_load ("")
%!error <ae_load: cannot read .*: \S> ae_load (tempname ())
%!error <it is not a regular file> ae_load (tempdir ())
%!error <is not a model file that can be read: its header length> ae_load (which ("ae_load"))
%!error <code/kernel must have the shape \(16, 2\), got \(16, 3\)>
%! again (net, ae_network ([5 4 1], {ae_layer("conv2d", 2, [2 3]), ae_layer("flatten"), ...
%!                                   ae_layer("dense", 2, "Name", "code")}));
%!error <the model to fill must be a network, got a pca> again (p, p)
