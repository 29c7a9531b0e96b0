## ae_fit across functions: resume at any minibatch for every optimizer,
## checkpoints of other runs, Ctrl-C.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!function [run, data, opt] = begin (optimizer, varargin)
%!  ## A run whose slices are single minibatches.
%!  X = reshape (single (mod ((1:12*100) * 0.37, 1)), 12, 100);
%!  net = ae_dense (12, [6 3], "Activation", "tanh", "OutputActivation", "sigmoid", "Dropout", 0.1, "Seed", 1);
%!  opt = call_private ("fit_options", [{"Optimizer", optimizer, "Epochs", 3, "BatchSize", 16, "Seed", 2, "Verbose", 0}, varargin]);
%!  opt.slice_seconds = 0;
%!  data = call_private ("fit_data", net, X, [], opt);
%!  run = call_private ("fit_start", net, data, opt);
%!endfunction

%!test <*resume> # stopped after any minibatch, for every optimizer: the same bits
%! for optimizer = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!   file = [tempname() ".safetensors"];
%!   [run, data, opt] = begin (optimizer{1}, "Checkpoint", file);
%!   [net, history] = call_private ("fit_run", run, data, opt);
%!   for stop = [1 4 6]
%!     part = run;
%!     for k = 1:stop
%!       part = call_private ("fit_slice", part, data, opt, opt.LearnRate);
%!     endfor
%!     assert (part.first, stop);
%!     call_private ("fit_checkpoint", part, data, opt);
%!     [again, data2, opt2] = begin (optimizer{1}, "Resume", file);
%!     [net2, history2] = call_private ("fit_run", again, data2, opt2);
%!     assert (isequal (net2.layers, net.layers));
%!     assert (history2.loss, history.loss);
%!   endfor
%!   delete (file);
%! endfor

%!test # best weights, patience and plateau are in the checkpoint
%! file = [tempname() ".safetensors"];
%! options = {"Patience", 9, "LearnRateSchedule", "plateau", "ScheduleEvery", 1, "LearnRate", 0.1};
%! [run, data, opt] = begin ("rmsprop", options{:}, "Epochs", 6);
%! [net, history] = call_private ("fit_run", run, data, opt);
%! [run, data, opt] = begin ("rmsprop", options{:}, "Epochs", 4, "Checkpoint", file);
%! call_private ("fit_run", run, data, opt);
%! [run, data, opt] = begin ("rmsprop", options{:}, "Epochs", 6, "Resume", file);
%! [net2, history2] = call_private ("fit_run", run, data, opt);
%! assert (isequal (net2.layers, net.layers));
%! assert (history2.loss, history.loss);
%! assert (history2.learn_rate, history.learn_rate);
%! assert (history2.best_epoch, history.best_epoch);
%! delete (file);

%!test # full-batch optimizers resume too
%! for optimizer = {"lbfgs", "scg"}
%!   file = [tempname() ".safetensors"];
%!   [run, data, opt] = begin (optimizer{1}, "Epochs", 6);
%!   [net, history] = call_private ("fit_run", run, data, opt);
%!   [run, data, opt] = begin (optimizer{1}, "Epochs", 3, "Checkpoint", file);
%!   call_private ("fit_run", run, data, opt);
%!   [run, data, opt] = begin (optimizer{1}, "Epochs", 6, "Resume", file);
%!   [net2, history2] = call_private ("fit_run", run, data, opt);
%!   assert (history2.loss, history.loss);
%!   assert (isequal ({net2.layers.W}, {net.layers.W}));
%!   delete (file);
%! endfor

%!test # a checkpoint of another net, other data or other options is refused, with the reason
%! file = [tempname() ".safetensors"];
%! X = rand (12, 40, "single");
%! net = ae_dense (12, 3, "OutputActivation", "sigmoid", "Seed", 1);
%! go = @(net, X, varargin) ae_fit (net, X, "Epochs", 1, "Verbose", 0, "Seed", 1, varargin{:});
%! unwind_protect
%!   go (net, X, "Checkpoint", file);
%!   fail ('go (ae_dense (12, 4, "OutputActivation", "sigmoid"), X, "Resume", file)', "it belongs to another net");
%!   fail ('go (net, X / 2, "Resume", file)', "it belongs to other data");
%!   fail ('go (net, X, "Resume", file, "LearnRate", 0.5)', "written with other options .LearnRate=0.001 there");
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect

