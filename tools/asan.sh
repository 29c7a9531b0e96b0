#!/bin/sh
# The tests under AddressSanitizer and UndefinedBehaviorSanitizer: MEX files and
# C tests are built into src/build-asan, Octave runs with the sanitizers'
# libraries loaded first.  Leaks are not looked for: Octave keeps much until
# its end; the C tests count the core's own blocks.
#   ONLY   as in check.sh: only files whose path contains it
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-$(nproc)}
cc=$(mkoctfile -p CC)
flags='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined'
make -s -C src -j"$JOBS" BUILD=build-asan MEXDIR=build-asan/mexfiles/ CFLAGS="$flags" \
  LDFLAGS='-fsanitize=address,undefined' all
make -s -C tests/c -j"$JOBS" BUILD=../../src/build-asan CFLAGS="$flags" all
AE_MEX=$PWD/src/build-asan/mexfiles
TEST_PRELOAD="$($cc -print-file-name=libasan.so):$($cc -print-file-name=libubsan.so)"
ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:handle_segv=1
UBSAN_OPTIONS=print_stacktrace=1
TEST_TIMEOUT=${TEST_TIMEOUT:-1800}
export AE_MEX TEST_PRELOAD ASAN_OPTIONS UBSAN_OPTIONS TEST_TIMEOUT
BUILD=src/build-asan SKIP_RULES=1 tools/check.sh
