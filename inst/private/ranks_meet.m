## run = ranks_meet (run, data, opt)
##
## The ranks before their first step: all must have the same net, data, options
## and libraries, and all go on from the state that rank 0 has (its weights and
## seed, drawn or given; what it resumes).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = ranks_meet (run, data, opt)
  if (opt.ranks == 1)
    return;
  elseif (ranks_agree (opt, 0) > 0) # ae_fit's catch says 1
    error ("autoencoder:ae_fit:ranks", "ae_fit: another rank could not start, and says why");
  endif
  for mark = marks_of (run, data, opt)'
    [name, mine] = mark{:};
    theirs = ranks_tell (opt, mine);
    other = ranks_agree (opt, opt.rank * ! strcmp (mine, theirs));
    if (other > 0)
      error ("autoencoder:ae_fit:ranks", "ae_fit: all ranks must have the same %s; rank %d differs from rank 0%s", name, ...
             other, difference (mine, theirs));
    endif
  endfor
  state = fit_state (run);
  state.more = [run.fresh, run.start_epoch, run.last_epoch];
  names = strsplit (ranks_tell (opt, strjoin (fieldnames (state)', " ")), " ");
  told = struct ();
  for name = names
    if (! isfield (state, name{1})) # of a solver that only rank 0 goes on with
      state.(name{1}) = [];
    endif
    told.(name{1}) = ranks_tell (opt, state.(name{1}));
  endfor
  run = fit_state (run, told);
  [run.fresh, run.start_epoch, run.last_epoch] = num2cell (told.more){:};
endfunction

## What must be the same: a row each, its name and a text.
function marks = marks_of (run, data, opt)
  own = {"Callback", "ValidationData", "Log", "Checkpoint", "CheckpointEpochs", "CheckpointSeconds", "Resume", ...
         "Plot", "Verbose", "Threads", "Seed", "rank"};
  print = fit_fingerprint (run, data, opt);
  opt.called = ! isempty (opt.Callback);
  opt = rmfield (opt, own);
  options = cellfun (@(name) [name "=" strtrim(disp (opt.(name)))], fieldnames (opt)', "UniformOutput", false);
  [blas, product, isa] = __ae_machine__ (0);
  marks = {"net", print.net; "data", print.data; "options", strjoin(options, " ");
           "instruction set and BLAS (AE_ISA, AE_PRODUCT=own)", strjoin({isa, blas, product}, ", ")};
endfunction

## Where two marks part, on the rank that has another one than rank 0.
function text = difference (mine, theirs)
  text = "";
  a = strsplit (theirs, {"; ", " ", "\n"});
  b = strsplit (mine, {"; ", " ", "\n"});
  k = find (! strcmp ([a {""}](1:min (end, numel (b))), b(1:min (end, numel (a) + 1))), 1);
  if (! isempty (k))
    text = sprintf (" (%s there, %s here)", [a {"nothing"}]{k}, b{k});
  endif
endfunction
