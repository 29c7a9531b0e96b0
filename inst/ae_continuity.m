## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{c} =} ae_continuity (@var{X}, @var{Z})
## @deftypefnx {autoencoder} {@var{c} =} ae_continuity (@var{X}, @var{Z}, @var{k})
## @deftypefnx {autoencoder} {@var{c} =} ae_continuity (@dots{}, @var{name}, @var{value})
## How far neighbours in the data stay neighbours in a code or a map.
##
## The counterpart of @code{ae_trustworthiness}: that one punishes neighbours
## that @var{Z} invents, this one neighbours that @var{Z} separates.
## @code{ae_continuity (X, Z, k)} equals @code{ae_trustworthiness (Z, X, k)}:
## @var{c} is 1 when the @var{k} nearest neighbours of each sample in @var{X}
## (@var{d}-by-@var{n}, or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}) are its
## @var{k} nearest in @var{Z} (likewise with @var{n} samples).  @var{k} is 5 by
## default and less than @var{n} / 2.
##
## Options:
## @table @code
## @item "Threads"
## A whole number from 1 to 256; all processors by default.  The result does not
## depend on it.
## @end table
##
## Errors: @code{autoencoder:ae_continuity:class}, @code{:size}, @code{:empty},
## @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Source: J. Venna and S. Kaski, @cite{Neighborhood preservation in nonlinear
## projection methods: an experimental study}, ICANN 2001.
##
## @example
## @group
## X = [0 1 2 3 4 5 6 7; 0 0 0 0 0 0 0 0];
## ae_continuity (X, X(1,:), 2)
##     @result{} 1
## @end group
## @end example
## @seealso{ae_trustworthiness, ae_knn_accuracy, ae_tsne}
## @end deftypefn

function c = ae_continuity (X, Z, k = 5, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  if (ischar (k))
    varargin = [{k}, varargin];
    k = 5;
  endif
  c = embed_rank_agreement ("ae_continuity", {"Z", "X"}, Z, X, k, varargin);
endfunction

%!shared X, Z
%! X = sin (reshape (1:600, 6, 100) .^ 1.7);
%! Z = X(1:2,:);
%!assert (ae_continuity (X, Z), ae_trustworthiness (Z, X))
%!assert (ae_continuity (X, Z, 12), ae_trustworthiness (Z, X, 12))
%!assert (ae_continuity (X, Z, "Threads", 2), ae_continuity (X, Z, 5, "threads", 1))
%!assert (ae_continuity (X, X, 5), 1)
%!test # cutting a line apart costs continuity, folding one costs trust
%! x = 1:60;
%! cut = [x(1:30), x(31:60) + 1000];
%! fold = [1:30, 30:-1:1];
%! assert (ae_continuity (x, cut, 5) < 1);
%! assert (ae_trustworthiness (x, fold, 5) < ae_continuity (x, fold, 5));
%!error <Invalid call> ae_continuity (1)
%!error <k must be less than half the number of samples, at most 49 for 100, got 50> ae_continuity (X, Z, 50)
%!error <ae_continuity: X and Z must have as many samples> ae_continuity (X, Z(:,1:9))
%!error <ae_continuity: X must be single or double> ae_continuity (uint8 (X), Z)
%!error <unknown option "K".*valid are: Threads> ae_continuity (X, Z, "K", 3)
