#!/bin/sh
# What too many threads and company cost: the lecture's dense net on 6,000
# images, the best of REPEATS (3).  Against the default:
#   OMP_NUM_THREADS=8 and "Threads", 64      at most 1.2 times as long
#   two trainings at once                    at most 1.5 times as long as two
#                                            at once with one thread each
# For a quiet machine.  Ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/train.m" << 'END'
addpath ([getenv("ROOT") "/tests"]);
package_path ();
warning ("off", "all");
X = single (mod ((1:784)' * (1:6000) * 0.6180339887, 1));
net = ae_dense (784, [100 20], "Seed", 1);
threads = str2double (getenv ("WITH"));
options = {"Epochs", 4, "Verbose", 0, "Seed", 1};
if (threads > 0)
  options = [options, {"Threads", threads}];
endif
ae_fit (net, X, options{:}, "Epochs", 1);
[~, h] = ae_fit (net, X, options{:});
printf ("%g\n", sum (h.seconds));
END
ROOT=$PWD
export ROOT

# train THREADS: the seconds of one training
train () { WITH=$1 octave-cli --no-history --norc --no-init-file "$work/train.m"; }

# best COMMAND ...: the least of what it prints, over the repeats
best () {
  for i in $(seq "${REPEATS:-3}"); do "$@"; done | sort -g | head -n 1
}

# The longer of two at once
two () {
  train "$1" > "$work/a" & train "$1" > "$work/b"
  wait
  cat "$work/a" "$work/b" | sort -g | tail -n 1
}

eight () { OMP_NUM_THREADS=8 train 0; }

passed=0 failed=0
# judge LABEL TIME AGAINST MOST
judge () {
  if awk "BEGIN { r = $2 / $3; printf \"%-48s %6.2f s, %5.2f times %.2f s (at most %g)\\n\", \"$1\", $2, r, $3, $4; exit ! (r <= $4) }"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
}

base=$(best train 0)
judge 'OMP_NUM_THREADS=8' "$(best eight)" "$base" 1.2
judge 'Threads 64' "$(best train 64)" "$base" 1.2
judge 'two at once, default threads' "$(best two 0)" "$(best two 1)" 1.5
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
