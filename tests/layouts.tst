## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Weights of Keras and PyTorch, in and out (tests/reference/make_layouts.py).

%!shared data, make
%! data = fullfile (fileparts (which ("package_path")), "data");
%! make = @(seed) ae_network ([5 4 2], {ae_layer("conv2d", 3, [2 2], "tanh", "Padding", "valid", "Name", "conv"), ...
%!   ae_layer("flatten"), ae_layer("batchnorm", "Name", "norm"), ae_layer("dense", 5, "tanh", "Name", "code"), ...
%!   ae_layer("dense", 24, "tanh", "Name", "wide"), ae_layer("dropout", 0.3), ae_layer("reshape", [3 2 4]), ...
%!   ae_layer("conv2d_transpose", 2, [2 3], "Padding", "valid", "Name", "up"), ...
%!   ae_layer("flatten"), ae_layer("dense", 7, "Name", "last")}, "Seed", seed, "Precision", "double");

%!function a = tensor_of (file, name)
%!  t = call_private ("file_read", "x", file);
%!  a = t(strcmp (name, {t.name})).data;
%!endfunction
%!function tensors = written (net, layout) # what ae_save writes
%!  file = tempname ();
%!  unwind_protect
%!    ae_save (net, file, "Layout", layout);
%!    tensors = call_private ("file_read", "x", file);
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction

%!test # PyTorch's outputs from PyTorch's weights
%! file = fullfile (data, "layout_torch.safetensors");
%! net = ae_load (file, make (1), "Layout", "pytorch");
%! x = permute (tensor_of (file, "x"), [2 1 3 4]); # rows columns channels samples
%! assert (ae_predict (net, x), tensor_of (file, "y"), 1e-6);
%! plain = ae_load (file, make (1)); # without the option no element moves
%! assert (max (abs (ae_predict (plain, x) - tensor_of (file, "y"))(:)) > 0.01);
%! assert (plain.layers(end).W, tensor_of (file, "last.weight")');

%!test # Keras' outputs from Keras' weights
%! file = fullfile (data, "layout_keras.safetensors");
%! net = ae_load (file, make (1), "layout", "Keras");
%! x = permute (tensor_of (file, "x"), [3 2 1 4]);
%! assert (ae_predict (net, x), tensor_of (file, "y"), 1e-6);

%!test # the same numbers under the same names and in the same shapes go out again
%! for c = {"pytorch", "layout_torch"; "keras", "layout_keras"}'
%!   file = fullfile (data, [c{2} ".safetensors"]);
%!   net = ae_load (file, make (1), "Layout", c{1});
%!   ours = written (net, c{1});
%!   theirs = call_private ("file_read", "x", file);
%!   theirs(ismember ({theirs.name}, {"x", "y"})) = [];
%!   assert (sort ({ours.name}), sort ({theirs.name}));
%!   for t = theirs
%!     k = strcmp (t.name, {ours.name});
%!     assert (ours(k).data, t.data);
%!     assert (ours(k).shape, t.shape);
%!   endfor
%! endfor

%!test # a file of ae_save knows its layout; one may say it, too
%! net = make (2);
%! file = tempname ();
%! unwind_protect
%!   for layout = {"octave", "keras", "pytorch"}
%!     ae_save (net, file, "Layout", layout{1});
%!     assert (ae_load (file, make (3)).layers(end).W, net.layers(end).W);
%!     m = ae_load (file, make (3), "Layout", layout{1});
%!     assert ({m.layers.W}, {net.layers.W});
%!     assert ({m.layers.b}, {net.layers.b});
%!     assert ({m.layers.variance}, {net.layers.variance});
%!   endfor
%!   fail ("ae_load (file)", "it has tensors but no architecture; give the model that they belong to");
%!   fail ("ae_load (file, make (3), \"Layout\", \"keras\")", "has no conv/kernel");
%!   ae_save (net, file);
%!   assert (ae_load (file), net);
%!   ae_save (ae_network (4, {ae_layer("dense", 1, "Name", "code")}, "Seed", 1), file, "Layout", "pytorch");
%!   t = call_private ("file_read", "x", file);
%!   assert (t(strcmp ({t.name}, "code.weight")).shape, [1 4]);
%!   assert (t(strcmp ({t.name}, "code.bias")).shape, 1);
%!   other = ae_network (4, {ae_layer("dense", 2, "Name", "code")});
%!   fail ("ae_load (file, other, \"Layout\", \"pytorch\")", "code.weight must have the shape \\(2, 4\\), got \\(1, 4\\)");
%! unwind_protect_cleanup
%!   [~] = unlink (file);
%! end_unwind_protect

%!test # a dense layer right behind an image or a series; series: Keras (times, channels), PyTorch the other way
%! for size_of = {[3 2 2], [4 3]}
%!   n = prod (size_of{1});
%!   net = ae_network (size_of{1}, {ae_layer("flatten"), ae_layer("dense", 2, "Name", "code")}, "Seed", 1);
%!   rows = reshape (1:n, size_of{1});
%!   t = written (net, "keras");
%!   k = permute (rows, ndims (rows):-1:1)(:);
%!   assert (t(strcmp ({t.name}, "code/kernel")).data, net.layers(end).W(:,k));
%!   t = written (net, "pytorch");
%!   k = permute (rows, [2 1 3])(:);
%!   if (ndims (rows) == 2)
%!     k = rows(:);
%!   endif
%!   assert (t(strcmp ({t.name}, "code.weight")).data, net.layers(end).W(:,k)');
%! endfor

%!test # without an image nothing moves: a vector has its own order
%! net = ae_dense (6, [4 2], "Seed", 1);
%! t = written (net, "keras");
%! assert ({t.data}(strcmp ({t.name}, "code/kernel")), {net.layers(3).W});

%!error <Layout must be one of octave, keras, pytorch; got "caffe"> ae_load ("x", make (1), "Layout", "caffe")
%!error <Layout must be one of octave, keras, pytorch; got "caffe"> ae_save (make (1), "x", "Layout", "caffe")
%!error <unknown option "Lay"> ae_load ("x", make (1), "Lay", "keras")
%!error <"Layout" has no value> ae_save (make (1), "x", "Layout")
%!error <the model that the weights belong to comes before options> ae_load ("x", "Layout", "keras")
%!error <only a network has the layout "keras", got a pca> ae_save (ae_pca (rand (3, 9), 1), tempname (), "Layout", "keras")
%!error <layer "reshape_1" \(reshape\) gets numbers in another order in layout "keras">
%! net = ae_network ([4 2 3], {ae_layer("flatten"), ae_layer("reshape", [2 4 3]), ae_layer("flatten"), ...
%!                             ae_layer("dense", 2, "Name", "code")});
%! ae_save (net, tempname (), "Layout", "keras");
