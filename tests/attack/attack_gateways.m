## counts = attack_gateways (n, seed, log)
## names = attack_gateways ("names")
##
## Calls the MEX functions themselves n times, with 0 to 9 arguments and 0 to 6
## outputs, of classes, shapes and sizes drawn at random, half of the time a
## good call of which one to three arguments are spoilt: each must return or
## raise an error of the package, and go on to work.  The log's last line names
## the call that crashed or hung.  The same seed makes the same calls.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function counts = attack_gateways (n, seed = 1, log = "")
  root = fileparts (fileparts (fileparts (mfilename ("fullpath"))));
  [~, names] = cellfun (@fileparts, glob (fullfile (root, "src", "mex", "__ae_*__.c"))', "UniformOutput", false);
  names = names(! strcmp (names, "__ae_mpi__")); # it is only there where MPI is
  if (strcmp (n, "names"))
    counts = names;
    return;
  endif
  good = attack_gateway_calls ();
  names = names(! strcmp (names, "__ae_interrupt__")); # it would leave Ctrl-C held
  good = good(! strcmp (good(:,1), "__ae_interrupt__"),:);
  values = [attack_values()(:,2); right_values()];
  state = rand ("twister");
  counts = struct ("calls", n, "results", 0, "refused", 0, "wrong", 0);
  fid = -1;
  if (! isempty (log))
    fid = fopen (log, "a");
  endif
  unwind_protect
    rand ("twister", seed);
    for i = 1:n
      if (rand () < 0.5)
        [name, args, outputs, label] = spoilt (good{pick(rows (good)),:}, values);
      else
        name = names{pick(numel (names))};
        picks = arrayfun (@(k) pick (numel (values)), zeros (1, pick (10) - 1));
        outputs = pick (7) - 1;
        [args, label] = deal (values(picks), sprintf ("%s (%s) -> %d", name, mat2str (picks), outputs));
      endif
      if (fid >= 0)
        fprintf (fid, "%d %s\n", i, label);
        fflush (fid);
      endif
      [outcome, why] = one_call (name, args, outputs);
      counts.(outcome)++;
      if (strcmp (outcome, "wrong"))
        printf ("gateway call %d, %s: %s\n", i, label, why);
      endif
    endfor
  unwind_protect_cleanup
    rand ("twister", state);
    if (fid >= 0)
      fclose (fid);
    endif
  end_unwind_protect
endfunction

function [outcome, why] = one_call (name, args, outputs)
  outcome = "results";
  why = "";
  out = cell (1, outputs);
  started = tic ();
  try
    [out{:}] = feval (name, args{:});
  catch err
    outcome = "refused";
    ## Octave's own: outputs that a function did not set, no memory for a result.
    ours = strncmp (err.identifier, "autoencoder:", 12);
    if (! ours && isempty (regexp (err.message, 'undefined|too many outputs|output argument|memory|out of bound')))
      outcome = "wrong";
      why = err.message;
    endif
  end_try_catch
  if (toc (started) > 10)
    outcome = "wrong";
    why = sprintf ("took %.1f s", toc (started));
  endif
endfunction

function [name, args, outputs, label] = spoilt (name, args, outputs, values)
  label = [name " (good)"];
  for i = 1:pick (3)
    if (isempty (args))
      args = {[]};
    endif
    k = pick (numel (args));
    v = pick (numel (values));
    args{k} = values{v};
    label = sprintf ("%s, argument %d: value %d", label, k, v);
  endfor
endfunction

function k = pick (n)
  k = ceil (n * rand ());
endfunction

## Among the wrong ones, values that get further: real specs, sizes, options.
function values = right_values ()
  net = ae_dense (6, 2, "Seed", 1);
  X = rand (6, 12);
  job = call_private ("fit_job_options");
  values = {net.layers; struct("type", "dense", "units", 2); struct("type", {"input", "dense"}, "units", {[], 6}); ...
            6; [6 1 1]; [4194304 2097152 2097152]; [2^26 1 1]; [8 8 1]; X; single(X); X(1:2,:); single(X(1:2,:)); ...
            job; setfield(job, "batch", 0); setfield(job, "first", 1e9); "mse"; "rmsprop"; "relu"; "hold"; ...
            int32(zeros (3, 12)); int32(-ones (3, 12)); int32(0:12); 1; 0; 2; 256; uint8("{\"a\":[1,2]}"); ...
            uint8("[[[[[[[[1]]]]]]]]"); rand(42, 1); single(rand (42, 1)); zeros(1, 6); [0.5 1 0.8 10 5 0.1]; ...
            4294967295; 9007199254740992; -1; {uint8(1:3)}};
endfunction
