## Sources of samples: resumed runs, refusals.  bench/larger_than_memory.sh has
## a file of several times what the process may use.

%!function file = byte_file (d, n) # bytes that differ from sample to sample
%!  file = tempname ();
%!  fid = fopen (file, "wb");
%!  width = 4096;
%!  for from = 1:width:n
%!    i = from:min (from + width - 1, n);
%!    fwrite (fid, uint8 (mod ((1:d)' .* mod (i, 89) + floor (i / 7), 256)), "uint8");
%!  endfor
%!  fclose (fid);
%!endfunction

%!test # a checkpoint of a run on a source is resumed bit for bit, and refused for other data
%! files = {byte_file(20, 500), byte_file(20, 501), [tempname() ".safetensors"]};
%! unwind_protect
%!   src = ae_source (files{1}, 20, "Scale", "bytes");
%!   net = ae_dense (20, 4, "Seed", 1, "OutputActivation", "sigmoid");
%!   opt = {"BatchSize", 64, "Seed", 1, "Verbose", 0};
%!   whole = ae_fit (net, src, opt{:}, "Epochs", 4);
%!   ae_fit (net, src, opt{:}, "Epochs", 2, "Checkpoint", files{3});
%!   again = ae_fit (net, src, opt{:}, "Epochs", 4, "Resume", files{3});
%!   assert (ae_parameters (again), ae_parameters (whole));
%!   other = ae_source (files{2}, 20, "Scale", "bytes");
%!   fail ("ae_fit (net, other, opt{:}, 'Epochs', 4, 'Resume', files{3})", "it belongs to other data");
%! unwind_protect_cleanup
%!   cellfun (@(f) nthargout (1, @unlink, f), files);
%! end_unwind_protect
%!error <a source cannot be split: give ValidationData> ...
%! src = ae_source (@(a, b) single (rand (5, b - a + 1)), [5 40]);
%! ae_fit (ae_dense (5, 2), src, "ValidationSplit", 0.2, "Verbose", 0);
%!error <X is a source of uint8: scale it with ae_source \(..., "Scale", "bytes"\), or build> ...
%! ae_encode (ae_dense (5, 2), ae_source (@(a, b) uint8 (ones (5, b - a + 1)), [5 40]));
%!error <X must have samples of size 6, got a source of samples of size 5> ...
%! ae_encode (ae_dense (6, 2), ae_source (@(a, b) single (ones (5, b - a + 1)), [5 40]));
%!error <X must have samples of size 2-by-3-by-1, got a source of samples of size 3-by-2-by-1> ...
%! ae_encode (ae_conv ([2 3 1], 2), ae_source (@(a, b) ones (3, 2, 1, b - a + 1), [3 2 1 4]));
%!test # damaged sources are refused
%! src = ae_source (@(a, b) single (ones (5, b - a + 1)), [5 40]);
%! net = ae_dense (5, 2);
%! for bad = {"n", -1; "n", 41; "d", 5.5; "offset", 1; "offset", NaN; "map", uint32([0 1 2 3 9]'); "map", 1; "file", 3; ...
%!            "file", "/dev/zero"; "type", "int8"; "scale", ones(4, 2); "scale", "x"; "type", 7}'
%!   s = src;
%!   s.(bad{1}) = bad{2};
%!   fail ("ae_encode (net, s)", "autoencoder|ae_encode|__ae|forward");
%! endfor
%! s = rmfield (src, "map");
%! fail ("ae_encode (net, s)", "it has no map");
%!test # bytes that the model scales
%! file = byte_file (20, 300);
%! unwind_protect
%!   src = ae_source (file, 20);
%!   fid = fopen (file); X = reshape (fread (fid, "uint8=>uint8"), 20, []); fclose (fid);
%!   opt = {"Epochs", 2, "BatchSize", 64, "Seed", 1, "Verbose", 0};
%!   net = ae_dense (20, 4, "Seed", 1, "OutputActivation", "sigmoid", "Scale", "bytes");
%!   a = ae_fit (net, X, opt{:});
%!   b = ae_fit (net, src, opt{:});
%!   assert (ae_parameters (b), ae_parameters (a));
%!   assert (ae_encode (b, src), ae_encode (a, X));
%!   assert (ae_evaluate (b, src).mse, ae_evaluate (a, X).mse);
%!   p = ae_pca (X, 3, "Scale", "bytes");
%!   q = ae_pca (src, 3, "Scale", "bytes");
%!   assert (q.components, p.components);
%!   assert (ae_reconstruct (q, src), ae_reconstruct (p, X));
%!   fail ("ae_pca (src, 3, 'Scale', 'zscore')", "which the model's \"Scale\", \"zscore\" does not take");
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!error <a source has no missing values> ae_pca (ae_source (@(a, b) single (rand (5, b - a + 1)), [5 40]), 2, "Missing", "mask");
