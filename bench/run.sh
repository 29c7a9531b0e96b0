#!/bin/sh
# make bench: bench.m (side by side with other packages), then the rates of the
# kernels (bench_kernels.c) beside the machine's own sgemm.
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
  echo '## Kernels beside sgemm'
  echo
  echo '```'
  src/build/bench/bench_kernels
  echo '```'
} | tee -a bench/RESULTS.md
