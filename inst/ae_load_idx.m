## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{X} =} ae_load_idx (@var{file})
## @deftypefnx {autoencoder} {@var{X} =} ae_load_idx (@var{file}, "MaxBytes", @var{limit})
## Read an IDX file, the format of MNIST, plain or packed with gzip.
##
## The class of @var{X} is the file's: uint8, int8, int16, int32, single or
## double; nothing is rescaled.  The file's first dimension counts samples and
## becomes the last one, the others keep their order:
##
## @table @asis
## @item @var{n} labels
## give a 1-by-@var{n} row,
## @item @var{n} vectors of @var{d}
## give @var{d}-by-@var{n},
## @item @var{n} images of @var{h} rows and @var{w} columns
## give @var{h}-by-@var{w}-by-@var{n}: @code{X(:,:,i)} is an upright image,
## @item @var{n} samples of any other number of dimensions
## likewise give @var{d1}-by-@var{d2}-by-@dots{}-by-@var{n}.
## @end table
##
## To scale and shape images for a network:
## @code{single (reshape (X, 28, 28, 1, [])) / 255}.
##
## Option:
## @table @code
## @item "MaxBytes"
## A file whose header announces more data than this is refused.  Default
## 2^31.
## @end table
##
## A file is read only as far as its header and its true size agree, so a
## damaged or hostile one ends in an error and does not fill the memory.
##
## Errors: @code{autoencoder:ae_load_idx:file} (cannot be opened),
## @code{:format} (not IDX, truncated, too long, damaged), @code{:value},
## @code{:option}.
##
## Source: Y. LeCun, C. Cortes, C. Burges, @cite{The MNIST database of
## handwritten digits}, section "File formats".
##
## @example
## @group
## folder = fullfile (fileparts (which ("ae_load_idx")), "data");
## X = ae_load_idx (fullfile (folder, "t10k-images-idx3-ubyte.gz"));
## size (X)
##     @result{} 28    28   500
## class (X)
##     @result{} uint8
## @end group
## @end example
## @seealso{ae_load_mnist}
## @end deftypefn

