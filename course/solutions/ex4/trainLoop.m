## [net, losses] = trainLoop (net, X, epochs, batchSize, options)
##
## Trains net (as in forwardPass) to give back X (d-by-n), sample 1 first, with
## the mean squared error and an optimizer step after each batch.
## losses(e) is the mean of the loss over all samples of epoch e, each batch as
## it was met; options is the struct that ae_optimizer_step takes.
## Every array of weights needs an optimizer state of its own that lives on
## from step to step.  Use ae_loss and ae_optimizer_step.

function [net, losses] = trainLoop (net, X, epochs, batchSize, options)
  n = columns (X);
  stateW = stateb = cell (1, numel (net));
  losses = zeros (1, epochs);
  for epoch = 1:epochs
    for batch = makeBatches (1:n, batchSize)
      x = X(:,batch{1});
      [Y, A] = forwardPass (net, x);
      [loss, dY] = ae_loss (Y, x, "mse");
      losses(epoch) += loss * columns (x) / n;
      grads = backwardPass (net, A, dY);
      for i = 1:numel (net)
        [net(i).W, stateW{i}] = ae_optimizer_step (net(i).W, grads(i).dW, stateW{i}, options);
        [net(i).b, stateb{i}] = ae_optimizer_step (net(i).b, grads(i).db, stateb{i}, options);
      endfor
    endfor
  endfor
endfunction
