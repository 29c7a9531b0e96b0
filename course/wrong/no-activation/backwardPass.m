## Exercise 4.  The feedback must say: the derivative of the activation is missing

function grads = backwardPass (net, A, dY)
  for i = numel (net):-1:1
    [dY, grads(i).dW, grads(i).db] = ae_dense_backward (A{i}, net(i).W, dY);
  endfor
endfunction
