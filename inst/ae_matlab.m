## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_matlab ("on")
## @deftypefnx {autoencoder} {} ae_matlab ("off")
## @deftypefnx {autoencoder} {@var{state} =} ae_matlab (@dots{})
## Functions that MATLAB's autoencoder scripts call and Octave lacks: @code{mse},
## @code{plotconfusion}, @code{tsne}, @code{pca}.
##
## They stand in a folder of their own, which @code{ae_matlab ("on")} puts at the
## end of the search path and @code{ae_matlab ("off")} takes off again: where
## Octave, a loaded package or you have a function of the same name, that one is
## called, as before.  Loading the package puts nothing there.
##
## @var{state} is a struct with a field for each name: the file that is called
## by it, @code{""} when there is none.  Without output and argument the state is
## printed.
##
## @code{trainAutoencoder}, @code{trainSoftmaxLayer} and what works on their
## results need no @code{ae_matlab ("on")}.
##
## Errors: @code{autoencoder:ae_matlab:value}.
##
## @example
## @group
## ae_matlab ("on");
## mse ([1 2 3])
##     @result{} ans = 4.6667
## ae_matlab ("off");
## @end group
## @end example
## @seealso{trainAutoencoder, trainSoftmaxLayer, ae_tsne, ae_pca}
## @end deftypefn

function state = ae_matlab (what = "")
  folder = fullfile (fileparts (mfilename ("fullpath")), "matlab");
  if (nargin > 0)
    what = arg_value ("ae_matlab", "the argument", what, {"on", "off"});
  endif
  there = any (strcmp (folder, strsplit (path (), pathsep ())));
  if (strcmp (what, "on") && ! there)
    addpath (folder, "-end");
  elseif (strcmp (what, "off") && there)
    rmpath (folder);
  endif
  if (nargout > 0 || nargin == 0)
    now = called_files (folder);
  endif
  if (nargout > 0)
    state = now;
  elseif (nargin == 0)
    for [file, name] = now
      printf ("%-14s %s\n", name, [file, "(none)"(1:6 * isempty (file))]);
    endfor
  endif
endfunction

function state = called_files (folder)
  state = struct ();
  for file = glob (fullfile (folder, "*.m"))'
    [~, name] = fileparts (file{1});
    state.(name) = which (name);
  endfor
endfunction

%!test
%! before = path ();
%! unwind_protect
%!   off = ae_matlab ("off");
%!   assert (fieldnames (off), {"mse"; "pca"; "plotconfusion"; "tsne"});
%!   on = ae_matlab ("on");
%!   ae_matlab ("on");
%!   assert (ae_matlab (), on);
%!   for [file, name] = on
%!     assert (! isempty (file));
%!     if (! isempty (off.(name)))
%!       assert (file, off.(name)); # what was there stays
%!     endif
%!   endfor
%!   text = evalc ("ae_matlab ()");
%!   assert (any (strfind (text, "plotconfusion")));
%!   assert (ae_matlab ("off"), off);
%! unwind_protect_cleanup
%!   path (before);
%! end_unwind_protect
%!test # loading the package shadows nothing: none of its names has another owner
%! folder = fileparts (which ("ae_matlab"));
%! names = cellfun (@(f) nthargout (2, @fileparts, f), glob (fullfile (folder, "*.m")), "UniformOutput", false);
%! before = path ();
%! here = cd (OCTAVE_HOME ()); # pkg test runs in the folder of the package
%! unwind_protect
%!   rmpath (folder);
%!   core = __list_functions__ ();
%! unwind_protect_cleanup
%!   path (before);
%!   cd (here);
%! end_unwind_protect
%! assert (numel (names) > 60);
%! assert (isempty (intersect (names, core)));
%!error <ae_matlab: the argument must be one of on, off; got "maybe"> ae_matlab ("maybe")
