## rate = fit_rate (run, opt): the learning rate of the epoch to come

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function rate = fit_rate (run, opt)
  epoch = run.epoch; # epochs done before
  factors = struct ("constant", 1, ...
                    "step", opt.ScheduleFactor ^ floor (epoch / opt.ScheduleEvery), ...
                    "cosine", (1 + cos (pi * epoch / max (run.last_epoch, 1))) / 2, ...
                    "plateau", run.scale);
  rate = opt.LearnRate * factors.(opt.LearnRateSchedule);
endfunction
