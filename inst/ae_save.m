## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_save (@var{m}, @var{file})
## @deftypefnx {autoencoder} {} ae_save (@var{net}, @var{file}, "Layout", @var{layout})
## Save a model to a file that other tools can read.
##
## @var{m} is a model: a network (@code{ae_network}, @code{ae_dense}, @dots{})
## or a PCA (@code{ae_pca}).  @var{file} is the file's name; the usual ending is
## @file{.safetensors}.  @code{ae_load} returns the same model: every bit,
## class, size and field.
##
## The file is written under another name, flushed to the disk and then renamed:
## whatever happens meanwhile (a full disk, a kill, a power cut), @var{file} is
## either the complete old file or the complete new one.  A symbolic link is followed.
##
## The format is safetensors: 8 bytes of header length, a JSON header, raw
## little-endian arrays.  It cannot contain code.  In Python:
##
## @c not run
## @example
## @group
## from safetensors.torch import load_file
## weights = load_file ("net.safetensors")
## weights["dense_1/kernel"].shape    # (784, 100)
## @end group
## @end example
##
## Tensors have the names and the layout of Keras:
## @table @asis
## @item @qcode{"@var{layer}/kernel"}, dense
## @var{W} (@var{m}-by-@var{d}) is stored as (@var{d}, @var{m}): transposed, as
## all matrices are, because samples come last in Octave and first in Python.
## @item @qcode{"@var{layer}/kernel"}, convolutions
## @var{W} has the same indices in both: (@var{kh}, @var{kw}, @var{c_in},
## @var{c_out}).
## @item @qcode{"@var{layer}/bias"}
## @var{b} as a vector.
## @item @qcode{"@var{layer}/gamma"}, @qcode{/beta}, @qcode{/moving_mean}, @qcode{/moving_variance}
## @var{W}, @var{b}, @var{mean}, @var{variance} of a batch normalisation.
## @item @qcode{"pca/mean"}, @qcode{pca/components}, @qcode{pca/variances}, @qcode{pca/explained}
## of a PCA; the components are stored as (@var{k}, @var{d}), as scikit-learn has
## them.
## @end table
## Other fields that hold long arrays follow as @qcode{"@var{kind}/@var{field}"}.
## The header's metadata has @code{format} (@qcode{"autoencoder"}),
## @code{format_version} (@qcode{"1"}), @code{kind}, and @code{architecture}: the
## rest of the model as JSON.
##
## With @qcode{"Layout"} the file has the weights of the network alone, for nets of
## other libraries, and flattened images in their order (see @code{ae_load}):
## @table @asis
## @item @qcode{"keras"}
## The names above, shapes as Keras has them.
## @item @qcode{"pytorch"}
## @qcode{"dense_1.weight"} (@var{m}, @var{d}) and so on, as a @code{state_dict}.
## @item @qcode{"octave"}
## The whole model as above, the default.
## @end table
##
## @c not run
## @example
## @group
## from safetensors.torch import load_file      # PyTorch
## names = @{"conv2d_1": "0", "code": "3"@}       # ours: theirs
## net.load_state_dict(@{names[k.split(".")[0]] + "." + k.split(".")[1]: v
##                      for k, v in load_file("net.safetensors").items()@})
##
## from safetensors.numpy import load_file      # Keras 3, layers named as here
## weights = load_file("net.safetensors")
## for layer in model.layers:
##     for w in layer.weights:
##         if w.name != "seed_generator_state":
##             w.assign(weights[layer.name + "/" + w.name])
## @end group
## @end example
##
## Errors: @code{autoencoder:ae_save:model} and the like for a damaged model,
## @code{:option} (a wrong option), @code{:layout} (the net mixes flattened images
## in a way that no order of weights makes up for),
## @code{:value} for what a file cannot hold (a function handle, complex or
## sparse arrays), @code{:full}, @code{:access}, @code{:folder}, @code{:name},
## @code{:file} when the file cannot be written.
##
## Source of the format: @url{https://github.com/huggingface/safetensors}.
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
## @seealso{ae_load}
## @end deftypefn

function ae_save (m, file, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  if (ischar (m) && isstruct (file))
    error ("autoencoder:ae_save:model", "ae_save: the model comes first, then the file: ae_save (m, \"%s\")", m);
  endif
  arg_value ("ae_save", "file", file, "file");
  opt = arg_options ("ae_save", varargin, {"Layout", "octave", {"octave", "keras", "pytorch"}});
  model_check ("ae_save", m);
  if (strcmp (opt.Layout, "octave"))
    [tensors, metadata] = file_pack ("ae_save", m);
  else
    [tensors, metadata] = weights_alone (m, opt.Layout);
  endif
  file_write ("ae_save", file, tensors, metadata);
endfunction

## The weights as Keras or PyTorch have them.
function [tensors, metadata] = weights_alone (m, layout)
  persistent formats = struct ("keras", "np", "pytorch", "pt"); # as Python's safetensors writes them
  if (! strcmp (m.kind, "network"))
    error ("autoencoder:ae_save:model", "ae_save: only a network has the layout \"%s\", got a %s", layout, m.kind);
  endif
  tensors = struct ("name", {}, "data", {}, "shape", {});
  for array = file_layout ("ae_save", m, layout)
    data = reshape (m.layers(array.layer).(array.field)(array.places), size (array.places));
    tensors(end+1) = struct ("name", array.name, "data", data, "shape", {array.shape});
  endfor
  metadata = struct ("format", formats.(layout), "layout", layout);
endfunction

%!function m = small ()
%!  m = struct ("kind", "pca", "input_size", 3, "mean", single ([1; 2; 3]), ...
%!              "components", single ([0.6 0; 0.8 0; 0 1]), "variances", single ([2; 1]), ...
%!              "explained", single ([0.5; 0.25]), "total_variance", single (4), "whiten", false, "n", 10);
%!endfunction
%!test # what was there is replaced
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   ae_save (small (), file);
%!   m = small ();
%!   m.n = 11;
%!   ae_save (m, file);
%!   assert (ae_load (file), m);
%!   assert (numel (glob (fullfile (fileparts (file), ".ae-*.tmp"))), 0);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!test # the same model gives the same bytes
%! files = {tempname(), tempname()};
%! cellfun (@(f) ae_save (small (), f), files);
%! assert (fileread (files{1}), fileread (files{2}));
%! cellfun (@delete, files);
%!error <Invalid call> ae_save ()
%!error <file must be a file's name, got 1> ae_save (small (), 1)
%!error <ae_save: the model must come from ae_network.*, got 1> ae_save (1, "x")
%!error <ae_save: file must be a file's name, got 0-by-0 char> ae_save (small (), "")
%!error <cannot write .*: its folder does not exist> ae_save (small (), fullfile (tempname (), "x"))
%!error <cannot write .*: it is a folder> ae_save (small (), tempdir ())
%!error <not a folder> ae_save (small (), fullfile (which ("ae_save"), "x"))
%!error <the name is too long> ae_save (small (), fullfile (tempdir (), repmat ("x", 1, 300)))
%!error <it is not a regular file> ae_save (small (), "/dev/null")
%!error <cannot be kept in a file>
%! m = small ();
%! m.extra = @sin;
%! ae_save (m, tempname ());
%!error <cannot be kept in a file>
%! m = small ();
%! m.extra = {1, sparse(1)};
%! ae_save (m, tempname ());
%!error <ae_save: the model comes first, then the file: ae_save \(m, "a.st"\)> ae_save ("a.st", struct ())
