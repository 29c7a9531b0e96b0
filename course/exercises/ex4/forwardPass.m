## [Y, A] = forwardPass (net, X)
##
## Runs the samples X (d-by-n) through the layers of net, a struct array with
## the fields W, b and activation ("relu", "sigmoid", ...).  A{1} is X and
## A{i+1} what layer i gives; Y is the last of them.
## Use ae_dense_forward and ae_activation_forward.

function [Y, A] = forwardPass (net, X)
  ## ---- your code here ----
  A = {X};
  Y = zeros (numel (net(end).b), columns (X));
endfunction
