#!/bin/sh
# make bench: bench.m (side by side with other packages), then the rates of the
# kernels (bench_kernels.c) beside the machine's own sgemm and memory, then what an
# epoch costs (bench_cost.m; BENCH_SHORT leaves it out).
set -u
cd "$(dirname "$0")/.." || exit 1
# For ours too; OpenMP reads it before Octave can set it.
OMP_NUM_THREADS=${BENCH_THREADS:-2}
export OMP_NUM_THREADS
octave-cli --no-history --norc --path "$PWD/inst" --path "$PWD/src" bench/bench.m || exit 1
[ -z "${BENCH_ONLY:-}" ] || exit 0
make -s -C src lib && mkdir -p src/build/bench || exit 1
# shellcheck disable=SC2046
cc -O2 -std=gnu11 -fopenmp -Wno-unknown-pragmas -o src/build/bench/bench_kernels bench/bench_kernels.c src/build/libaecore.a \
  $(mkoctfile -p BLAS_LIBS) $(mkoctfile -p LAPACK_LIBS) -lm -ldl -lpthread || exit 1
{
  echo
  echo '## Kernels beside sgemm and the memory'
  echo
  echo '```'
  src/build/bench/bench_kernels src/build/bench/roofline.csv
  echo '```'
  echo
  echo '![roofline of the kernels](roofline.png)'
} | tee -a bench/RESULTS.md
ROOFLINE=src/build/bench/roofline.csv octave-cli --no-history --norc bench/bench_roofline.m
[ -n "${BENCH_SHORT:-}" ] || octave-cli --no-history --norc --path "$PWD/inst" --path "$PWD/src" bench/bench_cost.m
