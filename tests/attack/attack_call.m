## [outcome, why] = attack_call (call)
##
## Makes one call of attack_calls and judges it: "results", "refused" or
## "wrong", and why it is wrong.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [outcome, why] = attack_call (call)
  ## An infinite ratio of a perfect copy; epochs without validation; layers
  ## without weights; an objective that overflows; points that no window has:
  ## the help says so.
  persistent may_be_odd = {"ae_psnr", "ae_evaluate", "ae_compare", "ae_fit", "ae_gradcheck", "ae_objective", "ae_windows", "matlab/mse"};
  outcome = "results";
  why = "";
  out = cell (1, call.nargout);
  lastwarn ("", "");
  started = tic ();
  used = cputime ();
  try
    [~] = evalc ("[out{:}] = attack_feval (call.name, call.args);");
  catch err
    outcome = "refused";
  end_try_catch
  ## On a busy machine the clock tells nothing but that it hung.
  used = cputime () - used;
  if (used > 10 || toc (started) > 100)
    outcome = "wrong";
    why = sprintf ("took %.1f s of the processors' time, %.1f s by the clock", used, toc (started));
  elseif (strcmp (outcome, "refused"))
    why = judge_error (call, err);
  elseif (isempty (lastwarn ()) && ! any (strcmp (call.name, may_be_odd)) && all (cellfun (@(v) isempty (odd_number (v, "")), call.args)))
    for i = 1:numel (out)
      why = [why odd_number(out{i}, sprintf ("output %d", i))];
    endfor
  endif
  if (! isempty (why))
    outcome = "wrong";
  endif
  if (! isempty (findall (0, "type", "figure")))
    close ("all", "force");
  endif
endfunction

function why = judge_error (call, err)
  why = "";
  said = sprintf ("\"%s\" (%s)", err.message, err.identifier);
  if (strcmp (err.identifier, "Octave:invalid-fun-call"))
    if (! isempty (call.what))
      why = ["a wrong argument is no matter of counts: " said];
    endif
  elseif (! begins_with (err.identifier, strcat ("autoencoder:", call.speakers, ":")))
    why = ["not an error of its own: " said];
  elseif (! begins_with (err.message, strcat (call.speakers, ":")))
    why = ["does not begin with the function's name: " said];
  elseif (numel (err.message) > 1000)
    why = ["too long: " said];
  elseif (! names_argument (regexprep (err.message, '^\w+: ', "", "once"), call))
    why = ["does not name " call.what ": " said];
  endif
endfunction

function yes = begins_with (text, starts)
  yes = any (cellfun (@(start) strncmp (text, start, numel (start)), starts));
endfunction

## Does the message speak of that argument, or of one that it does not go with?
## Words for kinds of arguments count too, and so does the name of a file that
## was given.
function yes = names_argument (message, call)
  persistent kinds = ["model|input_size|built on the input|Parameters|net|network|layer|node|PCA|components|option|argument|file|type|input size|filters|activation|loss|result|V must|" ...
                      "[A-Z][A-Za-z]+ must"];
  words = [strjoin(regexprep (call.words, '(\W)', '\\$1'), "|") "|" kinds];
  given = call.args(cellfun (@(v) ischar (v) && isrow (v), call.args));
  quoted = any (cellfun (@(v) numel (v) > 2 && ! isempty (strfind (message, v)), given));
  yes = isempty (call.what) || quoted || ! isempty (regexpi (message, ['\<(' words ')'], "once"));
endfunction

## Where a NaN or Inf stands in a value, "" when nowhere.
function where = odd_number (v, at)
  where = "";
  if (isfloat (v))
    if (any (! isfinite (v(:))))
      where = [at " holds " num2str(v(find (! isfinite (v(:)), 1))) "; "];
    endif
  elseif (iscell (v))
    for i = 1:numel (v)
      where = [where odd_number(v{i}, sprintf ("%s{%d}", at, i))];
    endfor
  elseif (isstruct (v))
    for i = 1:numel (v)
      for [value, name] = v(i)
        where = [where odd_number(value, [at "." name])];
      endfor
    endfor
  endif
endfunction
