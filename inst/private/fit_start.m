## run = fit_start (net, data, opt)
##
## The state of a training run: everything that a checkpoint has to hold, fresh,
## or from the net ("Continue"), or from a file ("Resume").
##
##   net     the network, whose weights the block p replaces at the end
##   spec    its layers for C, penalties included
##   p, state, steps    parameters, optimizer state, optimizer steps
##   epoch, first       epochs done before, minibatches done of the next one
##   loss_sum, samples  of those minibatches
##   history, best, wait, plateau, scale, seed, previous, stopped
##   begun              steps done before this call
##   pace               seconds a step of the last slice took
##   failed             what fit_attempt has warned of
##   augment            how images are moved ([]: not at all)
##   fresh              true for a net that was never trained

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_start (net, data, opt)
  layers = net_cast (net.layers, data.class);
  net.layers = layers;
  run.net = net;
  run.spec = with_penalties (layer_spec (layers), net.code, opt);
  run.p = net_pack (layers);
  run.state = zeros (numel (run.p), states_of (opt.Optimizer), data.class);
  run.steps = 0;
  run.epoch = 0;
  run.first = 0;
  run.loss_sum = 0;
  run.samples = 0;
  run.seconds = 0;
  run.pace = Inf;
  run.scale = 1;
  run.wait = 0;
  run.plateau = struct ("best", Inf, "wait", 0);
  run.best = struct ("loss", Inf, "epoch", 0, "p", run.p);
  run.previous = [];
  run.solver = [];
  run.stopped = "epochs";
  run.failed = {};
  run.augment = data.augment;
  none = zeros (1, 0);
  run.history = struct ("loss", none, "val_loss", none, "seconds", none, "learn_rate", none);
  if (opt.Continue)
    run = continue_from (run, net, opt, data.class);
  else
    run.seed = arg_seed (opt.Seed);
  endif
  run.start_epoch = run.epoch;
  run.last_epoch = run.epoch + opt.Epochs;
  run.marks = [];
  if (! (isempty (opt.Checkpoint) && isempty (opt.Resume)))
    run.marks = fit_fingerprint (run, data, opt); # once: it looks at all data
  endif
  if (! isempty (opt.Resume))
    run = restore (run, data, opt);
  endif
  run.fresh = isempty (opt.Resume) && ! opt.Continue && ! isfield (net, "training");
endfunction

function n = states_of (optimizer)
  n = 0; # of those over all data at once, which C does not know
  row = arg_choices ("optimizer", optimizer);
  if (! isempty (row))
    n = row.states;
  endif
endfunction

## A sparsity layer after the code; whoever takes the code takes it from there.
function spec = with_penalties (spec, code, opt)
  if (opt.SparsityWeight == 0 && opt.CodeL1 == 0)
    return;
  endif
  sources = net_sources (spec);
  penalty = cell2struct (cell (numel (fieldnames (spec)), 1), fieldnames (spec));
  penalty.type = "sparsity";
  penalty.name = [spec(code).name "/sparsity"];
  for [value, field] = struct ("target_rate", opt.Sparsity, "kl_weight", opt.SparsityWeight, "l1_weight", opt.CodeL1)
    [spec.(field)] = deal ([]);
    penalty.(field) = value;
  endfor
  later = cellfun (@(s) s + (s >= code), sources(code+1:end), "UniformOutput", false);
  spec = net_wire ([spec(1:code), penalty, spec(code+1:end)], [sources(1:code), {code}, later]);
endfunction

function run = continue_from (run, net, opt, cls)
  was = struct_get (net, "training", []);
  if (isempty (was) || ! isfield (net.layers, "slots"))
    error ("autoencoder:ae_fit:continue", "ae_fit: this net has not been trained: there is nothing to continue");
  elseif (! strcmp (was.optimizer, opt.Optimizer))
    error ("autoencoder:ae_fit:continue", "ae_fit: the net was trained with %s and cannot be continued with %s", ...
           was.optimizer, opt.Optimizer);
  elseif (opt.full_batch)
    error ("autoencoder:ae_fit:continue", "ae_fit: Continue is for minibatch optimizers; %s starts from the weights", ...
           opt.Optimizer);
  endif
  run.state = cast (vertcat (net.layers.slots), cls);
  if (rows (run.state) != numel (run.p))
    error ("autoencoder:ae_fit:continue", "ae_fit: the net's weights were exchanged for ones of another size; it cannot be continued");
  endif
  run.steps = was.steps;
  run.epoch = was.epochs;
  run.seed = was.seed;
  run.scale = was.scale;
  if (! isempty (opt.Seed))
    run.seed = opt.Seed;
  endif
endfunction

## The run as the checkpoint opt.Resume holds it; refuses one of another net,
## other data or other options, and says which.
function run = restore (run, data, opt)
  file = opt.Resume;
  [tensors, metadata] = file_read ("ae_fit", file);
  if (! isfield (metadata, "training_net"))
    refuse (file, "it is a model without the state of a training run");
  endif
  for [mark, name] = run.marks
    if (! isfield (metadata, ["training_" name]))
      refuse (file, ["its metadata have lost training_" name]);
    endif
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
