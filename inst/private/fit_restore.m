## run = fit_restore (run, data, opt)
##
## The run as the checkpoint opt.Resume holds it; refuses one of another net,
## other data or other options, and says which.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_restore (run, data, opt)
  file = opt.Resume;
  [tensors, metadata] = tensors_read ("ae_fit", file);
  if (! isfield (metadata, "training_net"))
    refuse (file, "it is a model without the state of a training run");
  endif
  for [mark, name] = fit_fingerprint (run, data, opt)
    was = metadata.(["training_" name]);
    if (! strcmp (was, mark))
      refuse (file, difference (name, was, mark));
    endif
  endfor
  state = struct ();
  for i = 1:numel (tensors)
    if (strncmp (tensors(i).name, "training/", 9))
      state.(tensors(i).name(10:end)) = tensors(i).data;
    endif
  endfor
  needed = {"p", "state", "best_p", "scalars", "history"};
  sizes = isfield (state, needed);
  if (! all (sizes) || numel (state.p) != numel (run.p) || numel (state.best_p) != numel (run.p)
      || numel (state.state) != numel (run.state) || numel (state.scalars) != 13 || mod (numel (state.history), 4) != 0
      || ! strcmp (class (state.p), class (run.p)) || ! isfinite (sum (state.p)))
    refuse (file, "its arrays are not those of this net");
  endif
  state.p = state.p(:);
  state.best_p = state.best_p(:);
  last = run.last_epoch;
  run = fit_state (run, state);
  run.last_epoch = last;
  run.start_epoch = 0;
endfunction

function text = difference (name, was, now)
  words = struct ("net", "it belongs to another net", "data", "it belongs to other data", ...
                  "options", "it was written with other options");
  a = strsplit (was, {"; ", " "});
  b = strsplit (now, {"; ", " "});
  k = 1;
  while (k <= min (numel (a), numel (b)) && strcmp (a{k}, b{k}))
    k++;
  endwhile
  text = sprintf ("%s (%s there, %s here)", words.(name), [a {"nothing"}]{k}, [b {"nothing"}]{k});
endfunction

function refuse (file, why)
  error ("autoencoder:ae_fit:checkpoint", "ae_fit: cannot resume from %s: %s", file, why);
endfunction
