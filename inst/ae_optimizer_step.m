## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{p}, @var{state}] =} ae_optimizer_step (@var{p}, @var{g}, @var{state})
## @deftypefnx {autoencoder} {[@var{p}, @var{state}] =} ae_optimizer_step (@var{p}, @var{g}, @var{state}, @var{options})
## @deftypefnx {autoencoder} {[@var{p}, @var{state}] =} ae_optimizer_step (@var{p}, @var{g}, @var{state}, @var{name}, @var{value}, @dots{})
## One step of an optimizer: move the parameters @var{p} against their gradient
## @var{g}.
##
## @var{p} and @var{g} are arrays of one size, both single or both double.
## @var{state} is what the optimizer remembers between steps, @code{[]} at the
## first step and then the second result of the one before: a struct with the
## fields @code{optimizer}, @code{step}, @code{first} and @code{second} (moments;
## @code{[]} where there are none).  @var{options} is a struct with the fields
## below, or they are name/value pairs.
##
## @table @code
## @item "Optimizer"
## @code{"sgd"}, @code{"momentum"}, @code{"nesterov"}, @code{"rmsprop"}
## (default), @code{"adam"}, @code{"adamw"}, @code{"nadam"} or @code{"adagrad"}
## @item "LearnRate"
## 1e-3
## @item "Momentum"
## of momentum and nesterov, 0.9
## @item "Decay"
## of the squared gradients' average (rmsprop), 0.9
## @item "Beta1", "Beta2"
## of the averages of gradients and of their squares (adam, adamw, nadam), 0.9
## and 0.999
## @item "Epsilon"
## added to the root in the denominator, 1e-7
## @item "WeightDecay"
## of adamw, 0.01: @var{p} shrinks by LearnRate * WeightDecay * @var{p}
## @end table
##
## Rmsprop is Keras':
## @code{v = 0.9 v + 0.1 g^2,  p -= 0.001 g / (sqrt (v) + 1e-7)}.
##
## Errors: @code{autoencoder:ae_optimizer_step:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option},
## @code{:state}.
##
## Sources: Sutskever et al., ICML 2013 (momentum, Nesterov); Tieleman and
## Hinton, 2012 (rmsprop); Kingma and Ba, ICLR 2015 (adam); Loshchilov and
## Hutter, ICLR 2019 (adamw); Dozat, ICLR workshop 2016 (nadam); Duchi, Hazan,
## Singer, JMLR 12, 2011 (adagrad).
##
## @example
## @group
## p = 1;  state = [];
## for i = 1:3
##   [p, state] = ae_optimizer_step (p, 2 * p, state, "Optimizer", "sgd", ...
##                                   "LearnRate", 0.25);
## endfor
## p
##     @result{} p = 0.1250
## @end group
## @end example
## @seealso{ae_fit, ae_loss}
## @end deftypefn

function [p, state] = ae_optimizer_step (p, g, state, varargin)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_optimizer_step", {"p", "g"}, {p, g});
  arg_size ("ae_optimizer_step", "g", g, size (p));
  opt = read_options (varargin);
  [settings, states] = __ae_optimizer_step__ (p, opt.Optimizer);
  settings = override (settings, opt);
  if (isempty (state) && isnumeric (state))
    state = struct ("optimizer", opt.Optimizer, "step", 0, "first", [], "second", []);
    for field = {"first", "second"}(1:states)
      state.(field{1}) = zeros (size (p), class (p));
    endfor
  endif
  check_state (state, opt.Optimizer, states, p);
  [p, state] = step (p, g, state, states, settings);
endfunction

function opt = read_options (args)
  if (numel (args) == 1 && isstruct (args{1}) && isscalar (args{1}))
    args = [fieldnames(args{1}), struct2cell(args{1})]'(:)';
  endif
  opt = arg_options ("ae_optimizer_step", args, ...
                       {"Optimizer", "rmsprop", arg_choices("optimizer"); "LearnRate", 1e-3, "number >= 0"; ...
                        "Momentum", [], "share?"; "Decay", [], "share?"; "Beta1", [], "share?"; ...
                        "Beta2", [], "share?"; "Epsilon", [], "number >= 0?"; ...
                        "WeightDecay", [], "number >= 0?"});
endfunction

## settings: rate, decay, momentum, beta1, beta2, epsilon as in optimizer.h.
function settings = override (settings, opt)
  if (strcmp (opt.Optimizer, "adamw"))
    opt.Decay = opt.WeightDecay;
  endif
  given = {opt.LearnRate, opt.Decay, opt.Momentum, opt.Beta1, opt.Beta2, opt.Epsilon};
  for i = find (! cellfun (@isempty, given))
    settings(i) = given{i};
  endfor
endfunction

