## penalty = ref_sparsity (A, rho, kl_weight, l1_weight)
##
## The penalties on the activations A (units by samples) of a code, as in Ng,
## Sparse autoencoder, CS294A lecture notes, 2011:
##   kl_weight * sum_j KL (rho || mean activation of unit j)
##   + l1_weight * mean over samples of sum_j |a_j|

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function penalty = ref_sparsity (A, rho, kl_weight, l1_weight)
  [units, n] = size (A);
  kl = 0;
  l1 = 0;
  for j = 1:units
    m = sum (A(j,:)) / n;
    kl += rho * log (rho / m) + (1 - rho) * log ((1 - rho) / (1 - m));
    for s = 1:n
      l1 += abs (A(j,s)) / n;
    endfor
  endfor
  penalty = kl_weight * kl + l1_weight * l1;
endfunction
