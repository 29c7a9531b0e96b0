## package_path ()
##
## Puts the package of this source tree on Octave's path: inst, the references,
## and the MEX files of src or of the folder that the environment variable
## AE_MEX names.  Figures stay invisible.

function package_path ()
  root = fileparts (fileparts (mfilename ("fullpath")));
  mex = getenv ("AE_MEX");
  if (isempty (mex))
    mex = fullfile (root, "src");
  endif
  addpath (fullfile (root, "inst"), mex, fullfile (root, "tests", "reference"));
  set (0, "defaultfigurevisible", "off");
  if (any (strcmp (available_graphics_toolkits (), "gnuplot")))
    warning ("off", "Octave:gnuplot-graphics", "local");
    graphics_toolkit ("gnuplot");
  endif
endfunction
