## grads = backwardPass (net, A, dY)
##
## The gradients of a loss, from its derivative dY with respect to the net's
## output.  A comes from forwardPass.  grads is a struct array like net, with
## the fields dW and db.
## Use ae_activation_backward and ae_dense_backward.

function grads = backwardPass (net, A, dY)
  ## ---- your code here ----
  grads = struct ("dW", {net.W}, "db", {net.b});
  for i = 1:numel (net)
    grads(i).dW(:) = 0;
    grads(i).db(:) = 0;
  endfor
endfunction
