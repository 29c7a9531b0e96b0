## text_reraise (fname, err)
##
## Raises an error of the package as one of fname: a public function that calls
## another one speaks as itself.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text_reraise (fname, err)
  [start, rest] = strtok (err.identifier, ":");
  if (! strcmp (start, "autoencoder"))
    rethrow (err);
  endif
  [~, what] = strtok (rest, ":");
  error (["autoencoder:" fname what], "%s: %s", fname, regexprep (err.message, '^ae_\w+: ', ""));
endfunction
