## make_octave_files (folder): writes octave_net.safetensors and
## octave_pca.safetensors, which `make_safetensors.py check` reads and compares
## with the formulas that both programs know.

function make_octave_files (folder)
  net = ae_network ([6 5 2], {ae_layer("conv2d", 3, [3 2], "relu"), ae_layer("batchnorm"), ...
                              ae_layer("conv2d", 1, [1 1]), ae_layer("flatten"), ...
                              ae_layer("dense", 2, "Name", "code"), ae_layer("dense", 1, "Name", "dense_2")});
  types = __ae_layer_types__ ();
  k = 0;
  for i = 1:numel (net.layers)
    for row = types(strcmp (net.layers(i).type, {types.type})).arrays
      net.layers(i).(row.name) = numbers (net.layers(i).(row.name), net.layers(i).type, k);
      k += 10;
    endfor
  endfor
  ae_save (net, fullfile (folder, "octave_net.safetensors"));
  p = struct ("kind", "pca", "input_size", 4, "mean", (1:4)' / 3, "components", eye (4, 2), ...
              "variances", [2; 1], "explained", [0.5; 0.25], "total_variance", 4, "whiten", true, ...
              "n", 10, "history", int16 (reshape (0:39, 2, 20)));
  ae_save (p, fullfile (folder, "octave_pca.safetensors"));
endfunction

## In the order of Python's index: (in, out) and (h, w, in, out), last fastest.
function value = numbers (value, type, shift)
  list = (mod (7919 * (1 + shift:numel (value) + shift), 1000) - 500) / 512;
  if (strcmp (type, "conv2d") && ! iscolumn (value))
    dims = [size(value), 1, 1](1:4);
    value(:) = permute (reshape (list, dims(4:-1:1)), [4 3 2 1])(:);
  else
    value(:) = list;
  endif
endfunction
