#!/bin/sh
# Every benchmark of this folder: bench_*.m in Octave, then bench_*.py in a
# Python that has PyTorch (bench_sklearn*.py: scikit-learn), if there is one.
# What they print is kept in bench/out, one file a benchmark.
#   ONLY     a pattern: only benchmarks whose name contains it
#   PYTHON   the Python to use
set -u
cd "$(dirname "$0")/.." || exit 1
PYTHON=${PYTHON:-python3}
out=bench/out
mkdir -p "$out"
tools/check_blas.sh

# run FILE command ...: shows and keeps what a benchmark prints
run ()
{
  file=$1
  shift
  echo "== $file"
  "$@" 2>&1 | tee "$out/$(basename "$file").txt"
}

has_module ()
{
  command -v "$PYTHON" > /dev/null && "$PYTHON" -c "import $1" 2> /dev/null
}

for file in bench/bench_*.m bench/bench_*.py; do
  [ -e "$file" ] || continue
  case $file in
    *"${ONLY:-}"*) ;;
    *) continue ;;
  esac
  case $file in
    *.m)
      run "$file" octave-cli --no-history --norc --path "$PWD/inst" --path "$PWD/src" "$file"
      continue ;;
    *sklearn*) module=sklearn ;;
    *) module=torch ;;
  esac
  if has_module "$module"; then
    run "$file" "$PYTHON" "$file"
  else
    echo "== $file: left out, there is no $PYTHON with $module"
  fi
done
