## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} plotWeights (@var{a})
## @deftypefnx {autoencoder} {@var{h} =} plotWeights (@var{a})
## What each hidden unit looks for: its encoder weights as a picture.
##
## Each unit is an image of the size that the autoencoder was trained on.  Where
## it was trained on a matrix there is no image, and the weights are one picture
## of @var{hiddenSize}-by-@var{d}.  @var{h} is the figure.
##
## @c not run
## @example
## @group
## a = trainAutoencoder (XTrain, 25);
## plotWeights (a);
## @end group
## @end example
## @seealso{trainAutoencoder, ae_plot_filters}
## @end deftypefn

function h = plotWeights (a)
  net = a.net;
  if (isempty (a.image_size))
    fig = figure ();
    image_of_weights (net.layers(2).W);
  else
    fig = ae_plot_filters (net, 2, "ImageSize", a.image_size);
  endif
  if (nargout > 0)
    h = fig;
  endif
endfunction

function image_of_weights (W)
  imagesc (W);
  caxis (max (abs (W(:))) * [-1 1] + [-1 1] * (all (W(:) == 0)));
  ## blue below 0, white at 0, orange above: told apart by all eyes
  ramp = linspace (0, 1, 32)';
  colormap ([ramp .* [1 1 1] + (1 - ramp) .* [0.13 0.4 0.67]; flipud(ramp) .* [1 1 1] + (1 - flipud (ramp)) .* [0.85 0.37 0.01]]);
  colorbar ();
  xlabel ("input");
  ylabel ("hidden unit");
  title ("Encoder weights");
endfunction

%!test
%! a = Autoencoder (ae_dense (12, 4, "Activation", "sigmoid", "Seed", 1));
%! h = plotWeights (a);
%! assert (isfigure (h));
%! assert (get (get (gca (), "xlabel"), "string"), "input");
%! close (h);
%!test # images
%! a = Autoencoder (ae_dense (12, 4, "Activation", "sigmoid", "Seed", 1), [4 3]);
%! h = plotWeights (a);
%! assert (isfigure (h));
%! close (h);
%! a = Autoencoder (ae_dense (12, 4, "Activation", "sigmoid", "Seed", 1), [2 2 3]);
%! close (plotWeights (a));
