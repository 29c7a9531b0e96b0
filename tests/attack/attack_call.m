## [outcome, why] = attack_call (call)
##
## Makes one call of attack_calls and judges it: "results", "refused" or
## "wrong", and why it is wrong.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [outcome, why] = attack_call (call)
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
  elseif (isempty (lastwarn ()) && all (cellfun (@(v) isempty (odd_numbers (v, "")), call.args)))
    for i = 1:numel (out)
      found = odd_numbers (out{i}, sprintf ("output %d", i));
      why = [why strjoin(found(! cellfun (@(f) may_be (call.name, f), found)), "; ")];
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

## Does the message speak of the argument that is spoilt: by its name, in other
## words for it, by what it holds, or of another one whose size does not go with
## it?
function yes = names_argument (message, call)
  words = @(list) ["\\<(" strjoin(regexprep (list, '(\W)', '\\$1'), "|") ")\\>"];
  given = call.args(cellfun (@(v) ischar (v) && isrow (v), call.args));
  yes = isempty (call.what) ...
        || ! isempty (regexpi (message, words ({call.what}), "once")) ...
        || ! isempty (regexp (message, ["\\<(" other_words(call) ")\\>"], "once")) ...
        || any (cellfun (@(v) numel (v) > 2 && ! isempty (strfind (message, v)), given)) ...
        || (! isempty (regexp (message, words (call.words), "once")) && speaks_of_sizes (message));
endfunction

function yes = speaks_of_sizes (message)
  yes = ! isempty (regexp (message, '\d+-by-\d+|min \(d, n\)|as many|samples|elements|rows|features|numbers|labels?', "once"));
endfunction

## What the messages call an argument, beside its name: a regular expression
function words = other_words (call)
  persistent table = {
    "(net|net1|net2|m|model|models|p|encoder|decoder)", "(the|a) (model|network|output|input size|PCA)|models?|networks?|layer|components|V must";
    "(input_size|size)", "(the )?input size|images?|x must|built on the input|layer 1 must come from";
    "(layers|node|out|inputs?|args|dots|type|option)", "(the )?(nodes?|type|layer|option|input size|output)|input_size|out must|[A-Z]\\w+ must|args";
    "labels?", "history must";
    "(units|sizes|filters)", "layer|filters|units|sizes?";
    "(file|files|name|folder)", "file|name|folder|activation|loss|choices|targets come with outputs"};
  row = find (! cellfun (@isempty, regexp (call.what, strcat ("^", table(:,1), "$"), "once")), 1);
  words = "the result must|options? must|an option's name|unknown option";
  if (! isempty (row))
    words = [words "|" table{row,2}];
  endif
endfunction

## NaN and Inf that the help announces: the ratio of a perfect copy; what was not
## asked for or is not known; epochs without validation; layers without weights;
## an objective that overflows; points that no window has; the mean of nothing.
function yes = may_be (name, found)
  persistent announced = {
    "ae_psnr", '^output 1 holds Inf$';
    "ae_evaluate", '^output 1\.psnr(_input)? holds Inf$';
    "ae_compare", '^output 1\.(models\.(ssim|pca_mse|pca_components|knn|trust|seconds)|mse_input) holds NaN$|\.psnr holds Inf$';
    "ae_fit", '^output 2\.val_loss holds NaN$';
    "ae_gradcheck", '^output 1 holds NaN$';
    "ae_objective", '^output 1 holds Inf$';
    "ae_windows", '^output 1 holds NaN$';
    "matlab/mse", '^output 1 holds (NaN|Inf)$'};
  row = find (strcmp (announced(:,1), name));
  yes = ! isempty (row) && ! isempty (regexp (found, announced{row,2}, "once"));
endfunction

## Where NaN or Inf stand in a value: a cell of words, one for each array and kind.
function found = odd_numbers (v, at)
  found = {};
  if (isfloat (v))
    odd = unique (v(! isfinite (v(:))))';
    odd = [odd(! isnan (odd)), NaN(1, any (isnan (odd)))];
    found = arrayfun (@(x) sprintf ("%s holds %g", at, x), real (odd), "UniformOutput", false);
  elseif (iscell (v))
    for i = 1:numel (v)
      found = [found odd_numbers(v{i}, sprintf ("%s{%d}", at, i))];
    endfor
  elseif (isstruct (v))
    for i = 1:numel (v)
      for [value, name] = v(i)
        found = [found odd_numbers(value, [at "." name])];
      endfor
    endfor
  endif
endfunction
