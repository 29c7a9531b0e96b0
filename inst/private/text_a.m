## text = text_a (word)
##
## The word behind "a", or "an" where it begins with a vowel.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_a (word)
  text = [merge(any (word(1) == "aeiou"), "an ", "a "), word];
endfunction
