## models = file_models ()
##
## Models for the tests of files, always the same bits: a PCA, and one with
## every kind of value that a model can hold.

function models = file_models ()
  p = struct ("kind", "pca", "input_size", [2 3 1], "mean", single ((1:6)' / 8), ...
              "components", single ([0.6 0; 0.8 0; 0 0.5; 0 0.5; 0 0.5; 0 -0.5]), ...
              "variances", single ([2; 1]), "explained", single ([0.5; 0.25]), ...
              "total_variance", single (4), "whiten", false, "n", 10);
  q = p;
  q.whiten = true;
  q.mean = double (q.mean) / 3;
  q.note = struct ("text", "a \"quoted\"\n\tline \\ \303\251", "nul", "x\0y", "empty", "", ...
                   "row", zeros (1, 0), ...
                   "column", zeros (0, 1), "none", [], "chars", ["ab"; "cd"], "nothing", struct ());
  q.note.numbers = {pi, -0, 1e-320, [1 2 3], (1:40) / 3, NaN, [Inf -Inf], ...
                    rand_like(2, 3, 4), realmax("single")};
  q.note.types = {true, [true false], int8([1 -2; 3 4]), uint64(intmax ("uint64")), ...
                  int64([intmin("int64") 5]), ...
                  uint16(1:30), single(0.1), single([]), int32(zeros (0, 3))};
  q.note.cells = {{}, cell(0, 3), {[]; 2}, {1, "a", {2}}, {[1 2], [3 4]}, {zeros(1, 0)}};
  q.note.structs = {struct("a", {1, 2; 3, {4}}), struct("a", {}, "b", {}), struct("a", {{}})};
  models = {p, q};
endfunction

function X = rand_like (varargin)
  n = prod ([varargin{:}]);
  X = reshape (mod ((1:n) * 7919, 1000) / 999, varargin{:});
endfunction
