## counts = fuzz_bytes (step)
##
## Small files of every kind that the package reads, cut at every length and
## with every single byte changed (each `step`-th of these, default 1: all):
## an idx file and a gzipped one, a CSV table, a model, a checkpoint.  Each must be read, or be refused with an error of the package.  Raises
## at the first one for which neither holds, naming the file, the byte and the
## change.  counts: how many were read and refused.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function counts = fuzz_bytes (step = 1)
  folder = tempname ();
  mkdir (folder);
  counts = struct ("read", 0, "refused", 0);
  unwind_protect
    for kind = kinds (folder)'
      [name, bytes, reader] = kind{:};
      file = fullfile (folder, ["changed-" name]);
      for change = changes (numel (bytes), step)
        write_bytes (file, changed (bytes, change));
        outcome = try_reading (reader, file, sprintf ("%s, byte %d, change %d", name, change));
        counts.(outcome)++;
      endfor
    endfor
  unwind_protect_cleanup
    confirm_recursive_rmdir (false, "local");
    rmdir (folder, "s");
  end_unwind_protect
endfunction

## Rows {name, bytes, reader}
function table = kinds (folder)
  idx = uint8 ([0 0 8 3, 0 0 0 2, 0 0 0 3, 0 0 0 2, 1:12]);
  net = ae_dense (3, 1, "Seed", 1);
  model = fullfile (folder, "model.safetensors");
  ae_save (net, model);
  checkpoint = fullfile (folder, "checkpoint.safetensors");
  X = single ([1 2 3 4; 2 4 6 8; 1 1 2 2] / 8);
  options = {"Epochs", 1, "Seed", 1, "Verbose", 0, "BatchSize", 4};
  [~] = evalc ("ae_fit (net, X, options{:}, \"Checkpoint\", checkpoint);");
  resume = @(file) resumed (net, X, [options, {"Resume", file}]);
  table = {"images-idx3-ubyte", idx, @ae_load_idx; ...
           "images-idx3-ubyte.gz", gzipped(folder, idx), @ae_load_idx; ...
           "table.csv", uint8("a,b,\"c d\"\n1,2,3\n4,,-5e-1\n\"7\",8,9\n"), @ae_load_table; ...
           "model.safetensors", uint8(fileread (model)), @ae_load; ...
           "checkpoint.safetensors", uint8(fileread (checkpoint)), resume};
endfunction

function net = resumed (net, X, options)
  [~] = evalc ("net = ae_fit (net, X, options{:});");
endfunction

function bytes = gzipped (folder, bytes)
  file = fullfile (folder, "plain");
  write_bytes (file, bytes);
  gzip (file);
  bytes = uint8 (fileread ([file ".gz"]));
endfunction

## Columns [place; what]: 0 cuts the file there, else the byte is xored.
function list = changes (n, step)
  bits = [1 2 4 8 16 32 64 128 255];
  [what, place] = ndgrid ([0 bits], 1:n);
  list = [place(:), what(:)]';
  list = list(:,1:step:end);
endfunction

function bytes = changed (bytes, change)
  if (change(2) == 0)
    bytes = bytes(1:change(1)-1);
  else
    bytes(change(1)) = bitxor (bytes(change(1)), uint8 (change(2)));
  endif
endfunction

function write_bytes (file, bytes)
  [~] = unlink (file);   # quicker than to overwrite it: ext4 flushes such a file
  fid = fopen (file, "w");
  fwrite (fid, bytes, "uint8");
  fclose (fid);
endfunction

function outcome = try_reading (reader, file, label)
  outcome = "read";
  try
    reader (file);
  catch err
    outcome = "refused";
    if (! strncmp (err.identifier, "autoencoder:ae_", 15))
      error ("fuzz_bytes: %s: \"%s\" (%s)", label, err.message, err.identifier);
    endif
  end_try_catch
endfunction
