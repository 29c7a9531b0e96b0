## varargout = attack_feval (name, args)
##
## Calls a function by its name in attack_functions: "@network/train" is train,
## "matlab/pca" is pca, whose folder is on the path only after ae_matlab ("on").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function varargout = attack_feval (name, args)
  parts = strsplit (name, "/");
  if (strcmp (parts{1}, "matlab"))
    ae_matlab ("on");
  endif
  [varargout{1:nargout}] = feval (parts{end}, args{:});
endfunction
