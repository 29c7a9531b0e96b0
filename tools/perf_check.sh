#!/bin/sh
# make perf-check: how many instructions each kernel takes for a fixed piece of
# work (bench/perf_kernels.c under valgrind's callgrind), baseline instruction
# set, against bench/instructions.txt.  More than 15 % above it is a failure.
#   make perf-check UPDATE=1   writes the counts down instead
# The counts depend on the compiler: the file names the one that made it, and
# with another one the check only reports.
set -u
cd "$(dirname "$0")/.." || exit 1
counts=bench/instructions.txt
program=src/build/bench/perf_kernels
limit=15
command -v valgrind > /dev/null || { echo 'perf-check needs valgrind: apt-get install valgrind'; exit 1; }
make -s -C src lib && mkdir -p src/build/bench || exit 1
cc=$(mkoctfile -p CC)
compiler=$($cc -dumpfullversion -dumpversion) || exit 1
machine=$($cc -dumpmachine)
# shellcheck disable=SC2046,SC2086
$cc -O2 -std=gnu11 -fopenmp -Wno-unknown-pragmas -o $program bench/perf_kernels.c src/build/libaecore.a \
  $(mkoctfile -p BLAS_LIBS) $(mkoctfile -p LAPACK_LIBS) -lm -ldl -lpthread || exit 1

# count NAME: the instructions of that piece of work
count ()
{
  AE_ISA=baseline OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 OPENBLAS_CORETYPE=Haswell valgrind --tool=callgrind \
    --toggle-collect=measured --callgrind-out-file=/dev/null $program "$1" 2>&1 | sed -n 's/.*Collected : *//p'
}

if [ -n "${UPDATE:-}" ]; then
  {
    echo "# Instructions of bench/perf_kernels.c, written by make perf-check UPDATE=1"
    echo "compiler gcc-$compiler-$machine"
    for name in $($program); do
      echo "$name $(count "$name")"
    done
  } > $counts
  cat $counts
  exit 0
fi

strict=1
if ! grep -q "^compiler gcc-$compiler-$machine$" $counts; then
  strict=0
  echo "the counts were written with $(sed -n 's/^compiler //p' $counts), this is gcc-$compiler-$machine: no failures"
fi
passed=0
failed=0
for name in $($program); do
  now=$(count "$name")
  was=$(sed -n "s/^$name //p" $counts)
  verdict=$(awk -v now="${now:-0}" -v was="${was:-0}" -v limit=$limit 'BEGIN {
    if (now < 1 || was < 1) { print "FAILED (no count)"; exit }
    change = 100 * (now / was - 1)
    word = ""
    if (change > limit) word = "FAILED"
    if (change < -limit) word = "(UPDATE=1 keeps the gain)"
    printf "%+.1f %% %s", change, word }')
  printf '%-16s %12s   %s\n' "$name" "${now:-none}" "$verdict"
  case $verdict in *FAILED* | '') failed=$((failed + 1)) ;; *) passed=$((passed + 1)) ;; esac
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] || [ $strict -eq 0 ]
