## state = fit_state (run): what changes in a run, as a struct of arrays
## run = fit_state (run, state): and back

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function out = fit_state (run, state)
  persistent scalars = {"steps", "epoch", "first", "loss_sum", "samples", "seconds", "scale", "wait", "seed"};
  persistent rows_of = {"loss", "val_loss", "seconds", "learn_rate"};
  if (nargin == 1)
    out = struct ("p", run.p, "state", run.state, "best_p", run.best.p);
    out.scalars = [cellfun(@(f) run.(f), scalars), run.best.loss, run.best.epoch, run.plateau.best, run.plateau.wait];
    out.history = cell2mat (cellfun (@(f) run.history.(f)(:)', rows_of(:), "UniformOutput", false));
    if (! isempty (run.solver))
      for [value, name] = run.solver
        out.(["solver_" name]) = value;
      endfor
    endif
    return;
  endif
  run.p = state.p;
  run.state = reshape (state.state, size (run.state));
  for i = 1:numel (scalars)
    run.(scalars{i}) = state.scalars(i);
  endfor
  more = state.scalars(numel (scalars)+1:end);
  run.best = struct ("loss", more(1), "epoch", more(2), "p", state.best_p);
  run.plateau = struct ("best", more(3), "wait", more(4));
  history = reshape (state.history, numel (rows_of), []);
  for i = 1:numel (rows_of)
    run.history.(rows_of{i}) = history(i,:);
  endfor
  names = fieldnames (state)';
  for name = names(strncmp (names, "solver_", 7))
    run.solver.(name{1}(8:end)) = state.(name{1});
  endfor
  out = run;
endfunction
