#!/bin/sh
# The C tests under ThreadSanitizer, in src/build-tsan: on the crew of plain
# threads (core/base/crew_pthreads.c), since gcc's OpenMP is not instrumented
# and would be all false alarms.  Ends with "N passed, N failed".
#   ONLY   a pattern: only tests whose name contains it
set -u
cd "$(dirname "$0")/.." || exit 1
JOBS=${JOBS:-$(nproc)}
flags='-O1 -g -fno-omit-frame-pointer -fsanitize=thread'
make -s -C src -j"$JOBS" BUILD=build-tsan OPENMP= CFLAGS="$flags" LDFLAGS=-fsanitize=thread lib || exit 1
make -s -C tests/c -j"$JOBS" BUILD=../../src/build-tsan OPENMP= CFLAGS="$flags" LDFLAGS=-fsanitize=thread all || exit 1
# More threads than processors, so that they meet.
AE_OVERSUBSCRIBE=1
TSAN_OPTIONS="halt_on_error=1 exitcode=66 ${TSAN_OPTIONS:-}"
export AE_OVERSUBSCRIBE TSAN_OPTIONS
passed=0 failed=0
for program in src/build-tsan/tests/test_*; do
  [ -x "$program" ] || continue
  case $program in *${ONLY:-}*) ;; *) continue ;; esac
  if timeout 1800 "$program" > "$program.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "${program##*/} ended with status $? (66: a race); see $program.log"
    grep -m 1 -A 12 'WARNING: ThreadSanitizer' "$program.log" || tail -n 3 "$program.log"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
