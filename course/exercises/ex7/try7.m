## Plays with exercise 7: your L-BFGS on the package's loss, beside ae_fit's.

pkg load autoencoder
X = ae_load_mnist ("test");
D = double (reshape (ae_avgpool2d_forward (X(:,:,:,1:500), [4 4]), 49, []));
net = ae_dense (49, [20 5], "Activation", "tanh", "OutputActivation", "sigmoid", "Seed", 1, ...
                "Precision", "double");
f = @(p) ae_objective (net, D, "Parameters", p);
p = ae_parameters (net);
S = Y = zeros (numel (p), 0);
[loss, g] = f (p);
for i = 1:50
  d = lbfgsDirection (g, S, Y);
  t = lineSearch (f, p, g, d);
  q = p + t * d;
  [loss, gq] = f (q);
  if ((q - p)' * (gq - g) > 0) # else the pair is of no use
    S = [S(:,max (1, end-8):end), q - p];
    Y = [Y(:,max (1, end-8):end), gq - g];
  endif
  p = q;
  g = gq;
endfor
printf ("my L-BFGS after 50 steps: %.6f\n", loss);
race = raceOptimizers (net, D, {"rmsprop", "adam", "lbfgs", "scg"}, 50);
printf ("%-10s %10s %8s %8s\n", "optimizer", "loss", "passes", "seconds");
printf ("%-10s %10.6f %8d %8.2f\n", {race.name; race.loss; race.passes; race.seconds}{:});