function X = ae_load_idx (file, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  arg_value ("ae_load_idx", "file", file, "file");
  opt = arg_options ("ae_load_idx", varargin, {"MaxBytes", 2^31, "whole >= 1"});
  file = tilde_expand (file);
  [info, err] = stat (file);
  if (err != 0)
    error ("autoencoder:ae_load_idx:file", "ae_load_idx: there is no file \"%s\"", file);
  elseif (! S_ISREG (info.mode))
    error ("autoencoder:ae_load_idx:file", "ae_load_idx: \"%s\" is not a regular file", file);
  endif
  packed = is_packed (file);
  mode = {"rb", "rbz"}{1 + packed};
  fid = fopen (file, mode, "ieee-be");
  if (fid < 0)
    error ("autoencoder:ae_load_idx:file", "ae_load_idx: cannot open \"%s\"", file);
  endif
  unwind_protect
    [dims, type] = read_header (fid, file);
    check_length (file, dims, type, info.size, packed, opt.MaxBytes);
    data = read_data (fid, file, prod (dims), type);
  unwind_protect_cleanup
    fclose (fid);
  end_unwind_protect
  X = shape (data, dims);
endfunction

function packed = is_packed (file)
  fid = fopen (file, "rb");
  if (fid < 0)
    error ("autoencoder:ae_load_idx:file", "ae_load_idx: cannot open \"%s\"", file);
  endif
  packed = isequal (fread (fid, 2), [31; 139]);
  fclose (fid);
endfunction

## Magic number 0, 0, type, number of dimensions; then the dimensions.
function [dims, type] = read_header (fid, file)
  persistent types = struct ("code", {8, 9, 11, 12, 13, 14}, "bytes", {1, 1, 2, 4, 4, 8}, ...
                             "class", {"uint8", "int8", "int16", "int32", "single", "double"});
  magic = take (fid, file, 4, "uint8");
  k = [];
  if (numel (magic) == 4 && all (magic(1:2) == 0))
    k = find ([types.code] == magic(3));
  endif
  if (isempty (k) || magic(4) == 0)
    damaged (file, "its first bytes are [%s], not those of an IDX file", num2str (double (magic')));
  endif
  type = types(k);
  nd = double (magic(4));
  dims = double (take (fid, file, nd, "uint32"))';
  if (numel (dims) < nd)
    damaged (file, "it ends inside its header of %d dimensions", nd);
  endif
endfunction

## Before anything is allocated: what the header announces against what the
## file can hold.  gzip packs at most 1032 bytes into one.
function check_length (file, dims, type, bytes, packed, limit)
  header = 4 + 4 * numel (dims);
  wanted = header + type.bytes * prod (dims);
  text = strjoin (arrayfun (@(d) sprintf ("%d", d), dims, "UniformOutput", false), "-by-");
  if (prod (max (dims, 1)) > flintmax ())
    damaged (file, "its header announces %s %s, more than an array can be", text, type.class);
  elseif (packed && wanted > 1032 * bytes)
    damaged (file, "its header announces %s %s, %.0f bytes, more than %d packed bytes can hold", ...
             text, type.class, wanted, bytes);
  elseif (! packed && wanted != bytes)
    damaged (file, "its header announces %s %s, that is a file of %.0f bytes, but it has %d", ...
             text, type.class, wanted, bytes);
  elseif (wanted > limit)
    damaged (file, "it announces %.0f bytes; to read more than %.0f raise the option \"MaxBytes\"", ...
             wanted, limit);
  endif
endfunction

function data = read_data (fid, file, count, type)
  data = take (fid, file, count, type.class);
  if (numel (data) != count)
    damaged (file, "it is truncated: it has %d of the %d elements that its header announces", ...
             numel (data), count);
  endif
  if (! isempty (take (fid, file, 1, "uint8")))
    damaged (file, "it goes on after the %d elements that its header announces", count);
  endif
endfunction

## Up to count numbers; what fread says about a damaged gzip stream ("out of
## memory") would mislead.
function data = take (fid, file, count, class)
  if (count == 0)
    data = zeros (0, 1, class);
    return;
  endif
  try
    data = fread (fid, count, [class "=>" class]);
  catch
    damaged (file, "its packed data are broken");
  end_try_catch
endfunction

## Row-major file order to samples last, the other dimensions upright.
function X = shape (data, dims)
  k = numel (dims) - 1;
  if (k == 0)
    X = data(:)';
    return;
  endif
  X = reshape (data, fliplr (dims));
  X = permute (X, [k:-1:1, k+1]);
endfunction

function damaged (file, format, varargin)
  error ("autoencoder:ae_load_idx:format", "ae_load_idx: cannot read \"%s\": %s", ...
         file, sprintf (format, varargin{:}));
endfunction

%!function name = put (bytes, packed = false)
%!  name = tempname ();
%!  fid = fopen (name, "wb");
%!  fwrite (fid, bytes);
%!  fclose (fid);
%!  if (packed)
%!    gzip (name);
%!    delete (name);
%!    name = [name ".gz"];
%!  endif
%!endfunction
%!function b = be (x)
%!  b = fliplr (typecast (x, "uint8")(:)');
%!endfunction
%!function check (bytes, want)
%!  for packed = [false true]
%!    name = put (bytes, packed);
%!    unwind_protect
%!      X = ae_load_idx (name);
%!      assert (X, want);
%!      assert (class (X), class (want));
%!    unwind_protect_cleanup
%!      delete (name);
%!    end_unwind_protect
%!  endfor
%!endfunction
%!function fails (bytes, pattern, packed = false, varargin)
%!  name = put (bytes, packed);
%!  unwind_protect
%!    msg = "";
%!    try
%!      ae_load_idx (name, varargin{:});
%!    catch err
%!      msg = err.message;
%!      id = err.identifier;
%!    end_try_catch
%!    assert (! isempty (regexp (msg, pattern)), msg);
%!    assert (id, "autoencoder:ae_load_idx:format");
%!  unwind_protect_cleanup
%!    delete (name);
%!  end_unwind_protect
%!endfunction

%!test # every type, as a row of three
%! head = @(code) [0 0 code 1 0 0 0 3];
%! check ([head(8), 1 2 255], uint8 ([1 2 255]));
%! check ([head(9), 1 2 255], int8 ([1 2 -1]));
%! check ([head(11), be(int16 (1)), be(int16 (-2)), be(int16 (300))], int16 ([1 -2 300]));
%! check ([head(12), be(int32 (1)), be(int32 (-2)), be(int32 (70000))], int32 ([1 -2 70000]));
%! check ([head(13), be(single (1)), be(single (-2.5)), be(single (pi))], single ([1 -2.5 pi]));
%! check ([head(14), be(1), be(-2.5), be(pi)], [1 -2.5 pi]);
%!test # any number of dimensions, samples last, upright
%! check ([0 0 8 2, 0 0 0 2, 0 0 0 3, 1:6], uint8 ([1 4; 2 5; 3 6]));
%! check ([0 0 8 3, 0 0 0 2, 0 0 0 2, 0 0 0 3, 1:12], uint8 (cat (3, [1 2 3; 4 5 6], [7 8 9; 10 11 12])));
%! A = zeros (2, 3, 2, 2, "uint8");
%! for i = 0:1, for h = 0:1, for w = 0:2, for c = 0:1
%!   A(h+1,w+1,c+1,i+1) = ((i * 2 + h) * 3 + w) * 2 + c + 1;
%! endfor, endfor, endfor, endfor
%! check ([0 0 8 4, 0 0 0 2, 0 0 0 2, 0 0 0 3, 0 0 0 2, 1:24], A);
%! check ([0 0 8 6, repmat([0 0 0 1], 1, 5), 0 0 0 2, 7 8], reshape (uint8 ([7 8]), [1 1 1 1 2]));
%!test # no samples
%! check ([0 0 8 3, 0 0 0 0, 0 0 0 2, 0 0 0 3], zeros (2, 3, 0, "uint8"));
%! check ([0 0 8 1, 0 0 0 0], zeros (1, 0, "uint8"));
%!test # truncated anywhere, too long
%! good = [0 0 8 2, 0 0 0 2, 0 0 0 3, 1:6];
%! fails ([], 'its first bytes are \[\]');
%! for n = 1:3
%!   fails (good(1:n), "not those of an IDX file");
%!   fails (good(1:n), "not those of an IDX file", true);
%! endfor
%! for n = 4:11
%!   fails (good(1:n), "ends inside its header of 2 dimensions");
%!   fails (good(1:n), "ends inside its header of 2 dimensions", true);
%! endfor
%! for n = 12:17
%!   fails (good(1:n), "announces 2-by-3 uint8, that is a file of 18 bytes, but it has");
%!   fails (good(1:n), "truncated: it has . of the 6 elements", true);
%! endfor
%! fails ([good 0], "but it has 19");
%! fails ([good 0], "goes on after the 6 elements", true);
%!test # wrong magic numbers
%! fails ([1 0 8 1, 0 0 0 1, 5], 'its first bytes are \[1 +0 +8 +1\]');
%! fails ([0 1 8 1, 0 0 0 1, 5], "not those of an IDX file");
%! fails ([0 0 10 1, 0 0 0 1, 5], "not those of an IDX file");
%! fails ([0 0 8 0, 5], "not those of an IDX file");
%! fails (double ("<!DOCTYPE html>"), "not those of an IDX file");
%!test # headers that lie: nothing is allocated
%! fails ([0 0 8 3, 255 255 255 255, 255 255 255 255, 255 255 255 255, 1:9], "announces 4294967295-by-");
%! fails ([0 0 14 3, 0 16 0 0, 0 0 4 0, 0 0 4 0, 1:9], "more than .* packed bytes can hold", true);
%! fails ([0 0 8 255, repmat(255, 1, 4 * 255), 1:9], "announces", true);
%! fails ([0 0 8 1, 0 0 78 32, zeros(1, 100)], "truncated: it has 100 of the 20000", true);
%!test # a limit
%! fails ([0 0 8 1, 0 0 0 9, 1:9], 'announces 17 bytes; to read more than 16', false, "MaxBytes", 16);
%! fails ([0 0 8 1, 0 0 0 9, 1:9], 'announces 17 bytes; to read more than 16', true, "MaxBytes", 16);
%!test # a damaged gzip stream: cut off, or a byte turned
%! rand ("state", 1);
%! name = put ([0 0 8 1, 0 0 7 208, floor(10 * rand (1, 2000))], true);
%! fid = fopen (name, "rb");  bytes = fread (fid)';  fclose (fid);
%! delete (name);
%! for n = [3 10 18 30 200 numel(bytes)-20]
%!   fails (bytes(1:n), "cannot read");
%! endfor
%! bad = bytes;  bad(end-6) = bitxor (bad(end-6), 1);      # the checksum
%! fails (bad, "cannot read");
%! for at = 30:60:numel (bytes) - 30
%!   bad = bytes;  bad(at) = bitxor (bad(at), 255);
%!   fails (bad, "cannot read");
%! endfor
%!error <Invalid call> ae_load_idx ()
%!error <file must be a file's name, got 1> ae_load_idx (1)
%!error <file must be a file's name, got 1-by-1 cell> ae_load_idx ({"a"})
%!error <there is no file "/no/such/file.gz"> ae_load_idx ("/no/such/file.gz")
%!error <is not a regular file> ae_load_idx (tempdir ())
%!error <unknown option "Max".*valid are: MaxBytes> ae_load_idx ("a", "Max", 1)
%!error <MaxBytes must be a whole number .= 1, got 0> ae_load_idx ("a", "MaxBytes", 0)
