## batches = makeBatches (order, batchSize)
##
## Cuts the sample numbers order (a row) into a cell row of rows of batchSize
## numbers; the last one may be shorter, and no sample is left out.

function batches = makeBatches (order, batchSize)
  ## ---- your code here ----
  batches = {};
endfunction
