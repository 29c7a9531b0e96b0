## kill_save (n)
##
## Starts n times an Octave that saves models without end, kills it (SIGKILL)
## at a random instant, and loads what is there: it must be the model of one
## save, whole.  Raises otherwise.  By hand: kill_save (200) takes minutes; the
## C tests kill ae_write_file itself 200 times in a second.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function kill_save (n)
  folder = tempname ();
  mkdir (folder);
  file = fullfile (folder, "net.safetensors");
  program = sprintf (["addpath ('%s', '%s'); net = ae_network (100, {ae_layer('dense', 500)}); k = 0;" ...
                      "while (true) net.layers(2).W(:) = k++; ae_save (net, '%s'); end"], ...
                     fileparts (which ("ae_save")), fileparts (which ("__ae_write_file__")), file);
  program_file = fullfile (folder, "program.m");
  fputs (fid = fopen (program_file, "w"), program);
  fclose (fid);
  saves = 0;
  for i = 1:n
    [~] = unlink (file);
    child = system (sprintf ("exec '%s' --norc --no-history '%s' >/dev/null 2>&1", ...
                             fullfile (OCTAVE_HOME (), "bin", "octave-cli"), program_file), false, "async");
    until_there (file, child);
    pause (0.1 * rand ());
    kill (child, SIG ().KILL);
    waitpid (child);
    net = ae_load (file);
    values = unique (net.layers(2).W);
    if (! isscalar (values))
      error ("kill_save: a torn file after kill %d: %s", i, file);
    endif
    saves += double (values) + 1;
  endfor
  printf ("%d kills, every file whole; %d saves, %d temporaries left\n", n, saves, ...
          numel (glob (fullfile (folder, ".ae-*.tmp"))));
  confirm_recursive_rmdir (false, "local");
  rmdir (folder, "s");
endfunction

function until_there (file, child)
  started = tic ();
  while (! exist (file, "file"))
    if (toc (started) > 600)
      kill (child, SIG ().KILL);
      error ("kill_save: nothing was written in ten minutes");
    endif
    pause (0.005);
  endwhile
endfunction
