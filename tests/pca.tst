## PCA across functions: LAPACK's test ratios, scikit-learn's numbers, the
## verbs, real images, the same bits for any number of threads, and the bridge
## to the linear autoencoder.

%!function N = numbers ()
%!  N = load (fullfile (fileparts (which ("run_tests")), "data", "pca_numbers.txt"));
%!endfunction

## The ratios of LAPACK's own tests: || C V - V L || / (|| C || d ulp) and
## || I - V'V || / (d ulp) in the 1-norm.
%!function [residual, orthogonality] = ratios (p, X)
%!  [d, n] = size (X);
%!  ulp = eps (class (X));
%!  Xc = double (X) - mean (double (X), 2);
%!  C = Xc * Xc' / (n - 1);
%!  V = double (p.components);
%!  residual = norm (C * V - V .* double (p.variances)', 1) / (norm (C, 1) * d * ulp);
%!  orthogonality = norm (V' * V - eye (columns (V)), 1) / (d * ulp);
%!endfunction

%!test <*ratios> # below LAPACK's threshold of 30, for every shape, all components and few
%! randn ("state", 1);
%! for shape = [1 5; 2 2; 3 3; 20 19; 20 21; 100 50; 100 500; 257 300; 300 2500; 5 9001]'
%!   d = shape(1); n = shape(2);
%!   X = (randn (d) .* logspace (0, -3, d)) * randn (d, n) + 5;
%!   for kind = {"double", "single"}
%!     for k = unique ([1, ceil(d / 10), min(d, n)])
%!       Y = cast (X, kind{1});
%!       [residual, orthogonality] = ratios (ae_pca (Y, k), Y);
%!       assert (residual < 30 && orthogonality < 30);
%!     endfor
%!   endfor
%! endfor
%!test <*ratios> # large problems, which go by panels: many samples, few, a share of the variance
%! randn ("state", 2);
%! for shape = [1050 1100; 1100 1050]'
%!   X = logspace (0, -3, shape(1))' .* randn (shape') + 5;
%!   for Y = {X, single(X)}
%!     p = ae_pca (Y{1}, min (shape));
%!     [residual, orthogonality] = ratios (p, Y{1});
%!     assert (residual < 30 && orthogonality < 30);
%!     few = ae_pca (Y{1}, 0.9);
%!     k = columns (few.components);
%!     assert (few.components, p.components(:,1:k), 1e4 * eps (class (Y{1})));
%!     assert (sum (p.variances(1:k)) >= 0.9 * p.total_variance && sum (p.variances(1:k-1)) < 0.9 * p.total_variance);
%!   endfor
%! endfor
%!test # Ctrl-C is heard while a large one is computed; what there was stays.  (Sent too early it ends Octave: another try)
%! if (ispc ())
%!   return;
%! endif
%! script = [tempname() ".m"];
%! out = [tempname() ".txt"];
%! fid = fopen (script, "w");
%! fprintf (fid, "addpath ('%s', '%s');\n", fileparts (which ("ae_pca")), fileparts (which ("__ae_pca__")));
%! fputs (fid, ["X = rand (3000, 3100); y = 5; puts ('go '); fflush (stdout);\n" ...
%!              "try; ae_pca (X, 20); catch e; printf ('%s %d', e.identifier, y); end_try_catch\n"]);
%! fclose (fid);
%! command = ["set -m; octave-cli --no-history --norc " script " > " out " 2>&1 & p=$!; " ...
%!            "for i in $(seq 1200); do [ -s " out " ] && break; sleep 0.1; done; sleep 0.4; kill -INT $p; " ...
%!            "(sleep 120; kill -KILL $p) & limit=$!; wait $p; kill -TERM -- -$limit; cat " out];
%! for try_again = 1:5
%!   [status, text] = system (["bash -c '" command "' 2>&1"]);
%!   delete (out);
%!   if (any (strfind (text, "autoencoder:ae_pca:interrupt")))
%!     break;
%!   endif
%! endfor
%! delete (script);
%! assert (! isempty (strfind (text, "go autoencoder:ae_pca:interrupt 5")), "%s", text);
%!test # samples that leave directions without variance: still orthonormal, no NaN
%! X = repmat ([1 2; 3 1; 0 0; 1 1; 4 5], 1, 6);
%! for Y = {X, X(:,1:3), single(X), single(X(:,1:3))}
%!   p = ae_pca (Y{1}, min (size (Y{1})));
%!   V = p.components;
%!   assert (V' * V, eye (columns (V), class (V)), 30 * eps (class (V)));
%!   assert (p.variances(2:end), zeros (columns (V) - 1, 1), 30 * eps (class (V)));
%!   assert (p.explained(1), 1, 30 * eps (class (V)));
%! endfor
%!test # a far-off mean costs no more than the data's own rounding
%! X = randn (6, 5000) + 1e4;
%! p = ae_pca (single (X), 6);
%! q = ae_pca (double (single (X)), 6);
%! assert (double (p.mean), q.mean, 1e-3);
%! assert (double (p.variances), q.variances, 1e-5);
%!test # nor does a mean that drifts from sample to sample
%! X = single (randn (6, 5000) + linspace (0, 300, 5000));
%! p = ae_pca (X, 6);
%! q = ae_pca (double (X), 6);
%! assert (double (p.variances), q.variances, 2e-6 * q.variances(1));
%! assert (double (p.variances(2:end)), q.variances(2:end), 1e-2);
%! assert (double (p.total_variance), q.total_variance, -1e-6);
%!test # scikit-learn
%! N = numbers ();
%! p = ae_pca (N.X, 4);
%! assert (p.mean, N.mean_, 1e-14);
%! assert (p.components, N.components, 1e-12);
%! assert (p.variances, N.variances, 1e-12);
%! assert (p.explained, N.shares, 1e-13);
%! assert (ae_encode (p, N.X), N.codes, 1e-12);
%! q = ae_pca (N.X(:,1:6), 5);
%! assert (q.components, N.wide_components, 1e-11);
%! assert (q.variances, N.wide_variances, 1e-12);
%! assert (columns (ae_pca (N.X, 0.95).components), N.share_95);
%! w = ae_pca (N.X, 4, "Whiten", true);
%! assert (ae_encode (w, N.X), N.whitened, 1e-11);
%! assert (ae_decode (w, N.whitened), ae_decode (p, N.codes), 1e-11);
%!test # SciPy's angles, scikit-image's SSIM and PSNR, scikit-learn's R2
%! N = numbers ();
%! assert (ae_principal_angles (N.A, N.B), N.angles, 1e-14);
%! assert (ae_ssim (N.image, N.other), N.ssim, 1e-12);
%! assert (ae_psnr (N.image, N.other), N.psnr, 1e-12);
%! r = ae_evaluate (ae_pca (N.X, 2), N.X);
%! assert (r.mse, N.mse, 1e-14);
%! assert (r.explained, N.r2, 1e-13);
%!test # the verbs: shapes, classes, blocks
%! X = single (reshape (sin ((1:4*3*2*5000) .^ 2), 4, 3, 2, 5000));
%! p = ae_pca (X, 7);
%! Z = ae_encode (p, X);
%! assert (size (Z), [7 5000]);
%! assert (class (ae_encode (p, double (X))), "single");
%! assert (size (ae_decode (p, Z)), size (X));
%! D = reshape (X, 24, []);
%! assert (Z, ae_encode (p, D));
%! assert (Z(:,4097), ae_encode (p, X(:,:,:,4097)), 1e-5);
%! assert (size (ae_reconstruct (p, D)), size (D));
%! assert (ae_reconstruct (p, X), ae_decode (p, Z));
%! v = ae_pca (D, 7);
%! assert (v.input_size, 24);
%! assert (ae_encode (v, X), Z);
%! assert (size (ae_decode (v, Z)), size (D));
%! assert (size (ae_reconstruct (v, X)), size (X));
%! full = ae_pca (double (D(:,1:100)), 24);
%! assert (ae_reconstruct (full, double (D(:,1:100))), double (D(:,1:100)), 5e-13);
%!test # the table
%! X = reshape (sin ((1:4*3*2*50) .^ 2), 4, 3, 2, 50);
%! t = ae_summary (ae_pca (X, 20));
%! assert (! isempty (strfind (t, "input (4, 3, 2)")));
%! assert (! isempty (strfind (t, "Parameters: 504 (components 480, mean 24)")));
%!error <X must be 7-by-n, got 40-by-7; samples are columns here: transpose, X'> ...
%! N = numbers (); ae_encode (ae_pca (N.X, 2), N.X');
%!error <Z must be 2-by-n, got 3-by-1> N = numbers (); ae_decode (ae_pca (N.X, 2), [1; 2; 3]);
%!error <X must be 4-by-3-by-1-by-n or 12-by-n, got 3-by-4-by-1-by-9> ...
%! ae_encode (ae_pca (rand (4, 3, 1, 9), 2), rand (3, 4, 1, 9));
%!error <damaged: p.components must be real and 7-by-3> ...
%! N = numbers (); p = ae_pca (N.X, 2); p.components = eye (3); ae_encode (p, N.X);
%!error <damaged: p.variances must be real and 2-by-1> ...
%! N = numbers (); p = ae_pca (N.X, 2); p.variances = 1; ae_encode (p, N.X);
%!error <damaged: p.components must be finite> ...
%! N = numbers (); p = ae_pca (N.X, 2); p.components(1) = NaN; ae_encode (p, N.X);

%!test <*threads> # the same bits for 1, 2 and 3 threads
%! octave = fullfile (OCTAVE_HOME (), "bin", "octave-cli");
%! folders = cellfun (@(f) fileparts (which (f)), {"ae_pca", "__ae_pca__"}, "UniformOutput", false);
%! code = ["addpath (''%s'', ''%s''); X = single (reshape (sin ((1:300*2500) .^ 1.5), 300, 2500));" ...
%!         "p = ae_pca (X, 40); q = ae_pca (X(:,1:200), 40);" ...
%!         "puts (hash (''md5'', char (typecast ([p.components(:); q.components(:); p.variances], ''uint8'')'')))"];
%! code = sprintf (strrep (code, "''", "'"), folders{:});
%! out = cell (1, 3);
%! for n = 1:3
%!   [status, out{n}] = system (sprintf ("OMP_NUM_THREADS=%d '%s' --no-history --norc --eval \"%s\" 2>&1", n, octave, code));
%!   assert (status, 0);
%! endfor
%! assert (out{2}, out{1});
%! assert (out{3}, out{1});

## The reference numbers of real images: the error for each k on the images it
## was fit on and on others.
%!function check_images (folder, k, want)
%!  X = reshape (ae_load_mnist ("train", folder), 784, []);
%!  T = reshape (ae_load_mnist ("test", folder), 784, []);
%!  p = ae_pca (X, max (k));
%!  for i = 1:numel (k)
%!    q = p; q.components = q.components(:,1:k(i));
%!    q.variances = q.variances(1:k(i)); q.explained = q.explained(1:k(i));
%!    assert ([ae_evaluate(q, X).mse, ae_evaluate(q, T).mse], want(i,:), 2e-5);
%!  endfor
%!endfunction
%!testif ; isfolder (getenv ("AE_DATA")) # MNIST
%! check_images (getenv ("AE_DATA"), [2 10 20 30 64], ...
%!   [.055953 .055669; .034423 .034074; .023970 .023538; .018121 .017687; .009284 .009047]);
%!testif ; isfolder ("/usr/share/datasets/fashion-mnist") # Fashion-MNIST
%! check_images ("/usr/share/datasets/fashion-mnist", [2 20 64], ...
%!   [.046294 .046096; .018698 .018705; .010332 .010368]);

## The bridge: a linear autoencoder finds PCA's subspace.
%!function [net, X] = linear_autoencoder ()
%!  randn ("state", 5);
%!  V = orth (randn (10));
%!  X = V * diag ([3 2.5 2 0.5 * ones(1, 7)]) * randn (10, 400);
%!  X -= mean (X, 2);
%!  net = ae_network (10, {ae_layer("dense", 3, "linear", "Name", "code"), ae_layer("dense", 10, "linear")}, ...
%!                    "Precision", "double", "Seed", 1);
%!  net = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 0.02, "Epochs", 200, "BatchSize", 400, "Seed", 1, ...
%!                "Verbose", 0);
%!  net = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 0.002, "Epochs", 300, "BatchSize", 400, "Seed", 1, ...
%!                "Verbose", 0);
%!endfunction
%!test # its subspace, its error and its loadings are PCA's
%! [net, X] = linear_autoencoder ();
%! p = ae_pca (X, 3);
%! assert (max (ae_principal_angles (net.layers(end).W, p.components)) < 0.02);
%! assert (ae_evaluate (net, X).mse, ae_evaluate (p, X).mse, 1e-3);
%! [V, variances] = ae_loadings (net, X);
%! assert (abs (diag (V' * p.components)) > 0.999);
%! assert (variances, p.variances, 0.05);