%!test # a checkpoint that cannot be written is an error, and the old one stays
%! file = [tempname() ".safetensors"];
%! fail ('ae_fit (ae_dense (3, 2), rand (3, 9), "Epochs", 1, "Verbose", 0, "Checkpoint", "/nonexistent/a/b")', "ae_fit: ");

%!test # Ctrl-C: the model and its history come back, with what was learnt so far
%! if (ispc ())
%!   return;
%! endif
%! script = [tempname() ".m"];
%! out = [tempname() ".txt"];
%! fid = fopen (script, "w");
%! fprintf (fid, "addpath ('%s', '%s');\n", fileparts (which ("ae_fit")), fileparts (which ("__ae_train__")));
%! fputs (fid, ["net = ae_dense (50, [40 5], 'OutputActivation', 'sigmoid', 'Seed', 1);\n" ...
%!              "say = @(s) fputs (stdout, '.') + fflush (stdout);\n" ...
%!              "[net, h] = ae_fit (net, rand (50, 4000, 'single'), 'Epochs', 1e6, 'Verbose', 0, 'Callback', say);\n" ...
%!              "printf ('%s %d %d\\n', h.stopped, net.training.steps > 0, all (isfinite (net.layers(2).W(:))));\n"]);
%! fclose (fid);
%! ## A job of its own group takes SIGINT; a background job of a plain sh ignores
%! ## it.  The callback's first dot says that the training runs.
%! command = ["set -m; octave-cli --no-history --norc " script " > " out " 2>&1 & p=$!; " ...
%!            "for i in $(seq 1200); do [ -s " out " ] && break; sleep 0.1; done; kill -INT $p; " ...
%!            "(sleep 120; kill -KILL $p) & limit=$!; wait $p; kill -TERM -- -$limit; cat " out];
%! [status, text] = system (["bash -c '" command "' 2>&1"]);
%! delete (script);
%! delete (out);
%! assert (! isempty (strfind (text, "interrupt 1 1")), text);

%!test # the line of progress fits, by giving up first the bar, then the numbers, then the seconds
%! figures = {"4.8 s", "loss 0.02501", "val_loss 0.02601"};
%! line = @(columns) call_private ("text_progress", "Epoch  1/10", 30000, 60000, figures, columns);
%! assert (deblank (line (200)), "Epoch  1/10 [============............] 30000/60000  4.8 s  loss 0.02501  val_loss 0.02601");
%! assert (line (80), "Epoch  1/10 [=======.......] 30000/60000  4.8 s  loss 0.02501  val_loss 0.02601");
%! assert (isempty (strfind (line (64), "[")));
%! assert (deblank (line (64)), "Epoch  1/10 30000/60000  4.8 s  loss 0.02501  val_loss 0.02601");
%! assert (deblank (line (60)), "Epoch  1/10  4.8 s  loss 0.02501  val_loss 0.02601");
%! assert (deblank (line (40)), "Epoch  1/10  val_loss 0.02601");
%! for columns = 40:120
%!   assert (numel (line (columns)), min (columns - 1, 100));
%! endfor
%!test # a terminal's width: COLUMNS before all
%! before = getenv ("COLUMNS");
%! unwind_protect
%!   setenv ("COLUMNS", "57");
%!   assert (call_private ("text_columns"), 57);
%!   setenv ("COLUMNS", "3");
%!   assert (call_private ("text_columns"), 40);
%! unwind_protect_cleanup
%!   setenv ("COLUMNS", before);
%! end_unwind_protect
%!assert (call_private ("text_wrap", "one two three\nfour\n", 8), "one two\n  three\nfour\n")
%!assert (call_private ("text_wrap", "one two three\nfour\n", Inf), "one two three\nfour\n")
%!assert (call_private ("text_wrap", "unbreakable it", 4), "unbreakable\n  it")

