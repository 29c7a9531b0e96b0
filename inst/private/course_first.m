## text = course_first (text, ...)
##
## The first text that is not empty: of several judgements on one part the
## first that found a mistake.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = course_first (varargin)
  text = [varargin(! cellfun (@isempty, varargin)), {""}]{1};
endfunction
