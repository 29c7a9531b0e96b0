## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{a} =} trainAutoencoder (@var{X})
## @deftypefnx {autoencoder} {@var{a} =} trainAutoencoder (@var{X}, @var{hiddenSize})
## @deftypefnx {autoencoder} {@var{a} =} trainAutoencoder (@dots{}, @var{Name}, @var{Value})
## A sparse autoencoder of one hidden layer, called and trained as in MATLAB.
##
## @var{X} is @var{d}-by-@var{n}, a sample a column, or a cell array of images of
## one size (@var{h}-by-@var{w} or @var{h}-by-@var{w}-by-3).  The result is an
## @code{Autoencoder} for @code{encode}, @code{decode}, @code{predict},
## @code{plotWeights}, @code{view}, @code{stack}, @code{network} and
## @code{generateFunction}; @code{ae_from_matlab} makes a network of the package
## of it.  @var{hiddenSize}, default 10, may also be given as a pair.
##
## Training lowers
##
## @c not run
## @example
## @group
## E = 1/n sum_i sum_k (x_ki - y_ki)^2
##     + L2WeightRegularization * 1/2 sum w^2
##     + SparsityRegularization * sum_j KL (SparsityProportion || m_j)
## @end group
## @end example
##
## @noindent
## where w are the weights of both layers without the biases, m_j is the mean
## activation of hidden unit j and KL (r || m) = r log (r/m) + (1-r) log
## ((1-r)/(1-m)).  It goes over all samples at once, in double, by scaled
## conjugate gradients (Moller, Neural Networks 6, 1993), from Glorot's random
## weights, drawn from @code{rand}.
##
## In terms of @code{ae_fit}, whose error is the mean over elements, E is @var{d}
## times the loss with @qcode{"L2"}, L2WeightRegularization / (2 @var{d}), and
## @qcode{"SparsityWeight"}, SparsityRegularization / @var{d}.
##
## Names may be cut short (@qcode{"MaxEpoch"}, @qcode{"Scale"}) and are
## case-insensitive:
##
## @table @code
## @item "EncoderTransferFunction"
## @qcode{"logsig"} (default) or @qcode{"satlin"}.
## @item "DecoderTransferFunction"
## @qcode{"logsig"} (default), @qcode{"satlin"} or @qcode{"purelin"}.
## @item "MaxEpochs"
## Iterations at most; default 1000.  Fewer where no further step lowers the loss.
## @item "L2WeightRegularization"
## Default 0.001.
## @item "SparsityRegularization", "SparsityProportion"
## Default 1 and 0.05.
## @item "LossFunction"
## @qcode{"msesparse"} (default), the only one.
## @item "TrainingAlgorithm"
## @qcode{"trainscg"} (default), the only one.
## @item "ScaleData"
## true (default): every feature is scaled to the range of the decoder's transfer
## function, [0, 1], and @code{predict} and @code{decode} undo it.  With
## @qcode{"purelin"} there is nothing to scale to.
## @item "ShowProgressWindow"
## true (default): a bar where there is a terminal.  There is no window.
## @item "UseGPU"
## true is a warning: the processor computes.  Default false.
## @end table
##
## Errors: @code{autoencoder:trainAutoencoder:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}, @code{:option}, @code{:value}.  Warning:
## @code{autoencoder:trainAutoencoder:gpu}.
##
## Source: Olshausen and Field, Vision Research 37, 1997 (sparse codes); Ng,
## CS294A lecture notes, 2011 (the penalty).
##
## @example
## @group
## t = linspace (0, 1, 200);
## X = [t; t.^2; sin(6*t); 5*cos(3*t)];
## rand ("state", 1);
## autoenc = trainAutoencoder (X, 4, "MaxEpochs", 400, "ShowProgressWindow", false, ...
##                             "L2WeightRegularization", 1e-5, "SparsityRegularization", 0);
## XReconstructed = predict (autoenc, X);
## mean ((X - XReconstructed)(:) .^ 2) < 0.01 * mean (var (X, 1, 2))
##     @result{} ans = 1
## size (autoenc.EncoderWeights)
##     @result{} ans =
##
##           4   4
## @end group
## @end example
## @seealso{@@Autoencoder/predict, trainSoftmaxLayer, ae_from_matlab, ae_dense, ae_fit}
## @end deftypefn

