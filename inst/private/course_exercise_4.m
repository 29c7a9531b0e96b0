## parts = course_exercise_4 ()
##
## A training loop of one's own, from the package's kernels.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_4 ()
  parts = {
    "forwardPass", "outputs and activations", 20, @forward
    "backwardPass", "gradients of every layer", 30, @backward
    "makeBatches", "batches, the short one too", 15, @batches
    "trainLoop", "the weights after three epochs are those of ae_fit", 25, @weights
    "trainLoop", "the losses are those of ae_fit", 10, @losses};
endfunction

function [net, X, package] = setting ()
  X = 1 ./ (1 + exp (-course_numbers (7, 20, 6)));
  package = ae_dense (7, [5 3], "Activation", "tanh", "OutputActivation", "sigmoid", ...
                      "Seed", 3, "Precision", "double");
  layers = package.layers(2:end);
  net = struct ("W", {layers.W}, "b", {layers.b}, "activation", {layers.activation});
  for i = 1:numel (net)
    net(i).b = 0.1 * course_numbers (rows (net(i).b), columns (net(i).b), 20 + i);
    package.layers(i+1).b = net(i).b;
  endfor
endfunction

function text = forward ()
  [net, X] = setting ();
  [Y, A] = forwardPass (net, X);
  want = X;
  plain = X;
  for i = 1:numel (net)
    activations{i} = want;
    want = ae_activation_forward (ae_dense_forward (want, net(i).W, net(i).b), net(i).activation);
    plain = ae_dense_forward (plain, net(i).W, net(i).b);
  endfor
  text = course_judge ("Y", Y, want, {
    plain, "the activation functions are missing"
    ae_dense_forward(activations{end}, net(end).W, net(end).b), "the last activation is missing"});
  if (! isempty (text))
    return;
  elseif (! iscell (A) || numel (A) != numel (net) + 1)
    text = sprintf ("A must be a cell with %d elements: the input and what each layer gives", ...
                    numel (net) + 1);
    return;
  endif
  texts = cellfun (@(a, w) course_judge ("A", a, w), A(:)', [activations {want}], "UniformOutput", false);
  text = course_first (texts{:});
endfunction

## The net's activations and a derivative to start from.
function [net, A, dY] = backward_setting ()
  [net, X] = setting ();
  A = {X};
  for i = 1:numel (net)
    A{i+1} = ae_activation_forward (ae_dense_forward (A{i}, net(i).W, net(i).b), net(i).activation);
  endfor
  dY = course_numbers (7, 20, 7);
endfunction

function grads = gradients (net, A, dY, with_activation)
  for i = numel (net):-1:1
    if (with_activation)
      dY = ae_activation_backward (A{i+1}, dY, net(i).activation);
    endif
    [dY, grads(i).dW, grads(i).db] = ae_dense_backward (A{i}, net(i).W, dY);
  endfor
endfunction

function text = backward ()
  [net, A, dY] = backward_setting ();
  got = backwardPass (net, A, dY);
  want = gradients (net, A, dY, true);
  plain = gradients (net, A, dY, false);
  text = "";
  no_derivative = ["the derivative of the activation is missing: " ...
                   "ae_activation_backward comes before ae_dense_backward"];
  for i = numel (net):-1:1
    text = course_first (text, ...
      course_judge (sprintf ("dW of layer %d", i), got(i).dW, want(i).dW, {plain(i).dW, no_derivative}), ...
      course_judge (sprintf ("db of layer %d", i), got(i).db, want(i).db, {plain(i).db, no_derivative}));
  endfor
endfunction

function text = batches ()
  got = makeBatches ([3 1 4 5 9 2 6 8 7 10], 4);
  if (! iscell (got))
    text = sprintf ("batches must be a cell, got class %s", class (got));
  elseif (numel (got) == 2)
    text = "batches: the last, short batch is missing; no sample may be left out";
  elseif (numel (got) != 3)
    text = sprintf ("10 samples in batches of 4 are 3 batches, got %d", numel (got));
  else
    text = course_first (
      course_judge ("batch 1", got{1}, [3 1 4 5]), ...
      course_judge ("batch 2", got{2}, [9 2 6 8]), ...
      course_judge ("batch 3", got{3}, [7 10]));
  endif
endfunction

function options = settings_of (optimizer)
  options = struct ("Optimizer", optimizer, "LearnRate", 0.01);
endfunction

## What the loop gives when a known mistake is built in.
function net = loop (net, X, mistake)
  options = settings_of ("adam");
  stateW = stateb = cell (1, numel (net));
  n = columns (X);
  last = merge (strcmp (mistake, "short batch"), floor (n / 6), ceil (n / 6));
  for step = repmat (1:last, 1, 3)
    x = X(:,6*step-5:min (6 * step, n));
    A = {x};
    for i = 1:numel (net)
      A{i+1} = ae_activation_forward (ae_dense_forward (A{i}, net(i).W, net(i).b), net(i).activation);
    endfor
    [~, dY] = ae_loss (A{end}, x, "mse");
    grads = gradients (net, A, dY, true);
    if (strcmp (mistake, "fresh state"))
      stateW = stateb = cell (1, numel (net));
    elseif (strcmp (mistake, "sum"))
      for i = 1:numel (net)
        grads(i).dW *= numel (x);
        grads(i).db *= numel (x);
      endfor
    endif
    for i = 1:numel (net)
      [net(i).W, stateW{i}] = ae_optimizer_step (net(i).W, grads(i).dW, stateW{i}, options);
      if (! strcmp (mistake, "no biases"))
        [net(i).b, stateb{i}] = ae_optimizer_step (net(i).b, grads(i).db, stateb{i}, options);
      endif
    endfor
  endfor
endfunction

function p = weights_of (net)
  p = cellfun (@(W, b) [W(:); b(:)], {net.W}, {net.b}, "UniformOutput", false);
  p = vertcat (p{:});
endfunction

function text = weights ()
  [net, X, package] = setting ();
  fitted = ae_fit (package, X, "Epochs", 3, "BatchSize", 6, "Shuffle", false, "Verbose", 0, ...
                   "Seed", 1, "Optimizer", "adam", "LearnRate", 0.01);
  start = weights_of (net);
  got = weights_of (trainLoop (net, X, 3, 6, settings_of ("adam")));
  if (isequal (got, start))
    text = "the weights have not moved: fill in the gap, and put the new weights back into net";
    return;
  endif
  mistakes = {
    "fresh state", "the optimizer's state starts anew in each step; keep it from step to step"
    "short batch", "the last, short batch of each epoch is left out"
    "no biases", "the biases are not trained"};
  mistakes(:,1) = cellfun (@(m) weights_of (loop (net, X, m)), mistakes(:,1), "UniformOutput", false);
  text = course_judge ("the net's weights and biases", got, ae_parameters (fitted), mistakes, 1e-8);
endfunction

function text = losses ()
  [net, X, package] = setting ();
  [~, history] = ae_fit (package, X, "Epochs", 3, "BatchSize", 6, "Shuffle", false, "Verbose", 0, ...
                         "Seed", 1, "Optimizer", "adam", "LearnRate", 0.01);
  [~, got] = trainLoop (net, X, 3, 6, settings_of ("adam"));
  text = course_judge ("losses", got, history.loss);
  close_to = @(want) isequal (size (got), [1 3]) && all (abs (got - want) < 0.05 * want);
  if (! isempty (text) && close_to (4 * history.loss))
    text = "losses: you summed the batches' losses; take their mean over all samples";
  elseif (! isempty (text) && close_to (history.loss))
    text = "losses: weigh each batch with its number of samples, for the last one is shorter";
  endif
endfunction
