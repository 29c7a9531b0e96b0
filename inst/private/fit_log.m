## fit_log (file, mode, text)
##
## Writes text to the end of a log ("at") or of a new one ("wt"); raises when
## the file does not hold it afterwards: a full disk is no error to fclose.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function fit_log (file, mode, text)
  [fid, why] = fopen (file, mode);
  if (isfolder (file))
    why = "it is a folder";
  endif
  if (fid < 0)
    error ("autoencoder:ae_fit:log", "ae_fit: cannot write the log %s: %s", file, why);
  endif
  before = stat (fid).size;
  fputs (fid, text);
  fclose (fid);
  info = stat (file);
  if (isempty (info) || (S_ISREG (info.mode) && info.size < before + numel (text)))
    error ("autoencoder:ae_fit:log", "ae_fit: cannot write the log %s: the disk is full", file);
  endif
endfunction
