## Exercise 4.  The feedback must say: you summed the batches' losses

function [net, losses] = trainLoop (net, X, epochs, batchSize, options)
  n = columns (X);
  stateW = stateb = cell (1, numel (net));
  losses = zeros (1, epochs);
  for epoch = 1:epochs
    for batch = makeBatches (1:n, batchSize)
      x = X(:,batch{1});
      [Y, A] = forwardPass (net, x);
      [loss, dY] = ae_loss (Y, x, "mse");
      losses(epoch) += loss;
      grads = backwardPass (net, A, dY);
      for i = 1:numel (net)
        [net(i).W, stateW{i}] = ae_optimizer_step (net(i).W, grads(i).dW, stateW{i}, options);
        [net(i).b, stateb{i}] = ae_optimizer_step (net(i).b, grads(i).db, stateb{i}, options);
      endfor
    endfor
  endfor
endfunction
