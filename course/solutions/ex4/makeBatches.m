## batches = makeBatches (order, batchSize)
##
## Cuts the sample numbers order (a row) into a cell row of rows of batchSize
## numbers; the last one may be shorter, and no sample is left out.

function batches = makeBatches (order, batchSize)
  batches = {};
  for first = 1:batchSize:numel (order)
    batches{end+1} = order(first:min (first + batchSize - 1, end));
  endfor
endfunction
