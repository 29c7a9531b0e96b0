## Exercise 4.  The feedback must say: the last, short batch is missing

function batches = makeBatches (order, batchSize)
  batches = {};
  for i = 1:floor (numel (order) / batchSize)
    batches{i} = order((i-1)*batchSize+1:i*batchSize);
  endfor
endfunction
