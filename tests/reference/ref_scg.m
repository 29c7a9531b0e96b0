## [w, E] = ref_scg (f, w, steps)
##
## Scaled conjugate gradients, the nine steps of Moller, Neural Networks 6, 1993,
## page 530, as they stand there.  [E, g] = f (w).  E: the loss at the start and
## after each of so many iterations, successful or not.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [w, E] = ref_scg (f, w, steps)
  sigma = 1e-4;
  lambda = 1e-6;
  lambda_bar = 0;
  [now, g] = f (w);
  r = p = -g; # 1
  success = true;
  E = now;
  for k = 1:steps
    p2 = p' * p;
    if (success) # 2
      sigma_k = sigma / sqrt (p2);
      [~, ahead] = f (w + sigma_k * p);
      delta = p' * ((ahead + r) / sigma_k);
    endif
    delta += (lambda - lambda_bar) * p2; # 3
    if (delta <= 0) # 4
      lambda_bar = 2 * (lambda - delta / p2);
      delta = -delta + lambda * p2;
      lambda = lambda_bar;
    endif
    mu = p' * r; # 5
    alpha = mu / delta;
    then = f (w + alpha * p); # 6
    Delta = 2 * delta * (now - then) / mu ^ 2;
    if (Delta >= 0) # 7
      w += alpha * p;
      [now, g] = f (w);
      old = r;
      r = -g;
      lambda_bar = 0;
      success = true;
      if (mod (k, numel (w)) == 0)
        p = r;
      else
        p = r + (r' * r - r' * old) / mu * p;
      endif
      if (Delta >= 0.75)
        lambda /= 4;
      endif
    else
      lambda_bar = lambda;
      success = false;
    endif
    if (Delta < 0.25) # 8
      lambda += delta * (1 - Delta) / p2;
    endif
    E(end+1) = now;
    if (norm (r) < 1e-12) # 9
      break;
    endif
  endfor
endfunction
