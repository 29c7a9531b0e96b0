## model_check_result (fname, Y)
##
## Raises autoencoder:<fname>:nonfinite when what a model gave has overflowed:
## samples or weights were so large that sums exceed their class.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function model_check_result (fname, Y)
  if (__ae_finite__ (Y(:)) > 0)
    error (["autoencoder:" fname ":nonfinite"], ...
           "%s: the result must be finite, got numbers too large for class %s", fname, class (Y));
  endif
endfunction
