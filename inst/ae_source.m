## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{src} =} ae_source (@var{file})
## @deftypefnx {autoencoder} {@var{src} =} ae_source (@var{file}, @var{sample})
## @deftypefnx {autoencoder} {@var{src} =} ae_source (@var{fcn}, @var{size})
## @deftypefnx {autoencoder} {@var{src} =} ae_source (@dots{}, @var{name}, @var{value}, @dots{})
## Samples that need not fit into memory.
##
## @var{src} stands in place of an array of samples in @code{ae_fit} (inputs,
## targets, @qcode{"ValidationData"}), @code{ae_pca}, @code{ae_encode},
## @code{ae_predict}, @code{ae_reconstruct} and @code{ae_evaluate}.  The samples
## stay in their file, which is read through a memory mapping as they are
## needed; the results are, bit for bit, those of the same samples in memory.
##
## @table @asis
## @item @code{ae_source (@var{file})}
## is an IDX file, not packed, of class uint8, with @var{n} vectors or images.
## Images come upright, as from @code{ae_load_mnist}.
## @item @code{ae_source (@var{file}, @var{sample})}
## is a file of raw numbers, one sample after the other, as @code{fwrite} writes
## a @var{d}-by-@var{n} or @var{h}-by-@var{w}-by-@var{c}-by-@var{n} array.
## @var{sample} is the size of one, @var{d} or @code{[h w c]}; the length of the
## file tells how many there are.
## @item @code{ae_source (@var{fcn}, @var{size})}
## asks a function: @code{@var{fcn} (@var{from}, @var{to})} gives samples
## @var{from} to @var{to} of the array whose size is @code{[d n]} or
## @code{[h w c n]}, single, double (which is kept as single) or uint8.  Each
## sample is asked for once, in chunks, and kept in a temporary file, which goes
## when the last copy of @var{src} does: the disk has to have room for it.
## @end table
##
## Options:
## @table @code
## @item "Class"
## The numbers of a raw file: "uint8" (default) or "single", in the byte order
## of this machine.
## @item "Offset"
## How many bytes of a raw file come before the first sample, default 0.
## @item "Order"
## How the numbers of an image lie in a raw file: "columns" (default), as in
## Octave, or "rows", as in C and NumPy: channel by channel within a pixel,
## pixel by pixel within a row.
## @item "Scale"
## "bytes" divides by 255; "none" (default) leaves the numbers as they are.
## Samples of class uint8 need this or a model with @code{"Scale", "bytes"}.
## @item "Folder"
## Where the temporary file of a function's samples goes, default
## @code{tempdir}.
## @end table
##
## Numbers of class single are looked through once, here, for NaN and Inf.  A
## file that is cut while it is in use ends the call in an error.
##
## The fields of @var{src}: @code{kind} ("source"), @code{file}, @code{offset}
## (bytes), @code{type}, @code{d}, @code{n}, @code{size} (of a sample),
## @code{map} (where in the file a feature stands), @code{scale}, @code{guard}.
##
## Errors: @code{autoencoder:ae_source:file} (cannot be read, or has another
## length), @code{:format} (not IDX, or packed), @code{:size}, @code{:class},
## @code{:value}, @code{:option}, @code{:nonfinite}.
##
## @example
## @group
## X = single (rand (10, 500));
## file = [tempname() ".bin"];
## fid = fopen (file, "wb");  fwrite (fid, X, "single");  fclose (fid);
## src = ae_source (file, 10, "Class", "single");
## p = ae_pca (src, 2);
## isequal (p.components, ae_pca (X, 2).components)
##     @result{} 1
## unlink (file);
## @end group
## @end example
## @seealso{ae_load_idx, ae_load_mnist, ae_fit, ae_pca}
## @end deftypefn

