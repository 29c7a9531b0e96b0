## text = bench_line (r)
##
## One line for the terminal from a result of bench_one.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = bench_line (r)
  text = sprintf ("%-40s %8.3f s", r.name, median (r.ours));
  for p = r.peers
    if (isempty (p.seconds))
      text = [text sprintf("   %s %s", p.name, p.detail)];
    else
      text = [text sprintf("   %s %.3f (%.2fx)", p.name, median (p.seconds), median (p.seconds) / median (r.ours))];
    endif
  endfor
endfunction
