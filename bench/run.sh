#!/bin/sh
# Every benchmark of this folder.  bench_*.m runs in Octave and puts PyTorch or
# scikit-learn beside ours through peer.py, turn by turn, where a Python has
# them; bench_*.c is built on the library of the core.  What they print is kept
# in bench/out, one file a benchmark.
#   ONLY     a pattern: only benchmarks whose name contains it
#   PYTHON   the Python to use
set -u
cd "$(dirname "$0")/.." || exit 1
export PYTHON="${PYTHON:-python3}"
out=bench/out
mkdir -p "$out"
octave-cli --no-history --norc --eval "addpath ('tests'); package_path ();
  [blas, product, isa, threads] = __ae_machine__ (0);
  printf ('BLAS: %s; products: %s; instructions: %s; threads: %d\n', blas, product, isa, threads)"

# run FILE command ...: shows and keeps what a benchmark prints
run ()
{
  file=$1
  shift
  echo "== $file"
  "$@" 2>&1 | tee "$out/$(basename "$file").txt"
}

# build FILE: a program in src/build/bench
build ()
{
  make -s -C src lib && mkdir -p src/build/bench \
    && cc -O2 -std=gnu11 -fopenmp -o src/build/bench/"$(basename "$1" .c)" "$1" src/build/libaecore.a \
       $(mkoctfile -p BLAS_LIBS) $(mkoctfile -p LAPACK_LIBS) -lm -ldl
}

for module in torch sklearn; do
  "$PYTHON" -c "import $module" 2> /dev/null || echo "there is no $PYTHON with $module: its column is left out"
done
for file in bench/bench_*.m bench/bench_*.c; do
  case $file in
    *"${ONLY:-}"*) ;;
    *) continue ;;
  esac
  case $file in
    *.m) run "$file" octave-cli --no-history --norc --path "$PWD/inst" --path "$PWD/src" "$file" ;;
    *.c) build "$file" && run "$file" src/build/bench/"$(basename "$file" .c)" ;;
  esac
done
