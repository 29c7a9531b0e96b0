## [net, losses] = trainLoop (net, X, epochs, batchSize, options)
##
## Trains net (as in forwardPass) to give back X (d-by-n), sample 1 first, with
## the mean squared error and an optimizer step after each batch.
## losses(e) is the mean of the loss over all samples of epoch e, each batch as
## it was met; options is the struct that ae_optimizer_step takes.
## Every array of weights needs an optimizer state of its own that lives on
## from step to step.  Use ae_loss and ae_optimizer_step.

function [net, losses] = trainLoop (net, X, epochs, batchSize, options)
  ## ---- your code here ----
  losses = zeros (1, epochs);
endfunction
