## [p, v] = rmspropStep (p, g, v, rate, decay)
##
## One step of rmsprop: v = decay * v + (1 - decay) * g.^2 and
## p = p - rate * g ./ (sqrt (v) + 1e-7).

function [p, v] = rmspropStep (p, g, v, rate, decay)
  ## ---- your code here ---- (p and v are given back as they came)
endfunction
