## grads = backwardPass (net, A, dY)
##
## The gradients of a loss, from its derivative dY with respect to the net's
## output.  A comes from forwardPass.  grads is a struct array like net, with
## the fields dW and db.
## Use ae_activation_backward and ae_dense_backward.

function grads = backwardPass (net, A, dY)
  for i = numel (net):-1:1
    dY = ae_activation_backward (A{i+1}, dY, net(i).activation);
    [dY, grads(i).dW, grads(i).db] = ae_dense_backward (A{i}, net(i).W, dY);
  endfor
endfunction
