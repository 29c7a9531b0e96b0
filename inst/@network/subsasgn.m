## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{n} =} subsasgn (@var{n}, @var{s}, @var{value})
## @code{@var{n}.trainParam.epochs = 100} and its like: what @code{train} follows.
##
## @code{name}, @code{userdata} and the fields of @code{trainParam} can be
## written, see @code{network}.  Octave calls this function; there is no need to
## call it.
##
## Errors: @code{autoencoder:network:property}, @code{:value}.
##
## @example
## @group
## n = network (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## n.trainParam.epochs = 100;
## n.trainParam.epochs
##     @result{} ans = 100
## @end group
## @end example
## @seealso{network, @@network/train}
## @end deftypefn

function n = subsasgn (n, s, value)
  persistent checks = struct ("epochs", "whole >= 1", "goal", "number >= 0", "time", "limit", "showWindow", "flag");
  path = {s.subs};
  if (all (strcmp ({s.type}, ".")) && numel (s) == 1 && any (strcmp (path{1}, {"name", "userdata"})))
    n = builtin ("subsasgn", n, s, value);
  elseif (all (strcmp ({s.type}, ".")) && numel (s) == 2 && strcmp (path{1}, "trainParam") && isfield (checks, path{2}))
    value = __matlab__ ("value", "network", ["trainParam." path{2}], value, checks.(path{2}));
    n = builtin ("subsasgn", n, s, value);
  else
    error ("autoencoder:network:property", ...
           "network: what can be assigned is name, userdata and trainParam.%s; weights and layers: see ae_from_matlab", ...
           strjoin (fieldnames (checks)', ", trainParam."));
  endif
endfunction

%!test
%! n = network (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
%! n.name = "mine";
%! n.userdata = 3;
%! n.trainParam.goal = 0.1;
%! n.trainParam.showWindow = 0;
%! n.trainParam.time = 2;
%! assert ({n.name, n.userdata, n.trainParam.goal, n.trainParam.time}, {"mine", 3, 0.1, 2});
%!error <what can be assigned is name, userdata and trainParam.epochs, trainParam.goal>
%! n = network ();
%! n.trainFcn = "trainlm";
%!error <network: trainParam.epochs must be a whole number .= 1, got 0>
%! n = network ();
%! n.trainParam.epochs = 0;
%!error <what can be assigned>
%! n = network ();
%! n(3) = 1;
