## counts = fuzz_load (n [, seed [, models]])
##
## Damages model files in n ways and loads each: it must load, or be refused
## with an error autoencoder:ae_load:...; what loads must answer ae_reconstruct
## or refuse that as cleanly.  Raises at the first file for which neither holds
## and keeps that file.  counts: how many loaded, were refused for being no
## safetensors file, no JSON, no model, and the rest.  The same n, seed and
## models give the same files.
##
## models is a cell of model structs (default: those of file_models).
## By hand, under the address sanitizer: see `make asan` and CONTRIBUTING.md.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function counts = fuzz_load (n, seed = 1, models = file_models ())
  sources = cellfun (@bytes_of, models, "UniformOutput", false);
  counts = struct ("loaded", 0, "format", 0, "json", 0, "model", 0, "other", 0);
  file = [tempname() ".safetensors"];
  state = rand ("twister");
  unwind_protect
    rand ("twister", seed);
    for i = 1:n
      write_bytes (file, mutate (sources{pick(numel (sources))}));
      outcome = try_load (file, i);
      counts.(outcome)++;
    endfor
    delete (file);
  unwind_protect_cleanup
    rand ("twister", state);
  end_unwind_protect
endfunction

function bytes = bytes_of (m)
  file = tempname ();
  ae_save (m, file);
  bytes = uint8 (fileread (file));
  delete (file);
endfunction

function write_bytes (file, bytes)
  [~] = unlink (file);   # quicker than to overwrite it: ext4 flushes such a file
  fid = fopen (file, "w");
  fwrite (fid, bytes, "uint8");
  fclose (fid);
endfunction

function outcome = try_load (file, i)
  outcome = "loaded";
  try
    m = ae_load (file);
    ae_reconstruct (m, zeros ([m.input_size(:)', 1]));
  catch problem
    part = regexp (problem.identifier, '^autoencoder:ae_(load|reconstruct):(\w+)$', "tokens", "once");
    if (isempty (part))
      error ("fuzz_load: number %d (%s) gives \"%s\" (%s) in %s", i, file, problem.message, ...
             problem.identifier, problem.stack(1).name);
    elseif (strcmp (part{1}, "load"))
      outcome = part{2};
    endif
  end_try_catch
  if (! any (strcmp (outcome, {"loaded", "format", "json", "model"})))
    outcome = "other";
  endif
endfunction

function k = pick (n)
  k = ceil (n * rand ());
endfunction

function bytes = mutate (bytes)
  persistent ways = {@flip_bits, @flip_header_bits, @cut, @lengthen, @edit_length, @edit_number, ...
                     @edit_number, @edit_span, @edit_word, @edit_word};
  for k = 1:pick (2)
    if (numel (bytes) > 16)
      bytes = ways{pick (numel (ways))} (bytes);
    endif
  endfor
endfunction

function bytes = flip_bits (bytes, most = numel (bytes))
  for k = 1:pick (6)
    i = pick (most);
    bytes(i) = bitxor (bytes(i), 2^(pick (8) - 1));
  endfor
endfunction

function bytes = flip_header_bits (bytes)
  bytes = flip_bits (bytes, min (numel (bytes), 8 + numel (header_of (bytes))));
endfunction

function bytes = cut (bytes)
  bytes = bytes(1:pick (numel (bytes)) - 1);
endfunction

function bytes = lengthen (bytes)
  bytes = [bytes, uint8(floor (256 * rand (1, pick (40))))];
endfunction

function bytes = edit_length (bytes)
  values = [0, 1, 2, numel(bytes), numel(bytes)-8, numel(bytes)-7, ...
            1e7, 1e7+1, 2^31, 2^32, 2^53, 2^63, 2^64, pick(5000)];
  bytes(1:8) = typecast (uint64 (values(pick (end))), "uint8");
endfunction

## The header's text; "" when its length or a byte has been damaged.
function text = header_of (bytes)
  n = double (typecast (bytes(1:8), "uint64"));
  text = "";
  if (n <= numel (bytes) - 8)
    text = char (bytes(9:8+n));
  endif
  if (any (text > 127))
    text = "";
  endif
endfunction

## The file with another header, whose length is right.
function bytes = with_header (bytes, old, new)
  bytes = [typecast(uint64 (numel (new)), "uint8"), uint8(new), bytes(9+numel (old):end)];
endfunction

function bytes = edit_number (bytes)
  values = {"-1", "0", "1", "2", "0.5", "1e308", "1e999", "2147483648", "4294967296", "9007199254740992", ...
            "18446744073709551615", "[]", "[1,2]", "null", "true", "\"x\"", "{}", "NaN", ""};
  text = header_of (bytes);
  [from, to] = regexp (text, '-?\d+(\.\d+)?(e[-+]?\d+)?');
  if (! isempty (from))
    k = pick (numel (from));
    bytes = with_header (bytes, text, [text(1:from(k)-1) values{pick(end)} text(to(k)+1:end)]);
  endif
endfunction

## Drops, doubles or moves a part of the header.
function bytes = edit_span (bytes)
  text = header_of (bytes);
  if (numel (text) > 50)
    places = sort (ceil (numel (text) * rand (1, 3)));
    a = text(1:places(1));
    b = text(places(1)+1:places(2));
    c = text(places(2)+1:places(3));
    d = text(places(3)+1:end);
    news = {[a c d], [a b b c d], [a c b d], [a b]};
    bytes = with_header (bytes, text, news{pick (end)});
  endif
endfunction

## One word of the header in the place of another.
function bytes = edit_word (bytes)
  text = header_of (bytes);
  [from, to, ~, words] = regexp (text, '[\w$/ ]{2,}');
  extra = {"F16", "I8", "F64", "BOOL", "eval", "constructor", "__metadata__", "$tensor", "$class", ...
           "$size", "$values", "$struct", "$cell", "$fields", "pca", "network", ...
           "lambda", "function_handle"};
  if (! isempty (from))
    words = [words, extra];
    k = pick (numel (from));
    bytes = with_header (bytes, text, [text(1:from(k)-1) words{pick(end)} text(to(k)+1:end)]);
  endif
endfunction