function check_state (state, optimizer, states, p)
  fields = {"optimizer", "step", "first", "second"};
  if (! isstruct (state) || ! isscalar (state) || ! all (isfield (state, fields)))
    error ("autoencoder:ae_optimizer_step:state", ...
           "ae_optimizer_step: state must be [] or what the step before returned, got %s", text_describe (state));
  elseif (! strcmp (state.optimizer, optimizer))
    error ("autoencoder:ae_optimizer_step:state", ...
           "ae_optimizer_step: state belongs to the optimizer %s, not %s", ...
           text_describe (state.optimizer), optimizer);
  endif
  arg_value ("ae_optimizer_step", "state.step", state.step, "whole >= 0");
  for field = {"first", "second"}(1:states)
    name = ["state." field{1}];
    arg_arrays ("ae_optimizer_step", {"p", name}, {p, state.(field{1})});
    arg_size ("ae_optimizer_step", name, state.(field{1}), size (p));
  endfor
  if (states == 2 && min (state.second(:)) < 0)
    error ("autoencoder:ae_optimizer_step:state", "ae_optimizer_step: state.second must be >= 0");
  endif
endfunction

function [p, state] = step (p, g, state, states, settings)
  dims = size (p);
  moments = {state.first(:), state.second(:)};
  state.step += 1;
  [p, moments{1:states}] = __ae_optimizer_step__ (p(:), g(:), moments{:}, state.optimizer, ...
                                                  state.step, settings);
  model_check_result ("ae_optimizer_step", p);
  p = reshape (p, dims);
  for i = 1:states
    model_check_result ("ae_optimizer_step", moments{i});
    state.({"first", "second"}{i}) = reshape (moments{i}, dims);
  endfor
endfunction

%!test # rmsprop, by hand
%! [p, s] = ae_optimizer_step ([1 2], [3 -4], []);
%! assert (p, [1 2] - 1e-3 * [3 -4] ./ (sqrt (0.1 * [9 16]) + 1e-7), 1e-15);
%! assert (s.first, 0.1 * [9 16], 1e-15);
%! assert (s.step, 1);
%! [q, s] = ae_optimizer_step (p, [1 1], s);
%! assert (q, p - 1e-3 ./ (sqrt (0.09 * [9 16] + 0.1) + 1e-7), 1e-15);
%!test # each of them, options as pairs and as a struct, any size and class
%! for name = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!   p = ones (2, 3, 2, "single");  s = [];
%!   for i = 1:3
%!     [p, s] = ae_optimizer_step (p, 2 * p, s, "optimizer", name{1}, "LearnRate", 0.01);
%!   endfor
%!   assert (all (p(:) < 1 & p(:) > 0.5));
%!   assert (class (p), "single");
%!   assert (size (p), [2 3 2]);
%!   q = ae_optimizer_step (p, 2 * p, s, struct ("Optimizer", name{1}, "LearnRate", 0.01));
%!   assert (q, ae_optimizer_step (p, 2 * p, s, "Optimizer", name{1}, "LearnRate", 0.01));
%! endfor
%!test # settings
%! sgd = @(varargin) ae_optimizer_step (1, 1, [], "Optimizer", "sgd", varargin{:});
%! assert (sgd ("LearnRate", 0.5), 0.5);
%! s = struct ("optimizer", "momentum", "step", 1, "first", 1, "second", []);
%! assert (ae_optimizer_step (1, 0, s, "Optimizer", "momentum", "Momentum", 0.5), 1.5);
%! p = ae_optimizer_step (1, 2, [], "Decay", 0.5, "Epsilon", 1);
%! assert (p, 1 - 1e-3 * 2 / (sqrt (2) + 1), 1e-15);
%! p = ae_optimizer_step (1, 2, [], "Optimizer", "adamw", "WeightDecay", 0.5);
%! assert (p, 1 - 0.0005 - 0.001, 1e-9);
%! p = ae_optimizer_step (1, 2, [], "Optimizer", "adam", "Beta1", 0.5, "Beta2", 0.5);
%! assert (p, 1 - 0.001, 1e-9);
%!test # every optimizer is in the help
%! [~, ~, rows] = __ae_choices__ ();
%! text = evalc ("help ae_optimizer_step; help ae_fit");
%! for name = {rows.name}
%!   assert (numel (strfind (text, ["\"" name{1} "\""])) >= 2);
%! endfor
%!error <Invalid call> ae_optimizer_step (1, 2)
%!error <Optimizer must be one of sgd, momentum, .*; got "lion">
%! ae_optimizer_step (1, 1, [], "Optimizer", "lion")
%!error <LearnRate must be a finite number .= 0, got -1> ae_optimizer_step (1, 1, [], "LearnRate", -1)
%!error <Beta1 must be a number in .0, 1., got 1> ae_optimizer_step (1, 1, [], "Beta1", 1)
%!error <unknown option "Rate".*valid are: Optimizer, LearnRate>
%! ae_optimizer_step (1, 1, [], struct ("Rate", 1))
%!error <g must be 1-by-2, got 1-by-1 double> ae_optimizer_step ([1 2], 1, [])
%!error <g must be double, the class of p, got single> ae_optimizer_step (1, single (1), [])
%!error <g must be finite, got NaN at element 1> ae_optimizer_step (1, NaN, [])
%!error <state must be .. or what the step before returned, got 3> ae_optimizer_step (1, 1, 3)
%!error <state belongs to the optimizer "rmsprop", not adam>
%! [p, s] = ae_optimizer_step (1, 1, []);
%! ae_optimizer_step (1, 1, s, "Optimizer", "adam");
%!error <state.first must be 1-by-2, got 1-by-1 double>
%! [p, s] = ae_optimizer_step (1, 1, []);
%! ae_optimizer_step ([1 1], [1 1], s);
