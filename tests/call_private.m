## [...] = call_private (name, ...)
##
## Calls a function of inst/private, for tests of what has no public door of
## its own: such functions are found from their folder alone.

function varargout = call_private (name, varargin)
  absolute_path ();
  here = cd (fullfile (fileparts (which ("ae_save")), "private"));
  unwind_protect
    [varargout{1:nargout}] = feval (name, varargin{:});
  unwind_protect_cleanup
    cd (here);
  end_unwind_protect
endfunction

## Relative folders of the load path would be lost in another folder.
function absolute_path ()
  folders = strsplit (path (), pathsep ());
  for folder = folders(! cellfun (@is_absolute_filename, folders))
    if (! strcmp (folder{1}, "."))
      absolute = make_absolute_filename (folder{1});
      rmpath (folder{1});
      addpath (absolute);
    endif
  endfor
endfunction
