## "Parallel", "mpi" of ae_fit: 1, 2 and 4 processes under mpirun against one.
## Skipped where the package was built without MPI (mpicc).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!function line = mpi_line (ranks, task, file)
%!  ## As root, on few processors, and without ranks that spin.
%!  line = sprintf (["OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1 " ...
%!                   "OMPI_MCA_mpi_yield_when_idle=1 timeout 500 mpirun -np %d octave-cli --no-history --norc '%s' '%s' %s " ...
%!                   "< /dev/null"], ranks, fullfile (fileparts (which ("call_private")), "mpi_main.m"), file, task);
%!endfunction
%!function [status, text] = mpi_run (varargin)
%!  [status, text] = system ([mpi_line(varargin{:}) " 2>&1"]);
%!endfunction
%!function wait_for (done, seconds)
%!  started = tic ();
%!  while (! done ())
%!    assert (toc (started) < seconds);
%!    pause (0.05);
%!  endwhile
%!endfunction
%!function tidy (file)
%!  for name = glob ([file "*"])'
%!    [~] = unlink (name{1});
%!  endfor
%!endfunction
%!function text = read (file)
%!  text = "";
%!  if (exist (file, "file"))
%!    text = fileread (file);
%!  endif
%!endfunction

%!test # without MPI the option says what to type
%! if (exist ("__ae_mpi__") == 3)
%!   [~, h] = ae_fit (ae_dense (3, 2, "Seed", 1), ones (3, 9), "Epochs", 1, "Verbose", 0); # one without mpirun
%!   assert (! isfield (h, "rank"));
%! else
%!   printf ("mpi.tst: the package was built without MPI; to test it: apt-get install libopenmpi-dev openmpi-bin; make\n");
%!   fail ('ae_fit (ae_dense (3, 2), ones (3, 9), "Parallel", "mpi")', "sudo apt-get install libopenmpi-dev");
%! endif
%!error <Parallel must be one of mpi> ae_fit (ae_dense (3, 2), ones (3, 9), "Parallel", "threads")

%!testif ; exist ("__ae_mpi__") == 3 # the same bits: nets, layers, optimizers, options
%! one = tempname ();
%! file = tempname ();
%! unwind_protect
%!   mpi_fits (one, "bits", "");
%!   alone = load (one);
%!   assert (sum (cellfun (@(s) any (strcmp (s, {"nonfinite", "patience"})), {alone.results.stopped})), 2);
%!   for ranks = [1 2 4]
%!     [status, text] = mpi_run (ranks, "bits", file);
%!     assert (status == 0, "%s", text);
%!     together = load (file);
%!     assert (together.ranks, ranks);
%!     for i = 1:numel (alone.results)
%!       assert (isequaln (together.results(i), alone.results(i)), sprintf ("%d ranks, fit %d: other bits", ranks, i));
%!     endfor
%!   endfor
%! unwind_protect_cleanup
%!   tidy (one);
%!   tidy (file);
%! end_unwind_protect

%!testif ; exist ("__ae_mpi__") == 3 # a rank is killed: the others end, with words; the checkpoint is whole
%! file = tempname ();
%! log = [file ".log"];
%! unwind_protect
%!   system (["{ " mpi_line(3, "long", file) "; echo status $?; } > " log " 2>&1"], false, "async");
%!   wait_for (@() exist (file, "file"), 300);
%!   pids = cellfun (@(k) str2double (fileread ([file ".pid" k])), {"0", "1", "2"});
%!   system (sprintf ("kill -9 %d", pids(2)));
%!   wait_for (@() any (strfind (read (log), "status ")), 200);
%!   text = fileread (log);
%!   assert (isempty (strfind (text, "status 0")));
%!   assert (! isempty (strfind (text, ["told to end (SIGTERM), since a rank has died or mpirun is to end.  " ...
%!                                      "The last checkpoint, if one was written, is whole: \"Resume\", \"" file "\""])), "%s", text);
%!   assert (! isempty (strfind (text, "signal 9")), "%s", text);
%!   for pid = pids
%!     wait_for (@() system (sprintf ("kill -0 %d 2> /dev/null", pid)) != 0, 60);
%!   endfor
%!   [status, text] = mpi_run (2, "resume", file);
%!   assert (status == 0, "%s", text);
%!   for k = 0:1
%!     assert (read (sprintf ("%s.said%d", file, k)), "the same: 1");
%!   endfor
%! unwind_protect_cleanup
%!   tidy (file);
%! end_unwind_protect

## A thread of Octave waits for SIGTERM as well: where that takes it, Octave ends, and
## the checkpoint has what was learnt.
%!testif ; exist ("__ae_mpi__") == 3 # told to end (SIGTERM), as mpirun does at Ctrl-C, all stop and keep what they learnt
%! file = tempname ();
%! log = [file ".log"];
%! unwind_protect
%!   system (["{ " mpi_line(2, "long", file) "; echo status $?; } > " log " 2>&1"], false, "async");
%!   wait_for (@() exist (file, "file"), 300);
%!   system (sprintf ("kill -TERM %s", fileread ([file ".pid0"])));
%!   wait_for (@() any (strfind (read (log), "status ")), 200);
%!   text = fileread (log);
%!   if (any (strfind (text, "status 0")))
%!     for k = 0:1
%!       assert (read (sprintf ("%s.said%d", file, k)), "stopped: interrupt");
%!     endfor
%!   else
%!     assert (any (strfind (text, "caught signal Terminated")), "%s", text);
%!     assert (isfinite (sum (ae_load (file).layers(2).W(:))));
%!   endif
%! unwind_protect_cleanup
%!   tidy (file);
%! end_unwind_protect

%!testif ; exist ("__ae_mpi__") == 3 # what is not the same on all ranks is refused in words
%! [status, text] = mpi_run (2, "data", tempname ());
%! assert (status != 0);
%! assert (! isempty (strfind (text, "ae_fit: all ranks must have the same data; rank 1 differs from rank 0")), "%s", text);
%! [status, text] = mpi_run (2, "error", tempname ());
%! assert (status != 0);
%! assert (! isempty (strfind (text, "X must be finite")), "%s", text);
%! assert (! isempty (strfind (text, "ae_fit: another rank could not start, and says why")), "%s", text);

%!testif ; exist ("__ae_mpi__") == 3 # weights and seed are those of rank 0, and so are the callback's answers
%! file = tempname ();
%! unwind_protect
%!   for task = {"seedless", "callback, the same weights: 1"; "callback", "error after 1"}'
%!     [status, text] = mpi_run (2, task{1}, file);
%!     assert (status == 0, "%s", text);
%!     for k = 0:1
%!       assert (read (sprintf ("%s.said%d", file, k)), sprintf ("rank %d: %s", k, task{2}));
%!     endfor
%!   endfor
%! unwind_protect_cleanup
%!   tidy (file);
%! end_unwind_protect
