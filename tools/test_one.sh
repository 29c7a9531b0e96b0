#!/bin/sh
# test_one.sh FOLDER KIND NAME: runs one test program, prints what it has to
# say but for its last line, and adds that line to FOLDER/counts.  A program
# that crashes, hangs or says nothing counts as one failed test.
#   KIND  c (a program), script (a shell script), tests (a file with %! tests),
#         examples (a function's help)
folder=$1
kind=$2
name=$3
label=$(basename "$name")
log=$(mktemp "$folder/log.XXXXXX")
octave='octave-cli --no-history --norc --no-init-file --eval'
[ -n "${TEST_PRELOAD:-}" ] && octave="env LD_PRELOAD=$TEST_PRELOAD $octave"
limit=${TEST_TIMEOUT:-900}
# Several tests run at a time: threads that wait must not spin.
OMP_WAIT_POLICY=passive
export OMP_WAIT_POLICY

begun=$(date +%s)
case $kind in
  c | script) timeout "$limit" "$name" > "$log" 2>&1 ;;
  tests) timeout "$limit" $octave "addpath ([pwd '/tests']); run_tests ('$name')" > "$log" 2> "$log.err" ;;
  examples) timeout "$limit" $octave "addpath ([pwd '/tests']); run_examples ('$name')" > "$log" 2> "$log.err" ;;
esac
status=$?
echo "$(($(date +%s) - begun)) $label" >> "$folder/times"

last=$(tail -n 1 "$log")
case $last in
  [0-9]*' passed, '[0-9]*' failed'*)
    echo "$last" >> "$folder/counts"
    sed '$d' "$log" > "$log.text"
    failed=$(echo "$last" | sed 's/.* passed, \([0-9]*\) failed.*/\1/')
    case $kind in
      c | script) printf '%-36s %4s passed\n' "$label" "${last%% *}" >> "$log.text" ;;
    esac
    ;;
  *)
    echo '0 passed, 1 failed' >> "$folder/counts"
    failed=1
    cp "$log" "$log.text"
    echo "$label ($kind) FAILED: it ended early with status $status (124: more than $limit s)" >> "$log.text"
    ;;
esac
[ "$failed" -gt 0 ] && [ -s "$log.err" ] && cat "$log.err" >> "$log.text"
cat "$log.text"
rm -f "$log" "$log.err" "$log.text"
exit 0
