## check_pca (fname, p)
##
## Raises autoencoder:<fname>:model unless p is a whole PCA model as ae_pca
## makes it: a person may have edited it, or a file may have lost a field.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function check_pca (fname, p)
  fields = {"input_size", "mean", "components", "variances", "explained", "total_variance", "whiten", "n"};
  missing = fields(! isfield (p, fields));
  if (! isempty (missing))
    damaged (fname, "it has no field %s", missing{1});
  endif
  s = p.input_size;
  if (! (isnumeric (s) && any (numel (s) == [1 3]) && all (s == fix (s)) && all (s >= 1)))
    damaged (fname, "input_size must be d or [h w c], got %s", describe (s));
  endif
  d = prod (s);
  if (! isfloat (p.components) || ndims (p.components) != 2 || rows (p.components) != d
      || columns (p.components) < 1)
    damaged (fname, "components must be %d-by-k, got %s", d, describe (p.components));
  endif
  k = columns (p.components);
  sizes = {"components", [d k]; "mean", [d 1]; "variances", [k 1]; "explained", [k 1]; "total_variance", [1 1]};
  for i = 1:rows (sizes)
    v = p.(sizes{i,1});
    if (! (isfloat (v) && isreal (v) && ! issparse (v) && isequal (size (v), sizes{i,2})))
      damaged (fname, "%s must be real, full and %d-by-%d, got %s", sizes{i,:}, describe (v));
    elseif (! all (isfinite (v(:))))
      damaged (fname, "%s has elements that are not finite", sizes{i,1});
    endif
  endfor
  if (! (isscalar (p.whiten) && (islogical (p.whiten) || isnumeric (p.whiten))))
    damaged (fname, "whiten must be true or false, got %s", describe (p.whiten));
  elseif (p.whiten && any (p.variances <= 0))
    damaged (fname, "whitening needs variances > 0%s", "");
  endif
endfunction

function damaged (fname, format, varargin)
  error (["autoencoder:" fname ":model"], ["%s: the PCA model is damaged: " format], fname, varargin{:});
endfunction
