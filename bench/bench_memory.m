## text = bench_memory (python)
##
## The most memory that some works take, ours in an Octave of its own and others'
## in a Python of its own, in MB, as a table for RESULTS.md.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = bench_memory (python)
  epoch = ", 'Epochs', 1, 'Verbose', 0, 'Seed', 1);";
  works = {
    "the interpreter and the package", "ae_dense (2, %d);", 1, "", {};
    "data of 60,000 images (188 MB)", "X = rand (784, %d, 'single');", 60000, "", {};
    "epoch, dense 784-100-20, of those", ["X = rand (784, %d, 'single'); ae_fit (ae_dense (784, [100 20]), X" epoch], ...
      60000, "epoch-dense", {"PyTorch", "Keras"};
    "epoch, denoising, 6,400 images", ["X = rand (28, 28, 1, %d, 'single'); ae_fit (ae_conv ([28 28 1], [32 32]), X" epoch], ...
      6400, "epoch-denoising", {"PyTorch", "channels-last"};
    "PCA, 20 components, of 60,000 images", "X = rand (784, %d, 'single'); ae_pca (X, 20);", ...
      60000, "pca", {"covariance", "randomized", "intelex"};
    "t-SNE of 10,000 codes of 20", "ae_tsne (rand (20, %d, 'single'), 'Seed', 1);", 10000, "tsne", ...
      {"scikit-learn", "openTSNE"};
  };
  text = "\n## The most memory taken, MB\n\n| work | autoencoder | others |\n|---|---|---|\n";
  for w = works'
    samples = ceil (w{3} / max ([1, str2num(getenv ("BENCH_SHRINK"))]));
    others = cellfun (@(p) peak_of_peer (python, p, w{4}, samples), w{5}, "UniformOutput", false);
    line = sprintf ("| %s | %s | %s |\n", w{1}, peak_of_ours (sprintf (w{2}, samples)), strjoin (others, "; "));
    printf ("%s", line);
    fflush (stdout);
    text = [text line];
  endfor
endfunction

function text = peak_of_ours (code)
  paths = sprintf ("--path '%s' --path '%s'", fileparts (which ("ae_fit")), fileparts (which ("__ae_train__")));
  tell = "disp (regexp (fileread ('/proc/self/status'), 'VmHWM:\\s*(\\d+)', 'tokens'){1}{1});";
  [~, out] = system (sprintf ("octave-cli --no-history --norc %s --eval \"%s %s\" 2> /dev/null | tail -1", paths, code, tell));
  text = sprintf ("%.0f", str2double (out) / 1024);
endfunction

function text = peak_of_peer (python, name, work, samples)
  program = fullfile (fileparts (mfilename ("fullpath")), "peer.py");
  [~, out] = system (sprintf ("printf '%s %s %d 2\\nmemory\\n' | %s '%s' 2> /dev/null | tail -1", name, work, samples, python, program));
  mb = str2double (strtok (out));
  text = [name " absent"];
  if (mb > 0)
    text = sprintf ("%s %.0f", name, mb);
  endif
endfunction