%!shared X, V, make, quiet
%! rand ("state", 7);
%! X = rand (12, 300, "single") .^ 2;
%! V = rand (12, 50, "single") .^ 2;
%! make = @(varargin) ae_dense (12, [8 3], "Activation", "tanh", "OutputActivation", "sigmoid", "Seed", 1, varargin{:});
%! quiet = {"Verbose", 0, "Seed", 3, "BatchSize", 32, "LearnRate", 1e-2};
%!test # an error in the callback, or of a file, loses nothing
%! lastwarn ("", "");
%! [net, h] = ae_fit (make (), X, "Epochs", 2, quiet{:}, "Callback", @(s) error ("boom"));
%! [text, id] = lastwarn ();
%! assert (id, "autoencoder:ae_fit:error");
%! assert (! isempty (regexp (text, 'epoch 2, after \d+ steps; the model holds what was learnt so far.  The error: boom')));
%! assert (h.stopped, "error");
%! one = ae_fit (make (), X, "Epochs", 1, quiet{:});
%! assert (net.layers(2).W, one.layers(2).W);
%! confirm_recursive_rmdir (false, "local");
%! for option = {"Checkpoint", "Log"}
%!   folder = tempname ();
%!   mkdir (folder);
%!   gone = @(s) rmdir (folder, "s") && false;
%!   lastwarn ("", "");
%!   [net, h] = ae_fit (make (), X, "Epochs", 3, quiet{:}, "Callback", gone, option{1}, fullfile (folder, "file"));
%!   [text, id] = lastwarn ();
%!   assert (id, ["autoencoder:ae_fit:" lower(option{1})]);
%!   assert (! isempty (strfind (text, "(the net is trained all the same)")));
%!   assert (numel (h.loss), 3);
%! endfor
%!test # Continue goes on as if it had not stopped; Resume as well
%! file = [tempname() ".safetensors"];
%! log = [tempname() ".csv"];
%! unwind_protect
%!   [a, ha] = ae_fit (make (), X, "Epochs", 4, quiet{:});
%!   [b, hb] = ae_fit (make (), X, "Epochs", 2, quiet{:}, "Checkpoint", file, "Log", log);
%!   [c, hc] = ae_fit (b, X, "Epochs", 2, quiet{:}, "Continue", true);
%!   assert (isequal (a.layers, c.layers));
%!   assert (hc.loss, ha.loss(3:4));
%!   [d, hd] = ae_fit (make (), X, "Epochs", 4, quiet{:}, "Resume", file, "Log", log);
%!   assert (isequal (a.layers, d.layers));
%!   assert (hd.loss, ha.loss);
%!   assert (isequal (ae_predict (ae_load (file), X), ae_predict (b, X)));
%!   lines = strsplit (strtrim (fileread (log)), "\n");
%!   assert (numel (lines), 5);
%!   assert (lines{1}, "epoch,loss,val_loss,seconds,learn_rate");
%! unwind_protect_cleanup
%!   delete (file); delete (log);
%! end_unwind_protect
%!test # Plot without a display is no error; the options of checkpoints are taken
%! file = [tempname() ".safetensors"];
%! ae_fit (make (), X, "Epochs", 2, quiet{:}, "Plot", ! isempty (getenv ("NO_SUCH_VARIABLE")), ...
%!         "Checkpoint", file, "CheckpointEpochs", 5, "CheckpointSeconds", 1000);
%! assert (exist (file, "file"), 2);
%! delete (file);
%!test # penalties that leave nothing to learn are named, with MATLAB's in mind
%! rand ("state", 2);
%! net = ae_dense (30, 5, "Activation", "sigmoid", "Seed", 1);
%! lastwarn ("");
%! evalc ('ae_fit (net, rand (30, 40), "Optimizer", "scg", "Epochs", 30, "L2", 0.004, "SparsityWeight", 4, "Sparsity", 0.15, "Seed", 1);');
%! [text, id] = lastwarn ();
%! assert (id, "autoencoder:ae_fit:mean");
%! assert (any (strfind (text, "because the penalties weigh more: ")));
%! assert (any (strfind (text, "SparsityWeight 4 costs about ")));
%! assert (any (strfind (text, "are divided by 30 (L2 by 60)")));
%!test # warnings that are errors do not take the net with them
%! state = warning ("error", "autoencoder:ae_fit:mean");
%! unwind_protect
%!   text = evalc ("[net, h] = ae_fit (ae_dense (6, 2, \"Seed\", 1), rand (6, 40), \"Epochs\", 1, \"LearnRate\", 1e-9, \"Verbose\", 0);");
%!   assert (numel (h.loss), 1);
%! unwind_protect_cleanup
%!   warning (state);
%! end_unwind_protect
