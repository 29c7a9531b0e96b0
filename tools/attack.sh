#!/bin/sh
# Calls every public function with values that nobody should hand to it: about
# 86,000 calls, made from INDEX and from the forms in the help texts (see
# tests/attack).  A crash, a hang of more than 10 seconds, an error that is not
# the function's own or does not name an argument, and a NaN that comes without
# a word are failures.  Ends with "N passed, N failed".
#   SAMPLE   make about so many of the calls only
#   PART     "2/8": the second of eight parts
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
octave="octave-cli --no-history --norc --no-init-file"
[ -n "${TEST_PRELOAD:-}" ] && octave="env LD_PRELOAD=$TEST_PRELOAD $octave"
# A call that wants all memory must fail, not take the machine with it.  (The
# sanitizers' shadow needs the whole address space.)
[ -n "${TEST_PRELOAD:-}" ] || ulimit -v "${ATTACK_MEMORY:-12000000}"

part=${PART:-1/1}
passed=0 failed=0 start=${part%/*}
# After a crash or a hang it goes on behind the call that the log names last.
while :; do
  cd "$work" || exit 1
  timeout "${ATTACK_TIMEOUT:-5400}" $octave --eval "
    addpath ('$root/tests', '$root/tests/attack');
    package_path ();
    attack_main ($start, '$work/log', ${SAMPLE:-Inf}, ${part%/*}, ${part#*/})" > "$work/out" 2> "$work/err"
  status=$?
  cd "$root" || exit 1
  grep -a -v '^TOTAL' "$work/out"
  line=$(grep -a '^TOTAL' "$work/out")
  if [ -n "$line" ]; then
    set -- $line
    passed=$((passed + $2)) failed=$((failed + $3))
    break
  fi
  failed=$((failed + 1))
  last=$(tail -n 1 "$work/log" 2> /dev/null)
  echo "Octave ended with status $status (124: too slow) in the call: ${last:-a MEX function: $(tail -n 1 "$work/log.gateways")}"
  grep -a "^error: " "$work/err" | head -n 3
  [ -n "$last" ] && [ "$status" -ne 124 ] && [ "$failed" -lt 20 ] || break
  start=$((${last%% *} + 1))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
