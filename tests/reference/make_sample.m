## make_sample (from, to)
##
## Made inst/data: the first 150 training and 50 test images of each class of
## Fashion-MNIST, in the file's order, as IDX files packed with gzip -9n.
##   from   folder of the whole set (Debian: /usr/share/datasets/fashion-mnist)
##   to     inst/data
## Running it again gives the same bytes.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function make_sample (from, to)
  parts = {"train", 150; "t10k", 50};
  for i = 1:rows (parts)
    [name, each] = parts{i,:};
    X = ae_load_idx (fullfile (from, [name "-images-idx3-ubyte.gz"]));
    y = ae_load_idx (fullfile (from, [name "-labels-idx1-ubyte.gz"]));
    keep = [];
    for c = 0:9
      keep = [keep, find(y == c, each)];
    endfor
    keep = sort (keep);
    X = permute (X(:,:,keep), [2 1 3]);
    pack (fullfile (to, [name "-images-idx3-ubyte"]), [numel(keep), 28, 28], X);
    pack (fullfile (to, [name "-labels-idx1-ubyte"]), numel (keep), y(keep));
  endfor
endfunction

function pack (file, dims, bytes)
  fid = fopen (file, "wb", "ieee-be");
  fwrite (fid, [0, 0, 8, numel(dims)], "uint8");
  fwrite (fid, dims, "uint32");
  fwrite (fid, bytes, "uint8");
  fclose (fid);
  if (system (["gzip -9nf '" file "'"]) != 0)
    error ("make_sample: gzip failed");
  endif
endfunction
