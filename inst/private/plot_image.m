## [ax, scale] = plot_image (fig, G, opt, left, above)
##
## Axes without lines that show the image array G (uint8, grey or colour) as
## large as it fits into a figure of opt.Size pixels, in its proportions and in
## the middle, with room for above pixels above it and left pixels ([]: as many as
## to the right) beside it.  One pixel of G is scale pixels of the figure.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [ax, scale] = plot_image (fig, G, opt, left, above)
  s = double (opt.Size(:)');
  above = min (above, s(2) / 2);
  edge = 10;
  beside = max ([min(left, s(1) / 2), edge]);
  room = [s(1) - edge - beside, s(2) - above - edge];
  g = [size(G, 2), size(G, 1)];
  scale = min (room ./ g);
  place = g * scale;
  if (isempty (left))
    left = (s(1) - place(1)) / 2;
  else
    left = min (left, s(1) / 2) + (room(1) - place(1)) / 2;
  endif
  above += (room(2) - place(2)) / 2;
  ax = axes ("parent", fig, "units", "normalized", ...
             "position", [left, s(2) - above - place(2), place] ./ [s, s]);
  if (ndims (G) == 2)
    G = repmat (G, [1 1 3]);
  endif
  image (G, "parent", ax);
  axis (ax, [0.5, g(1) + 0.5, 0.5, g(2) + 0.5]);
  axis (ax, "off");
endfunction
