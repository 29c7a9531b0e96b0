#!/bin/sh
# Fuzzing: clang's libFuzzer on the readers that are written in C, with the
# address and undefined-behaviour sanitizers; then damaged model files by the
# thousand through ae_load, and small files of every kind cut at every length
# and with every byte changed.  Ends with "N passed, N failed".
#   SECONDS_EACH  for each target (default 600)
#   MODELS        how many damaged models (default 20000)
#   STEP          only each so-manieth change of the small files (default 1)
set -u
cd "$(dirname "$0")/.." || exit 1
seconds=${SECONDS_EACH:-600}
out=src/build-fuzz
passed=0 failed=0
mkdir -p "$out"

for file in tests/fuzz/fuzz_*.c; do
  name=$(basename "$file" .c)
  seeds=tests/fuzz/${name#fuzz_}
  if ! clang -g -O1 -std=gnu11 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -o "$out/$name" \
      "$file" src/core/base/json.c src/core/base/error.c 2> "$out/$name.log"; then
    echo "$name cannot be built: clang with its runtime is needed (Debian: clang, libclang-rt-14-dev)"
    tail -n 3 "$out/$name.log"
    failed=$((failed + 1))
    continue
  fi
  mkdir -p "$out/corpus-$name"
  if (cd "$out" && "./$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -print_final_stats=1 \
      "corpus-$name" "../../$seeds") > "$out/$name.log" 2>&1; then
    passed=$((passed + 1))
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log") inputs, nothing found"
  else
    failed=$((failed + 1))
    echo "$name FAILED, see $out/$name.log"
    grep -m 3 -E 'ERROR|runtime error|Test unit written' "$out/$name.log"
  fi
done

models=${MODELS:-20000}
if octave-cli --no-history --norc --no-init-file --eval "
    addpath ([pwd '/tests']); package_path ();
    counts = fuzz_load ($models)
    counts = fuzz_bytes (${STEP:-1})"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
