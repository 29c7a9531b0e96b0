## What the C core finds on this machine.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!test
%! [blas, product, isa, threads, fast, blas_threads] = __ae_machine__ (0);
%! assert (ischar (blas));
%! assert (any (strcmp (product, {"blas", "own"})));
%! assert (any (strcmp (isa, {"baseline", "avx2", "avx512"})));
%! assert (threads >= 1 && threads == fix (threads));
%! assert (blas_threads >= 1 && blas_threads == fix (blas_threads));
%! assert (any (fast == [0, 1]) && (fast || strcmp (product, "own")));

%!assert (call_private ("text_machine", "OpenBLAS 0.3", "blas", "avx2", 2), ...
%!        "Products of matrices: the BLAS, OpenBLAS 0.3.  Vector kernels: avx2.  Threads: 2.")
%!test # where the package computes itself, the BLAS is named by its file, and never called what it may not be
%! text = call_private ("text_machine", "/usr/lib/blis-pthread/libblas.so.3", "own", "avx2", 2);
%! assert (! isempty (strfind (text, "the package itself, not the BLAS (/usr/lib/blis-pthread/libblas.so.3).  With")));
%! assert (isempty (strfind (text, "reference")));
%! assert (! isempty (strfind (text, "nstall")));

%!test # LAPACK has to take the BLAS that there is: said where that takes long, once
%! assert (call_private ("text_slow_lapack", 600, 600, "OpenBLAS 0.3", true), "");
%! assert (call_private ("text_slow_lapack", 499, 60000, "/usr/lib/blas/libblas.so.3", false), "");
%! text = call_private ("text_slow_lapack", 500, 600, "/usr/lib/blas/libblas.so.3", false);
%! assert (strncmp (text, "LAPACK computes this with the BLAS /usr/lib/blas/libblas.so.3, which may take several", 80));
%! lastwarn ("", "");
%! [~, ~, ~, ~, fast] = __ae_machine__ (0);
%! X = cumsum (sin ((1:500)' * (1:500)));
%! if (fast)
%!   ae_pca (X, 1);
%!   [~, id] = lastwarn ();
%!   assert (id, "");
%! endif

%!function [text, loss] = train_with (name, value, threads)
%!  ## One line from an Octave of its own with a variable of the environment set:
%!  ## who computes products, and the loss after training to its last bit.
%!  script = sprintf (["addpath ('%s', '%s'); [~, p] = __ae_machine__ (0); X = reshape (single (mod ((1:40*300) * 0.37, 1)), 40, 300);" ...
%!    "[~, h] = ae_fit (ae_dense (40, [30 5], 'Activation', 'tanh', 'OutputActivation', 'sigmoid', 'Seed', 1), X," ...
%!    "'Epochs', 3, 'Verbose', 0, 'Seed', 1, 'Threads', %d); printf ('%%s %%.17g', p, h.loss(end));"], ...
%!    fileparts (which ("ae_fit")), fileparts (which ("__ae_train__")), threads);
%!  before = getenv (name);
%!  unwind_protect
%!    setenv (name, value);
%!    [status, out] = system (["octave-cli --no-history --norc --no-init-file --eval \"" script "\""]);
%!  unwind_protect_cleanup
%!    if (isempty (before))
%!      unsetenv (name);
%!    else
%!      setenv (name, before);
%!    endif
%!  end_unwind_protect
%!  parts = strsplit (strtrim (out), " ");
%!  text = parts{end-1};
%!  loss = str2double (parts{end});
%!endfunction

%!test # the package's own product gives what the BLAS gives, and the same bits for any number of threads
%! [who, loss] = train_with ("AE_PRODUCT", "own", 1);
%! assert (who, "own");
%! [~, again] = train_with ("AE_PRODUCT", "own", 3);
%! assert (again, loss);
%! [who, other] = train_with ("AE_PRODUCT", "blas", 1);
%! assert (who, "blas");
%! assert (other, loss, 1e-5 * loss);
