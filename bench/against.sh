#!/bin/sh
# bench/against.sh TREE: the lecture's three nets here and in another built state of
# the package (git worktree add, make build), in turn: does anything get slower?
# Seconds of the processor for an epoch on one thread, so that what else the machine
# does matters little; medians over the turns, and the median of the turns' ratios.
#   TURNS    7
#   OPTIONS  further options of ae_fit, as Octave has them: OPTIONS="'Revive', false"
# The last line is "N passed, N failed": a ratio above 1.05 fails.
set -u
cd "$(dirname "$0")/.." || exit 1
[ -d "${1:-}/inst" ] && [ -e "$1/src/__ae_train__.mex" ] || { echo 'against.sh wants the folder of another state, built'; exit 2; }
other=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/epoch.m" << 'END'
1;
function out = mark (varargin)
  persistent at = [];
  if (nargin > 0)
    at(end+1) = cputime ();
    out = false;
  else
    out = at;
    at = [];
  endif
endfunction
addpath ([pwd "/src"], [pwd "/inst"]);
warning ("off", "all");
X = single (mod ((1:784)' * (1:12800) * 0.6180339887, 1));
I = reshape (X(:,1:3200), 28, 28, 1, []);
F = single (mod (I + 0.3 * cos (I * 1000), 1));
nets = {ae_dense(784, [100 20], "Seed", 1), {X}; ae_conv([28 28 1], [8 4 4], "Seed", 1), {I};
        ae_conv([28 28 1], [32 32], "Seed", 1), {F(:,:,:,1:640), I(:,:,:,1:640)}};
more = eval (["{" getenv("OPTIONS") "}"]);
for k = 1:3
  mark ();
  ae_fit (nets{k,1}, nets{k,2}{:}, "Epochs", 4, "Seed", 1, "Verbose", 0, "Threads", 1, more{:}, "Callback", @mark);
  printf ("%.4f ", diff (mark ()(1:4)) * [1; 1; 1] / 3);
endfor
printf ("\n");
END

# epochs FOLDER: three numbers
epochs () { (cd "$1" && OMP_NUM_THREADS=1 octave-cli --no-history --norc --no-init-file "$work/epoch.m" | tail -n 1); }

# Who comes first changes from turn to turn.
for turn in $(seq "${TURNS:-7}"); do
  if [ $((turn % 2)) -eq 1 ]; then
    theirs=$(epochs "$other") && ours=$(epochs .)
  else
    ours=$(epochs .) && theirs=$(epochs "$other")
  fi || exit 1
  echo "$ours $theirs"
done > "$work/turns"

# median COLUMN-EXPRESSION
median () { awk "{ print $1 }" "$work/turns" | sort -g | awk '{ x[NR] = $1 } END { print (x[int((NR + 1) / 2)] + x[int(NR / 2) + 1]) / 2 }'; }

passed=0 failed=0
k=0
for name in 'dense 784-100-20, 12,800 images' 'convolutional [8 4 4], 3,200 images' 'denoising [32 32], 640 images'; do
  k=$((k + 1))
  ratio=$(median "\$$k / \$$((k + 3))")
  printf '%-38s %.3f s an epoch, there %.3f s; ratio %.3f\n' "$name" "$(median "\$$k")" "$(median "\$$((k + 3))")" "$ratio"
  if awk "BEGIN { exit ! ($ratio <= 1.05) }"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