function a = trainAutoencoder (X, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  [M, image_size] = matlab_samples ("trainAutoencoder", "X", X);
  if (! isempty (varargin) && ! ischar (varargin{1}))
    varargin = [{"HiddenSize"}, varargin];
  endif
  opt = read_options (varargin);
  d = rows (M);
  scale = "none";
  if (opt.ScaleData && ! strcmp (opt.DecoderTransferFunction, "purelin"))
    scale = "minmax";
  endif
  net = ae_dense (d, opt.HiddenSize, "Scale", scale, "Precision", "double", ...
                  "Activation", matlab_transfer ("activation", opt.EncoderTransferFunction), ...
                  "OutputActivation", matlab_transfer ("activation", opt.DecoderTransferFunction));
  opt.Unit = d;
  net = __matlab_fit__ ("trainAutoencoder", net, M, [], opt, "L2", opt.L2WeightRegularization / (2 * d), ...
                    "SparsityWeight", opt.SparsityRegularization / d, "Sparsity", opt.SparsityProportion);
  a = Autoencoder (net, image_size);
endfunction

function opt = read_options (args)
  opt = matlab_options ("trainAutoencoder", args, {
    "HiddenSize", 10, "whole >= 1";
    "EncoderTransferFunction", "logsig", {"logsig", "satlin"};
    "DecoderTransferFunction", "logsig", {"logsig", "satlin", "purelin"};
    "MaxEpochs", 1000, "whole >= 1";
    "L2WeightRegularization", 0.001, "number >= 0";
    "LossFunction", "msesparse", {"msesparse"};
    "ShowProgressWindow", true, "flag";
    "SparsityProportion", 0.05, "share";
    "SparsityRegularization", 1, "number >= 0";
    "TrainingAlgorithm", "trainscg", {"trainscg"};
    "ScaleData", true, "flag";
    "UseGPU", false, "flag"});
  if (opt.SparsityProportion == 0 && opt.SparsityRegularization > 0)
    error ("autoencoder:trainAutoencoder:value", ...
           "trainAutoencoder: SparsityProportion must be above 0, got 0; without the penalty set SparsityRegularization to 0");
  endif
  for name = {"L2WeightRegularization", "SparsityRegularization"}
    if (opt.(name{1}) > 1e30)
      error ("autoencoder:trainAutoencoder:value", "trainAutoencoder: %s must be 1e30 or less, got %g", name{1}, opt.(name{1}));
    endif
  endfor
  if (opt.UseGPU)
    text_warning ("autoencoder:trainAutoencoder:gpu", ...
                  "trainAutoencoder: UseGPU is true, but there is no code for graphics processors here: the processor computes");
  endif
endfunction

%!shared X, quiet
%! t = linspace (0, 1, 60);
%! X = [t; t.^2; 3*sin(6*t); 5*cos(3*t)];
%! quiet = {"ShowProgressWindow", false};
%!test # what comes out, and the defaults
%! rand ("state", 1);
%! a = trainAutoencoder (X, "MaxEpochs", 3);
%! assert (class (a), "Autoencoder");
%! assert (a.HiddenSize, 10);
%! assert ({a.EncoderTransferFunction, a.DecoderTransferFunction}, {"logsig", "logsig"});
%! assert (size (a.EncoderWeights), [10 4]);
%! assert (size (a.DecoderBiases), [4 1]);
%! assert (class (a.EncoderWeights), "double");
%!test # scaled to [0, 1], feature by feature, and back
%! rand ("state", 1);
%! a = trainAutoencoder (X, 3, quiet{:}, "MaxEpochs", 300, "L2Weight", 1e-6, "SparsityReg", 0);
%! assert (mean (sumsq (X - predict (a, X), 2) ./ sumsq (X - mean (X, 2), 2)) < 0.02);
%! lo = min (X, [], 2);  range = max (X, [], 2) - lo;
%! Z = 1 ./ (1 + exp (-(a.EncoderWeights * ((X - lo) ./ range) + a.EncoderBiases)));
%! assert (encode (a, X), Z, 1e-12);
%! Y = lo + range ./ (1 + exp (-(a.DecoderWeights * Z + a.DecoderBiases)));
%! assert (predict (a, X), Y, 1e-12);
%!test # without scaling; purelin has no range to scale to
%! for o = {{"ScaleData", false, "DecoderTransferFunction", "satlin"}, {"Decoder", "purelin"}}
%!   a = trainAutoencoder (X, 3, quiet{:}, "MaxEpochs", 3, "Encoder", "satlin", o{1}{:});
%!   Z = min (max (a.EncoderWeights * X + a.EncoderBiases, 0), 1);
%!   assert (encode (a, X), Z, 1e-12);
%! endfor
%! assert (predict (a, X), a.DecoderWeights * Z + a.DecoderBiases, 1e-12);
%!test # the size as a pair, short names in any case
%! a = trainAutoencoder (X, "hiddenSize", 2, "MaxEpoch", 2, "Scale", false, "useGPU", false, "SHOW", 0);
%! assert (a.HiddenSize, 2);
%! assert (max (abs (encode (a, X) - 1 ./ (1 + exp (-(a.EncoderWeights * X + a.EncoderBiases)))))(:) < 1e-12);
%!test # images in cells
%! I = cell (1, 20);
%! for i = 1:20
%!   I{i} = uint8 (255 * (rand (5, 4) > 0.5));
%! endfor
%! a = trainAutoencoder (I, 4, quiet{:}, "MaxEpochs", 20);
%! R = predict (a, I);
%! assert (size (R), [1 20]);
%! assert (size (R{7}), [5 4]);
%! assert (predict (a, I{7}), R{7}, 1e-12);
%! assert (decode (a, encode (a, I)), R);
%!test # the same state of rand, the same bits
%! rand ("state", 4);  a = trainAutoencoder (X, 3, quiet{:}, "MaxEpochs", 30);
%! rand ("state", 4);  b = trainAutoencoder (X, 3, quiet{:}, "MaxEpochs", 30);
%! assert (a.EncoderWeights, b.EncoderWeights);
%!test # the sparsity penalty draws mean activations to their target
%! rand ("state", 2);
%! a = trainAutoencoder (rand (8, 200), 6, quiet{:}, "SparsityProportion", 0.2, "SparsityRegularization", 50, "MaxEpochs", 100);
%! b = trainAutoencoder (rand (8, 200), 6, quiet{:}, "SparsityRegularization", 0, "L2", 10, "MaxEpochs", 100);
%! assert (mean (encode (a, rand (8, 200)), 2), 0.2 * ones (6, 1), 0.03);
%! assert (norm (b.EncoderWeights) < 0.02);
%!test # saved and loaded in each format
%! rand ("state", 4);
%! a = trainAutoencoder (X, 3, quiet{:}, "MaxEpochs", 3);
%! n = network (a);
%! for format = {"-text", "-binary", "-v6", "-v7"}
%!   file = tempname ();
%!   unwind_protect
%!     save (format{1}, file, "a", "n");
%!     s = load (file);
%!   unwind_protect_cleanup
%!     unlink (file);
%!   end_unwind_protect
%!   assert (class (s.a), "Autoencoder");
%!   assert (predict (s.a, X), predict (a, X), 1e-14);
%!   assert (s.n (X), n (X), 1e-14);
%! endfor
%!warning <UseGPU is true, but there is no code for graphics processors here> trainAutoencoder (X, 3, quiet{:}, "MaxEpochs", 200, "SparsityReg", 0, "UseGPU", true);
%!error <Invalid call> trainAutoencoder ()
%!error <trainAutoencoder: HiddenSize must be a whole number .= 1, got 0> trainAutoencoder (X, 0)
%!error <trainAutoencoder: HiddenSize must be a whole number .= 1, got 1-by-2 double> trainAutoencoder (X, [1 2])
%!error <trainAutoencoder: X must be a real matrix, got "x"> trainAutoencoder ("x")
%!error <trainAutoencoder: X must not be empty> trainAutoencoder ([])
%!error <trainAutoencoder: X must not be empty> trainAutoencoder ({})
%!error <trainAutoencoder: X must be finite, got NaN at element 2> trainAutoencoder ([1 NaN])
%!error <trainAutoencoder: X must be d-by-n, a sample a column, got 2-by-2-by-2> trainAutoencoder (ones (2, 2, 2))
%!error <trainAutoencoder: X.2. must be an image of 2-by-2, got 1-by-4 double> trainAutoencoder ({ones(2), ones(1, 4)})
%!error <trainAutoencoder: X.1. must be a real matrix, got "a"> trainAutoencoder ({"a"})
%!error <unknown option "Epochs"; valid are: HiddenSize, EncoderTransferFunction> trainAutoencoder (X, 2, "Epochs", 3)
%!error <"Sparsity" may be SparsityProportion or SparsityRegularization: write more of the name> trainAutoencoder (X, 2, "Sparsity", 3)
%!error <LossFunction must be one of msesparse; got "mae"> trainAutoencoder (X, 2, "LossFunction", "mae")
%!error <TrainingAlgorithm must be one of trainscg; got "trainlm"> trainAutoencoder (X, 2, "TrainingAlgorithm", "trainlm")
%!error <EncoderTransferFunction must be one of logsig, satlin; got "tansig"> trainAutoencoder (X, 2, "EncoderTransferFunction", "tansig")
%!error <SparsityProportion must be above 0, got 0> trainAutoencoder (X, 2, "SparsityProportion", 0)
%!error <L2WeightRegularization must be a finite number .= 0, got -1> trainAutoencoder (X, 2, "L2WeightRegularization", -1)
%!error <options must come as name/value pairs, but "MaxEpochs" has no value> trainAutoencoder (X, "MaxEpochs")
%!error <trainAutoencoder: SparsityRegularization must be 1e30 or less, got 1e.308> trainAutoencoder (rand (4, 9), 2, "SparsityRegularization", 1e308)
