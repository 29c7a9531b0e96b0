## names = attack_functions ()
##
## The public functions and methods, as INDEX lists them, and MATLAB's in
## inst/matlab, as "matlab/pca".

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function names = attack_functions ()
  root = fileparts (fileparts (fileparts (mfilename ("fullpath"))));
  text = fileread (fullfile (root, "INDEX"));
  lines = regexp (text, '^ +(.*)$', "tokens", "lineanchors", "dotexceptnewline");
  names = strsplit (strtrim (strjoin ([lines{:}], " ")));
  [~, matlab] = cellfun (@fileparts, glob (fullfile (root, "inst", "matlab", "*.m"))', "UniformOutput", false);
  names = [names, strcat("matlab/", matlab)];
endfunction
