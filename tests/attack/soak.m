## soak (seconds)
##
## Trains, maps, compares, saves, loads and fails for so long, and looks at the
## memory that this process holds: from the second fifth of the time (at least
## four rounds) to the end (at least twelve) it may grow by 2 % and 4 MB.  Prints "1 passed, 0 failed" or the reverse.
## Linux: the numbers come from /proc.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function soak (seconds)
  warning ("off", "all"); # to the end of this process: the last line is the count
  folder = tempname ();
  mkdir (folder);
  file = fullfile (folder, "model.safetensors");
  X = rand (20, 200, "single");
  I = rand (8, 8, 1, 40, "single");
  started = tic ();
  rounds = 0;
  early = 0;
  while (toc (started) < seconds || rounds < 12)
    one_round (X, I, file);
    rounds++;
    if (early == 0 && rounds >= 4 && toc (started) > seconds / 5)
      early = held ();
    endif
  endwhile
  late = held ();
  confirm_recursive_rmdir (false, "local");
  rmdir (folder, "s");
  good = early > 0 && late <= 1.02 * early + 4e6;
  printf ("soak: %d rounds in %.0f s, from %.1f to %.1f MB\n", rounds, toc (started), early / 1e6, late / 1e6);
  printf ("%d passed, %d failed\n", good, ! good);
  exit (! good);
endfunction

function one_round (X, I, file)
  net = ae_fit (ae_dense (20, [10 3], "Seed", 1), X, "Epochs", 2, "Verbose", 0, "Seed", 1);
  conv = ae_fit (ae_conv ([8 8 1], [3 2], "Seed", 1), I, "Epochs", 1, "Verbose", 0, "Seed", 1);
  p = ae_pca (X, 3);
  ae_tsne (X, "MaxIter", 30, "Seed", 1);
  ae_save (net, file);
  ae_reconstruct (ae_load (file), X);
  ae_reconstruct (conv, I);
  ae_trustworthiness (X, ae_encode (p, X), 5);
  ae_knn_accuracy (X, mod (1:200, 3), X, mod (1:200, 3), 3);
  err = ae_gradcheck (net, X(:,1:3));
  for bad = {X', "abc", [], X * NaN}
    try
      ae_fit (net, bad{1});
    catch
    end_try_catch
    try
      __ae_train__ (bad{1}, net.layers, 20, X, X, X, struct ());
    catch
    end_try_catch
  endfor
endfunction

## Bytes that this process has in memory
function bytes = held ()
  pages = sscanf (fileread ("/proc/self/statm"), "%d");
  bytes = 4096 * pages(2);
endfunction
