#!/bin/sh
# Every test there is, each file in a process of its own (a crash costs one
# file), as many at a time as there are processors.  Ends with one line
# "N passed, N failed[, N skipped]"; exit status 1 when one failed or none ran.
#   BUILD   folder of the objects and C tests (default src/build)
#   JOBS    how many at a time
#   ONLY    a pattern: only files whose path contains it
#   SKIP_RULES=1   leave out the rules of the house, the wrong calls and the examples
#   TEST_PRELOAD   libraries that Octave loads first (the sanitizers)
set -u
cd "$(dirname "$0")/.." || exit 1
BUILD=${BUILD:-src/build}
export BUILD
# More threads than processors, so that results are compared between them.
AE_OVERSUBSCRIBE=1
export AE_OVERSUBSCRIBE
JOBS=${JOBS:-$(nproc 2> /dev/null || echo 2)}
# Of the wrong calls of tools/attack.sh a sample, the same each time.
SAMPLE=${SAMPLE:-2000}
# Of the allocations of tools/allocations.sh each so-manieth fails.
EVERY=${EVERY:-23}
# How long tools/soak.sh goes on.
MINUTES=${MINUTES:-0.1}
export SAMPLE EVERY MINUTES
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
: > "$work/counts"

if [ -z "${ONLY:-}${SKIP_RULES:-}" ]; then
  for script in tools/attack.sh tools/allocations.sh tools/soak.sh tools/check_layers.sh tools/check_functions.sh; do
    echo "script $script"
  done
fi > "$work/jobs"
for program in "$BUILD"/tests/test_*; do
  [ -x "$program" ] && echo "c $program"
done >> "$work/jobs"
# The longest first, so that the last minutes are shared.
grep -l '^%!' tests/*.tst inst/*.m inst/@*/*.m inst/matlab/*.m 2> /dev/null | LC_ALL=C xargs -r wc -c | grep -v ' total$' | sort -rn \
  | awk '{ print "tests", $2 }' >> "$work/jobs"
[ -n "${SKIP_RULES:-}" ] || for file in inst/*.m inst/@*/*.m inst/matlab/*.m; do
  grep -q '@example' "$file" && echo "examples $(echo "$file" | sed 's|^inst/||; s|[.]m$||')"
done >> "$work/jobs"
if [ -n "${ONLY:-}" ]; then
  grep -e "$ONLY" "$work/jobs" > "$work/some"
  mv "$work/some" "$work/jobs"
fi
xargs -r -P "$JOBS" -L 1 tools/test_one.sh "$work" < "$work/jobs"

# A small run needs no list.
if [ "$(wc -l < "$work/jobs")" -gt 20 ]; then
  echo 'The slowest ten, in seconds:'
  sort -rn "$work/times" | head -n 10 | sed 's/^/  /'
fi
awk '{ passed += $1; failed += $3; skipped += $5 }
  END {
    printf "%d passed, %d failed", passed, failed
    if (skipped) printf ", %d skipped", skipped
    printf "\n"
    exit (failed > 0 || passed == 0)
  }' "$work/counts"