function src = ae_source (from, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  size_given = numel (varargin) > 0 && ! ischar (varargin{1});
  sizes = [];
  if (size_given)
    sizes = varargin{1};
    varargin(1) = [];
  endif
  opt = arg_options ("ae_source", varargin, {"Class", "uint8", {"uint8", "single"}; "Offset", 0, "whole >= 0"; ...
                     "Order", "columns", {"columns", "rows"}; "Scale", "none", {"none", "bytes"}; ...
                     "Folder", tempdir(), "string"});
  if (is_function_handle (from))
    src = from_function (from, sizes, opt);
  elseif (! (ischar (from) && isrow (from)))
    error ("autoencoder:ae_source:value", "ae_source: wants a file's name or a function, got %s", text_describe (from));
  elseif (size_given)
    src = from_raw (make_absolute_filename (tilde_expand (from)), sizes, opt);
  else
    src = from_idx (make_absolute_filename (tilde_expand (from)));
  endif
  if (strcmp (opt.Scale, "bytes"))
    src.scale = repmat ([0, 255], src.d, 1);
  endif
  check_numbers (src);
endfunction

function src = new_source (file, offset, type, sample, n)
  src = struct ("kind", "source", "file", file, "offset", offset, "type", type, "d", prod (sample), "n", n, ...
                "size", sample, "map", zeros (0, 1, "uint32"), "scale", [], "guard", []);
endfunction

function bytes = length_of (file)
  [info, err] = stat (file);
  if (err != 0 || ! S_ISREG (info.mode))
    error ("autoencoder:ae_source:file", "ae_source: there is no regular file \"%s\"", file);
  endif
  bytes = info.size;
endfunction

function src = from_idx (file)
  bytes = length_of (file);
  fid = fopen (file, "rb", "ieee-be");
  if (fid < 0)
    error ("autoencoder:ae_source:file", "ae_source: cannot open \"%s\"", file);
  endif
  unwind_protect
    magic = double (fread (fid, 4, "uint8"))';
    dims = [];
    if (numel (magic) == 4)
      dims = double (fread (fid, min (magic(4), 8), "uint32"))';
    endif
  unwind_protect_cleanup
    fclose (fid);
  end_unwind_protect
  if (numel (magic) == 4 && all (magic(1:2) == [31 139]))
    error ("autoencoder:ae_source:format", "ae_source: \"%s\" is packed with gzip; unpack it first: gunzip", file);
  elseif (numel (magic) < 4 || ! isequal (magic(1:2), [0 0]) || ! any (magic(4) == 1:4) || numel (dims) < magic(4))
    error ("autoencoder:ae_source:format", ...
           "ae_source: \"%s\" is no IDX file of 1 to 4 dimensions; for raw numbers give the size of a sample", file);
  elseif (magic(3) != 8)
    error ("autoencoder:ae_source:format", "ae_source: \"%s\" must hold uint8 numbers (type 8), got type %d", ...
           file, magic(3));
  endif
  offset = 4 + 4 * numel (dims);
  if (bytes != offset + prod (dims) || prod (dims) < 1)
    error ("autoencoder:ae_source:file", "ae_source: \"%s\" has %d bytes, but its header tells of %.0f", ...
           file, bytes, offset + prod (dims));
  endif
  sample = [dims(2:end), 1];
  if (numel (dims) < 3)
    sample = sample(1);
  else
    sample = [sample, 1](1:3);
  endif
  src = turn_rows (new_source (file, offset, "uint8", sample, dims(1)));
endfunction

function src = from_raw (file, sample, opt)
  sample = sample_size (sample);
  each = prod (sample) * struct ("uint8", 1, "single", 4).(opt.Class);
  bytes = length_of (file) - opt.Offset;
  if (bytes < each || mod (bytes, each) != 0)
    error ("autoencoder:ae_source:file", ...
           "ae_source: \"%s\" has %d bytes from byte %d on, which is no whole number of samples of %d bytes", ...
           file, max (bytes, 0), opt.Offset, each);
  elseif (strcmp (opt.Class, "single") && mod (opt.Offset, 4) != 0)
    error ("autoencoder:ae_source:value", "ae_source: Offset must be a multiple of 4 for class single, got %d", opt.Offset);
  endif
  src = new_source (file, opt.Offset, opt.Class, sample, bytes / each);
  if (strcmp (opt.Order, "rows"))
    src = turn_rows (src);
  endif
endfunction

function sample = sample_size (sample)
  if (! (isnumeric (sample) && any (numel (sample) == [1 3]) && all (sample(:) >= 1 & sample(:) == fix (sample(:)))))
    error ("autoencoder:ae_source:size", "ae_source: the size of a sample must be d or [h w c], got %s", ...
           text_describe (sample));
  endif
  sample = double (sample(:)');
endfunction

## In row-major order the channel runs fastest, then the column.
function src = turn_rows (src)
  s = [src.size, 1, 1](1:3);
  if (sum (s > 1) > 1)
    at = permute (reshape (0:src.d-1, s(3), s(2), s(1)), [3 2 1]);
    src.map = uint32 (at(:));
  endif
endfunction

function src = from_function (f, sizes, opt)
  if (! (isnumeric (sizes) && any (numel (sizes) == [2 4]) && all (sizes(:) >= 1 & sizes(:) == fix (sizes(:)))))
    error ("autoencoder:ae_source:size", "ae_source: with a function in place of a file the size must be [d n] or [h w c n], got %s", text_describe (sizes));
  endif
  sizes = double (sizes(:)');
  n = sizes(end);
  sample = sizes(1:end-1);
  fid = -1;
  if (isfolder (opt.Folder)) # else tempname takes another one
    file = tempname (opt.Folder, "ae-source-");
    fid = fopen (file, "wb");
  endif
  if (fid < 0)
    error ("autoencoder:ae_source:file", "ae_source: cannot write to the folder \"%s\"", opt.Folder);
  endif
  guard = onCleanup (@() unlink (file));
  unwind_protect
    type = copy_samples (f, sample, n, fid, file);
  unwind_protect_cleanup
    fclose (fid);
  end_unwind_protect
  src = new_source (file, 0, type, sample, n);
  src.guard = guard;
endfunction

function type = copy_samples (f, sample, n, fid, file)
  width = max (1, floor (2^22 / prod (sample)));
  type = "";
  for from = 1:width:n
    to = min (from + width - 1, n);
    X = f (from, to);
    if (! (any (strcmp (class (X), {"single", "double", "uint8"})) && isreal (X) && ! issparse (X)))
      error ("autoencoder:ae_source:class", "ae_source: the function must give single, double or uint8, got %s", ...
             text_describe (X));
    elseif (numel (X) != prod (sample) * (to - from + 1))
      error ("autoencoder:ae_source:size", "ae_source: samples %d to %d must be %d-by-%d, got %s", from, to, ...
             prod (sample), to - from + 1, text_describe (X));
    endif
    X = cast (X, struct ("single", "single", "double", "single", "uint8", "uint8").(class (X)));
    if (! isempty (type) && ! strcmp (type, class (X)))
      error ("autoencoder:ae_source:class", "ae_source: samples %d to %d must be %s like those before, got %s", ...
             from, to, type, class (X));
    endif
    type = class (X);
    if (fwrite (fid, X, type) != numel (X) || fflush (fid) != 0)
      error ("autoencoder:ae_source:file", "ae_source: cannot write to \"%s\": is the disk full?", file);
    endif
  endfor
endfunction

function check_numbers (src)
  if (strcmp (src.type, "uint8"))
    return;
  endif
  width = max (1, floor (2^24 / src.d));
  for from = 1:width:src.n
    X = __ae_samples__ (single (0), src, from, min (from + width - 1, src.n));
    bad = __ae_finite__ (X(:));
    if (bad > 0)
      error ("autoencoder:ae_source:nonfinite", "ae_source: the samples must be finite, got %g in sample %d", ...
             X(bad), from + ceil (bad / src.d) - 1);
    endif
  endfor
endfunction

%!function file = raw (X)
%!  file = tempname ();
%!  fid = fopen (file, "wb");
%!  fwrite (fid, X, class (X));
%!  fclose (fid);
%!endfunction
%!function file = idx (X) # h-by-w-by-n bytes
%!  file = tempname ();
%!  fid = fopen (file, "wb", "ieee-be");
%!  fwrite (fid, [0 0 8 3], "uint8");
%!  fwrite (fid, size (X)([3 1 2]), "uint32");
%!  fwrite (fid, permute (X, [2 1 3]), "uint8");
%!  fclose (fid);
%!endfunction
%!function X = some (d, n)
%!  X = single (0.5 + 0.5 * sin ((1:d)' .^ 1.3 * (1:n) .^ 1.7));
%!endfunction

%!test <*same> # PCA, codes, reconstructions, errors: the same bits as from memory
%! X = some (12, 700);
%! file = raw (X);
%! unwind_protect
%!   src = ae_source (file, 12, "Class", "single");
%!   assert ([src.d, src.n], [12 700]);
%!   p = ae_pca (X, 3);
%!   q = ae_pca (src, 3);
%!   assert (q.components, p.components);
%!   assert (q.variances, p.variances);
%!   assert (ae_encode (p, src), ae_encode (p, X));
%!   assert (ae_reconstruct (p, src), ae_reconstruct (p, X));
%!   a = ae_evaluate (p, src); b = ae_evaluate (p, X);
%!   assert (a.mse, b.mse); assert (a.explained, b.explained);
%!   net = ae_dense (12, [6 3], "Seed", 1);
%!   assert (ae_encode (net, src), ae_encode (net, X));
%!   assert (ae_predict (net, src), ae_predict (net, X));
%!   a = ae_evaluate (net, src); b = ae_evaluate (net, X);
%!   assert (a.mse, b.mse);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!test <*fit> # training, with targets and validation data
%! X = some (12, 300); T = X(1:5,:);
%! files = {raw(X), raw(T)};
%! unwind_protect
%!   sx = ae_source (files{1}, 12, "Class", "single");
%!   st = ae_source (files{2}, 5, "Class", "single");
%!   opt = {"Epochs", 3, "BatchSize", 32, "Seed", 1, "Verbose", 0};
%!   net = ae_dense (12, [6 3], "Seed", 1);
%!   [a, ha] = ae_fit (net, X, opt{:}, "ValidationData", X(:,1:100));
%!   [b, hb] = ae_fit (net, sx, opt{:}, "ValidationData", X(:,1:100));
%!   assert (ae_parameters (b), ae_parameters (a));
%!   assert (hb.val_loss, ha.val_loss);
%!   [~, hc] = ae_fit (net, X, opt{:}, "ValidationData", sx);
%!   [~, hd] = ae_fit (net, X, opt{:}, "ValidationData", X);
%!   assert (hc.val_loss, hd.val_loss);
%!   half = ae_network (12, {ae_layer("dense", 4, "relu"), ae_layer("dense", 5, "linear")}, "Seed", 1);
%!   a = ae_fit (half, X, T, opt{:});
%!   assert (ae_parameters (ae_fit (half, sx, st, opt{:})), ae_parameters (a));
%!   assert (ae_parameters (ae_fit (half, sx, T, opt{:})), ae_parameters (a));
%!   a = ae_fit (net, X, opt{:}, "Optimizer", "lbfgs");
%!   assert (ae_parameters (ae_fit (net, sx, opt{:}, "Optimizer", "lbfgs")), ae_parameters (a));
%! unwind_protect_cleanup
%!   cellfun (@unlink, files);
%! end_unwind_protect
%!test <*idx> # images upright and scaled, as single (X) / 255
%! X = uint8 (mod ((1:5*4*60) .^ 2, 256));
%! X = reshape (X, 5, 4, 60);
%! file = idx (X);
%! unwind_protect
%!   src = ae_source (file, "Scale", "bytes");
%!   M = reshape (single (X) / 255, 5, 4, 1, 60);
%!   assert (src.size, [5 4 1]);
%!   p = ae_pca (M, 2);
%!   q = ae_pca (src, 2);
%!   assert (q.components, p.components);
%!   assert (q.input_size, p.input_size);
%!   assert (ae_reconstruct (p, src), ae_reconstruct (p, M));
%!   net = ae_network ([5 4 1], {ae_layer("conv2d", 2, [3 3], "relu", "Padding", "same"), ...
%!                               ae_layer("conv2d", 1, [3 3], "sigmoid", "Padding", "same")}, "Seed", 1);
%!   opt = {"Epochs", 2, "BatchSize", 16, "Seed", 1, "Verbose", 0};
%!   assert (ae_parameters (ae_fit (net, src, opt{:})), ae_parameters (ae_fit (net, M, opt{:})));
%!   assert (ae_evaluate (net, src).mse, ae_evaluate (net, M).mse);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!test # rows of pixels of channels, as NumPy writes them; an offset
%! X = some (24, 9);
%! I = reshape (X, 2, 4, 3, 9);
%! file = raw ([zeros(1, 2, "single"), permute(I, [3 2 1 4])(:)']);
%! unwind_protect
%!   src = ae_source (file, [2 4 3], "Class", "single", "Order", "rows", "Offset", 8);
%!   net = ae_dense (24, 2, "Seed", 1);
%!   assert (ae_encode (net, src), ae_encode (net, X));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!function X = ask_for (X, from, to)
%!  global ae_source_asked
%!  ae_source_asked(from:to)++;
%!  X = X(:,from:to);
%!endfunction
%!test <*function> # each sample is asked for once; the file goes with the source
%! X = some (2^14, 600);
%! global ae_source_asked
%! ae_source_asked = zeros (1, 600);
%! src = ae_source (@(from, to) ask_for (X, from, to), size (X));
%! assert (ae_source_asked, ones (1, 600));
%! file = src.file;
%! net = ae_dense (2^14, 2, "Seed", 1);
%! assert (ae_encode (net, src), ae_encode (net, X));
%! assert (exist (file, "file"), 2);
%! clear src
%! clear -global ae_source_asked
%! assert (exist (file, "file"), 0);
%!test # a file that has been cut since is an error, not a crash
%! file = raw (some (12, 700));
%! src = ae_source (file, 12, "Class", "single");
%! fclose (fopen (file, "wb"));
%! unwind_protect
%!   fail ("ae_pca (src, 2)", "fewer than the 33600 wanted");
%!   fail ("ae_encode (ae_dense (12, 3, 'Seed', 1), src)", "fewer than the 33600 wanted");
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!error <Invalid call> ae_source ()
%!error <wants a file's name or a function, got 3> ae_source (3)
%!error <there is no regular file> ae_source ("/no/such/file")
%!error <there is no regular file> ae_source (tempdir (), 3)
%!error <packed with gzip> ae_source (fullfile (fileparts (which ("ae_source")), "data", "t10k-images-idx3-ubyte.gz"))
%!error <no IDX file of 1 to 4 dimensions> ae_source (which ("ae_source"))
%!error <which is no whole number of samples of 4294967296 bytes> ae_source (which ("ae_source"), 2^32)
%!error <the size of a sample must be d or .h w c., got 1-by-2 double> ae_source (which ("ae_source"), [1 2])
%!error <Offset must be a multiple of 4> ae_source (which ("ae_source"), 1, "Class", "single", "Offset", 1 + mod (stat (which ("ae_source")).size - 1, 4))
%!error <the size must be .d n. or .h w c n., got 1-by-3 double> ae_source (@(a, b) 1, [1 2 3])
%!error <samples 1 to 9 must be 5-by-9, got 1> ae_source (@(a, b) 1, [5 9])
%!error <the function must give single, double or uint8, got 1-by-1 cell> ae_source (@(a, b) {1}, [1 1])
%!error <must be finite, got NaN in sample 4> ae_source (@(a, b) [1 2 3 NaN 5], [1 5])
%!error <cannot write to the folder> ae_source (@(a, b) 1, [1 1], "Folder", "/no/such/folder")
%!error <Class must be one of uint8, single> ae_source ("x", 1, "Class", "int8")
%!error <unknown option "Sise"> ae_source ("x", 1, "Sise", 3)
