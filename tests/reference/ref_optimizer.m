## [p, s] = ref_optimizer (name, p, g, s, t, o)
##
## Step t of an optimizer.  s: a cell of two states, zeros at first; o: fields
## rate, momentum, decay, beta1, beta2, epsilon, weight_decay.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [p, s] = ref_optimizer (name, p, g, s, t, o)
  switch (name)
    case "sgd"
      p -= o.rate * g;
    case "momentum"
      s{1} = o.momentum * s{1} - o.rate * g;
      p += s{1};
    case "nesterov"
      s{1} = o.momentum * s{1} - o.rate * g;
      p += o.momentum * s{1} - o.rate * g;
    case "rmsprop"
      s{1} = o.decay * s{1} + (1 - o.decay) * g .^ 2;
      p -= o.rate * g ./ (sqrt (s{1}) + o.epsilon);
    case "adagrad"
      s{1} += g .^ 2;
      p -= o.rate * g ./ (sqrt (s{1}) + o.epsilon);
    case {"adam", "adamw"}
      if (strcmp (name, "adamw"))
        p -= o.rate * o.weight_decay * p;
      endif
      s = averages (s, g, o);
      p -= o.rate * (s{1} / (1 - o.beta1^t)) ./ (sqrt (s{2} / (1 - o.beta2^t)) + o.epsilon);
    case "nadam"
      s = averages (s, g, o);
      mu = o.beta1 * (1 - 0.5 * 0.96 .^ (0.004 * (1:t+1)));
      m = mu(end) * s{1} / (1 - prod (mu)) + (1 - mu(t)) * g / (1 - prod (mu(1:t)));
      p -= o.rate * m ./ (sqrt (s{2} / (1 - o.beta2^t)) + o.epsilon);
  endswitch
endfunction

function s = averages (s, g, o)
  s{1} = o.beta1 * s{1} + (1 - o.beta1) * g;
  s{2} = o.beta2 * s{2} + (1 - o.beta2) * g .^ 2;
endfunction
