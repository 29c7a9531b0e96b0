## run = fit_revive (run, data)
##
## A relu unit that gives 0 for every sample gets no gradient and stays dead.  A
## layer all of whose units start so blocks the whole net, and a dead channel of
## the last convolution is a whole plane of the image.  Their weights are turned
## round (in a symmetric distribution the negative is as likely a draw), so that
## they answer some sample.  Single silent units of other layers are usual and
## are left alone, as everything that lives.  Looks at the first 256 samples.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_revive (run, data)
  net = run.net;
  spec = layer_spec (net.layers);
  X = data.X(:,1:min (256, data.n));
  trained = find (arrayfun (@(l) ! isempty (l.W) && isempty (field_or (l, "mean", [])), net.layers));
  changed = false;
  for i = trained
    layer = net.layers(i);
    if (! (strcmp (field_or (layer, "activation", ""), "relu") && layer.trainable && isempty (field_or (layer, "tied", ""))))
      continue;
    endif
    silent = ! alive_units (net, spec, i, X);
    plane = i == trained(end) && numel (layer.output_size) == 3 && ! strcmp (layer.type, "dense");
    if (all (silent) || (plane && any (silent)))
      net.layers(i) = turn_round (layer, silent);
      changed = true;
    endif
  endfor
  if (changed)
    run.net = net;
    run.p = pack_parameters (net.layers);
  endif
endfunction

## Units (channels) that answer at least one sample.
function alive = alive_units (net, spec, i, X)
  Y = run_layers ("ae_fit", net, spec, 1, i, X);
  if (ndims (Y) == 4)
    Y = reshape (permute (Y, [3 1 2 4]), size (Y, 3), []);
  elseif (numel (net.layers(i).output_size) == 3)
    Y = reshape (permute (reshape (Y, [net.layers(i).output_size columns(X)]), [3 1 2 4]), net.layers(i).output_size(3), []);
  endif
  alive = any (Y > 0, 2);
endfunction

function layer = turn_round (layer, units)
  if (strcmp (layer.type, "dense"))
    layer.W(units,:) *= -1;
  else
    layer.W(:,:,:,units) *= -1;
  endif
endfunction
