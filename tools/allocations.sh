#!/bin/sh
# Each allocation of each function fails in turn (tests/faults/allocations.m).
# Linux with glibc.  Ends with "N passed, N failed".
#   EVERY   default 1: all; more: only each so-manieth of the MEX functions'
#           allocations (make check)
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkoctfile --mex -O2 -o "$work/fail_alloc.mex" tests/faults/fail_alloc.c || exit 1
rm -f tests/faults/fail_alloc.o
cd "$work" || exit 1
LD_PRELOAD=$work/fail_alloc.mex octave-cli --no-history --norc --no-init-file --eval "
  addpath ('$root/tests', '$root/tests/attack', '$root/tests/faults', '$work');
  package_path ();
  allocations (${EVERY:-1});" 2> "$work/err" || tail -n 5 "$work/err"
