## values = attack_values ()
##
## What nobody should hand to a function, as a cell of {what it is, value}.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function values = attack_values ()
  x = reshape (mod ((1:72) * 7919, 1009) / 1010, 6, 12);
  values = {
    "[]", [];
    "NaN", NaN;
    "Inf", Inf;
    "-Inf", -Inf;
    "0", 0;
    "-1", -1;
    "1.5", 1.5;
    "1e308", 1e308;
    "2^53", 2^53;
    "2^31", 2^31;
    "1e-320", 1e-320;
    "i", 1i;
    "true", true;
    "\"\"", "";
    "\"abc\"", "abc";
    "char matrix", ["ab"; "cd"];
    "\"a nul\"", "a\0b";
    "{}", {};
    "{1}", {1};
    "{\"relu\"}", {"relu"};
    "struct ()", struct();
    "0x0 struct", struct("a", {});
    "1x2 struct", struct("kind", {"network", "pca"});
    "function handle", @sin;
    "containers.Map", containers.Map();
    "int8 (3)", int8(3);
    "uint8 matrix", uint8(200 * x);
    "sparse", sparse(x);
    "complex matrix", x + 1i;
    "logical matrix", x > 0.5;
    "row", x(1:12);
    "column", x(1:12)';
    "1-by-1 single", single(0.5);
    "transposed", x';
    "6-by-12", x;
    "one sample", x(:,1);
    "one feature", x(1,:);
    "constant", ones(6, 12);
    "zeros", zeros(6, 12);
    "one NaN in it", setfield({x}{1}, {5}, NaN);
    "one Inf in it", setfield({x}{1}, {5}, -Inf);
    "huge", 1e308 * x;
    "huge single", single(3e38 * x);
    "subnormal", 1e-310 * x;
    "negative", -x;
    "0-by-12", zeros(0, 12);
    "6-by-0", zeros(6, 0);
    "0-by-0-by-3", zeros(0, 0, 3);
    "3 dimensions", rand_like(2, 3, 12);
    "5 dimensions", rand_like(2, 3, 1, 2, 2);
    "range", 1:3;
    "int32 matrix", int32(100 * x)};
endfunction

function X = rand_like (varargin)
  n = prod ([varargin{:}]);
  X = reshape (mod ((1:n) * 7919, 1000) / 999, varargin{:});
endfunction
