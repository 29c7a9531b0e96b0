#!/bin/sh
# portability.sh [STEP ...]: builds and tests with other compilers, for other
# systems and processors, with every BLAS of Debian.  Without a STEP: all.
#   clang        the MEX files by clang, and the whole suite (ONLY as in check.sh)
#   pthreads     gcc without OpenMP, C tests and the engine's
#   windows      every object by mingw-w64, and the C tests under wine
#   arm64 armhf s390x i386 riscv64    the C core, and its tests (i386: here; else under qemu)
#   warnings     gcc -Wall -Wextra -Wconversion
#   analyzer     gcc -fanalyzer
#   cppcheck
#   german       the suite in a locale of other words and a decimal comma (ONLY), part of it in "C"
#   mounts       pkg install on file systems that are read-only or mounted noexec
#   debian       the Debian package by dh-octave, which runs the tests
#   blas         the same training with every BLAS; one with 64-bit integers is refused
# What a step needs is a Debian package (named when it is missing); libraries of
# other processors and other BLASes are downloaded and unpacked beside the build,
# nothing is installed.  A step that cannot run says so and does not count as
# passed.  The last line counts the steps.
set -u
cd "$(dirname "$0")/.." || exit 1
top=$PWD
work=$top/src/build-port
JOBS=${JOBS:-$(nproc 2> /dev/null || echo 2)}
mkdir -p "$work"
passed=0
failed=0
skipped=0

say () { printf '%s\n' "$*"; }

# have PROGRAM PACKAGE: is it there?  Else the step is not run.
have ()
{
  command -v "$1" > /dev/null 2>&1 || [ -x "$1" ] && return 0
  reason="$1 is missing (Debian package $2)"
  return 1
}

# step NAME FUNCTION: 0 passed, 2 cannot run ($reason says why), else failed.
step ()
{
  name=$1
  shift
  reason=
  "$@" > "$work/$name.log" 2>&1
  case $? in
    0) passed=$((passed + 1)); say "$name: passed$(summary)" ;;
    2) skipped=$((skipped + 1)); say "$name: NOT RUN: $reason" ;;
    *) failed=$((failed + 1)); say "$name: FAILED, see $work/$name.log"; tail -n 15 "$work/$name.log" | sed 's/^/    /' ;;
  esac
}

# What the log's lines that start with "* " say.
summary ()
{
  sed -n 's/^\* /; /p' "$work/$name.log" | tr -d '\n'
}

# run_c_tests FOLDER COMMAND...: every C test of FOLDER, each by COMMAND, all of
# them within LIMIT seconds (a quiet machine needs 3 minutes under qemu).
run_c_tests ()
{
  folder=$1
  shift
  count=0
  end=$(($(date +%s) + ${LIMIT:-1800}))
  for program in "$folder"/test_*; do
    case $program in *.d | *.dll | *.log) continue ;; esac
    begun=$(date +%s)
    [ "$begun" -lt "$end" ] || { say "${LIMIT:-1800} seconds are over before $(basename "$program")"; return 1; }
    last=$(timeout $((end - begun)) "$@" "$program" 2>&1 | tee "$folder/out.log" | tr -d '\r' | tail -n 1)
    say "$(basename "$program"): $last, $(($(date +%s) - begun)) s"
    case $last in
      *' passed, 0 failed'*) count=$((count + ${last%% *})) ;;
      *) cat "$folder/out.log"; return 1 ;;
    esac
  done
  say "* $count C tests"
  [ "$count" -gt 0 ]
}

with_clang ()
{
  have clang clang || return 2
  CC=clang make -s -C src -j"$JOBS" BUILD=build-port/clang MEXDIR=build-port/clang/mexfiles/ all || return 1
  CC=clang make -s -C tests/c -j"$JOBS" BUILD=../../src/build-port/clang all || return 1
  ! grep -q 'warning:' "$work/clang.log" || return 1
  AE_MEX=$work/clang/mexfiles BUILD=src/build-port/clang SKIP_RULES=1 tools/check.sh > "$work/suite" 2>&1
  status=$?
  cat "$work/suite"
  say "* $(tail -n 1 "$work/suite")"
  return $status
}

without_openmp ()
{
  make -s -C src -j"$JOBS" OPENMP= BUILD=build-port/pthreads MEXDIR=build-port/pthreads/mexfiles/ all || return 1
  make -s -C tests/c -j"$JOBS" OPENMP= BUILD=../../src/build-port/pthreads all || return 1
  run_c_tests "$work/pthreads/tests" env || return 1
  AE_MEX=$work/pthreads/mexfiles BUILD=src/build-port/pthreads SKIP_RULES=1 ONLY='engine.tst\|inst/ae_fit.m' \
    tools/check.sh > "$work/suite" 2>&1
  status=$?
  cat "$work/suite"
  say "* $(tail -n 1 "$work/suite")"
  return $status
}

# Every object, MEX gateways as well; MPI's are for POSIX systems.
all_objects ()
{
  gateways=$(cd src && ls mex/*.c | sed 's|mex/\(.*\)\.c|\1|')
  targets=
  for g in $gateways; do
    case $g in
      mpi | __ae_mpi__) ;;
      main | gateway) targets="$targets $1/mex/$g.o" ;;
      *) targets="$targets $1/mex/s/$g.o $1/mex/d/$g.o" ;;
    esac
  done
  say "$targets"
}

# OpenBLAS for Windows comes from a Python wheel, under names of its own.
on_windows ()
{
  have x86_64-w64-mingw32-gcc-posix gcc-mingw-w64-x86-64-posix || return 2
  cross='CC=x86_64-w64-mingw32-gcc-posix AR=x86_64-w64-mingw32-ar BUILD=build-port/windows'
  names=
  for f in sgemm dgemm dsyevr sgesdd dgesdd ssyrk dsyrk; do names="$names -D${f}_=scipy_${f}_"; done
  # shellcheck disable=SC2046,SC2086
  make -s -C src -j"$JOBS" $cross CFLAGS="-O2 $names" lib $(all_objects build-port/windows) > "$work/windows.make" 2>&1 \
    || { cat "$work/windows.make"; return 1; }
  cat "$work/windows.make"
  ! grep -q 'warning:' "$work/windows.make" || return 1
  say "* $(find "$work/windows" -name '*.o' | wc -l) objects without a warning"
  wine=/usr/lib/wine/wine64
  have "$wine" wine64 || return 2
  if [ ! -e "$work/wheel/scipy_openblas32" ]; then
    mkdir -p "$work/wheel"
    (cd "$work/wheel" && pip download -q --platform win_amd64 --no-deps --only-binary :all: scipy-openblas32 \
       && unzip -qo ./*.whl) || { reason='pip cannot download scipy-openblas32, the OpenBLAS for the tests'; return 2; }
  fi
  lib=$work/wheel/scipy_openblas32/lib
  # shellcheck disable=SC2086
  make -s -C tests/c -j"$JOBS" ${cross%build-port*}../../src/build-port/windows CFLAGS="-O2 $names" \
    BLAS_LIBS="$lib/libscipy_openblas.lib" LDFLAGS=-static all || return 1
  cp "$lib"/*.dll "$work/windows/tests/"
  WINEDEBUG=-all WINEPREFIX=$work/wine run_c_tests "$work/windows/tests" "$wine"
}

# foreign ARCH: libblas, liblapack and what they need for another processor, in
# $work/ARCH/root, by the package sources of this machine.
foreign ()
{
  root=$work/$1/root
  [ -e "$root/done" ] && return 0
  mkdir -p "$root" "$work/$1/apt/lists/partial" "$work/$1/apt/archives/partial"
  : > "$work/$1/apt/status"
  apt="apt-get -q -o Dir::State=$work/$1/apt -o Dir::State::status=$work/$1/apt/status -o Dir::Cache=$work/$1/apt
    -o APT::Architecture=$1 -o APT::Architectures=$1 -o APT::Sandbox::User=root"
  # shellcheck disable=SC2086
  (cd "$root" && { $apt update; $apt download libblas3 liblapack3 libgfortran5; } && for f in ./*.deb; do dpkg -x "$f" .; done \
     && ls ./*.deb && touch done)
}

# on_processor DEBIAN GNU QEMU PACKAGE; QEMU may be "native".
on_processor ()
{
  have "$2-gcc" "gcc-$4" || return 2
  [ "$3" = native ] || have "$3" qemu-user || return 2
  if foreign "$1"; then
    libs="$(find "$work/$1/root" -name 'libblas.so.3' | head -n 1) $(find "$work/$1/root" -name 'liblapack.so.3' | head -n 1)"
    path=$(find "$work/$1/root" -name '*.so*' -printf '%h\n' | sort -u | paste -sd :)
    link="-Wl,-rpath-link,$path"
  elif [ "$1" = riscv64 ]; then
    say '* Debian 12 has no BLAS for it: without the tests that need LAPACK'
    libs=
    path=
    link=-Wl,--unresolved-symbols=ignore-all
  else
    reason="apt cannot download libblas3 and liblapack3 of $1"
    return 2
  fi
  make -s -C src -j"$JOBS" CC="$2-gcc" AR="$2-ar" BUILD=build-port/"$1" CFLAGS=-O2 lib || return 1
  make -s -C tests/c -j"$JOBS" CC="$2-gcc" AR="$2-ar" BUILD=../../src/build-port/"$1" CFLAGS=-O2 BLAS_LIBS="$libs" \
    LDFLAGS="$link" all || return 1
  [ -n "$path" ] || rm -f "$work/$1"/tests/test_pca_? "$work/$1"/tests/test_covariance_?
  case $1 in armhf | s390x)
    say '* without the test of mapped files: qemu 7.2 hands bus errors on with a wrong address'
    rm -f "$work/$1"/tests/test_mapping ;;
  esac
  if [ "$3" = native ]; then
    run_c_tests "$work/$1/tests" "/usr/$2/lib/ld-linux.so.2" --library-path "$path:/usr/$2/lib"
  else
    run_c_tests "$work/$1/tests" "$3" -L "/usr/$2" -E "LD_LIBRARY_PATH=$path:/usr/$2/lib"
  fi
}

# Objects with more warnings, none of which may come.
with_warnings ()
{
  make -s -k -C src -j"$JOBS" BUILD=build-port/warnings CFLAGS='-O2 -Wconversion -Wno-sign-conversion' lib 2>&1 \
    | tee "$work/warnings.make"
  say "* $(grep -c 'warning:' "$work/warnings.make") findings"
  ! grep -q 'warning:\|error:' "$work/warnings.make"
}

# Without "omp simd": the analyzer takes the sums that the compiler makes of such a
# loop for memory that nobody has set (gcc 12, four times, in simd/elementwise.c).
with_analyzer ()
{
  {
    make -s -k -C src -j"$JOBS" BUILD=build-port/analyzer OPENMP= THREADS=-pthread CFLAGS='-O1 -fanalyzer' lib
    make -s -C src BUILD=build-port/analyzer-openmp CFLAGS='-O1 -fanalyzer' build-port/analyzer-openmp/base/crew_openmp.o
  } 2>&1 | tee "$work/analyzer.make"
  say "* $(grep -c 'warning:' "$work/analyzer.make") findings"
  ! grep -q 'warning:\|error:' "$work/analyzer.make"
}

with_cppcheck ()
{
  have cppcheck cppcheck || return 2
  # invalidPointerCast: a memo is bytes of a block aligned to 64, used for one type.
  # Findings about one line are suppressed there, with the reason.
  cppcheck --quiet --inline-suppr --enable=warning,portability --std=c11 --error-exitcode=1 -D__x86_64__ \
    --suppress=missingInclude --suppress=unknownMacro --suppress=invalidPointerCast -i src/core/base/windows.c -j "$JOBS" src/core
}

# The locale is made beside the build; its words are in Debian's libc-l10n.  The
# whole suite with German words and a decimal comma; then what reads, writes and
# prints in the locale "C", which knows no UTF-8.
in_german ()
{
  have localedef libc-bin || return 2
  localedef -i de_DE -f UTF-8 "$work/locale.part" && rm -rf "$work/locale" && mkdir "$work/locale" \
    && mv "$work/locale.part" "$work/locale/de_DE.UTF-8" || { reason='the locale de_DE cannot be made (Debian package locales)'; return 2; }
  LOCPATH=$work/locale LC_ALL=de_DE.UTF-8 ls /nonexistent 2>&1 | grep -q Verzeichnis \
    || { reason='there are no German messages (Debian package libc-l10n)'; return 2; }
  LOCPATH=$work/locale LC_ALL=de_DE.UTF-8 LANGUAGE=de suite_in 'in German' || return 1
  (ONLY=${ONLY:-"test_[bfjm]\|files\|export\|tables\|fit[.]tst\|source\|hostile\|matlab\|course\|machine\|ae_load\|ae_save\|ae_fit\|ae_demo"}
   export ONLY LANG=C LC_ALL=C
   suite_in 'in the locale C')
}

# suite_in WORDS: the suite, and its last line with those words.
suite_in ()
{
  SKIP_RULES=1 tools/check.sh > "$work/suite.german"
  status=$?
  cat "$work/suite.german"
  say "* $(tail -n 1 "$work/suite.german") $1"
  return $status
}

# install_on OPTIONS: what pkg install says when the packages' folder is a file
# system with those mount options.
install_on ()
{
  rm -rf "$work/mounts"
  mkdir -p "$work/mounts/there"
  git archive --prefix=package/ HEAD | gzip > "$work/mounts/package.tar.gz"
  unshare --mount sh -c "mount -t tmpfs -o $1 none '$work/mounts/there' && HOME='$work/mounts' octave-cli --norc --no-history --eval \"
    pkg prefix '$work/mounts/there' '$work/mounts/there'; pkg local_list '$work/mounts/list';
    pkg install '$work/mounts/package.tar.gz'\" 2>&1" | tee "$work/mounts/said"
}

on_mounts ()
{
  unshare --mount mount -t tmpfs none /mnt 2> /dev/null || { reason='mounting takes root'; return 2; }
  install_on ro
  grep -q "error: autoencoder: pkg cannot write to $work/mounts/there: " "$work/mounts/said" || return 1
  say '* read-only: said in words'
  install_on noexec
  grep -q "error: autoencoder: its compiled functions do not load from $work/mounts/there/" "$work/mounts/said" || return 1
  say '* noexec: said in words'
}

# The committed package with packaging/debian, and a changelog for this one build.
debian_package ()
{
  have dh_octave_check dh-octave || return 2
  have dpkg-buildpackage dpkg-dev || return 2
  folder=$work/debian/autoencoder
  rm -rf "$work/debian"
  mkdir -p "$folder"
  git archive HEAD | tar -x -C "$folder"
  cp -r packaging/debian "$folder/debian"
  version=$(sed -n 's/^Version: *//p' DESCRIPTION)
  printf 'octave-autoencoder (%s-1) unstable; urgency=medium\n\n  * A build that is not released.\n\n -- %s <none@localhost>  %s\n' \
    "$version" 'Nobody' "$(date -R)" > "$folder/debian/changelog"
  git archive --prefix="octave-autoencoder-$version/" HEAD | gzip -n > "$work/debian/octave-autoencoder_$version.orig.tar.gz"
  (cd "$folder" && dpkg-buildpackage -us -uc) || return 1
  ls "$work/debian"/octave-autoencoder_*.deb || return 1
  sum=$(sed -n 's/^Summary: *//p' "$work/debian.log" | tail -n 1)
  say "* $sum"
  # "1390 tests, 1390 passed, 0 known failures, 0 skipped"
  echo "$sum" | awk '{ exit ! ($1 > 0 && $3 + $8 >= $1) }'
}

# train BLAS: who computes products, and losses of four trainings, in an Octave
# whose libraries are those of LD_LIBRARY_PATH.
train ()
{
  octave-cli --no-history --norc --no-init-file --eval "addpath tests; package_path ();
    [blas, product] = __ae_machine__ (0); X = reshape (single (mod ((1:200*2000) * 0.6180339887, 1)), 200, 2000);
    net = ae_dense (200, [60 10], 'Activation', 'tanh', 'OutputActivation', 'sigmoid', 'Seed', 1);
    for k = 1:4, [~, h] = ae_fit (net, X, 'Epochs', 3, 'Verbose', 0, 'Seed', 1); l(k) = h.loss(end); s(k) = min (h.seconds); end
    p = ae_pca (double (X), 5); W = cumsum (sin ((1:600)' * (1:600))); tic; ae_pca (W, 20); wide = toc;
    printf ('%d %.9f %.9f %.4f %.2f %s\n', numel (unique (l)), l(1), p.variances(1), min (s), wide, product);" 2> /dev/null | tail -n 1
}

# warned FUNCTION: which warning the call ends with, of the BLAS or none.
warned ()
{
  octave-cli --no-history --norc --no-init-file --eval "addpath tests; package_path ();
    W = cumsum (sin ((1:600)' * (1:600))); f = struct ('ae_pca', @() ae_pca (W, 20), 'ae_tsne', @() ae_tsne (W, 'MaxIter', 2, 'Verbose', 0));
    lastwarn ('', ''); f.$1 (); [~, id] = lastwarn (); puts (id);" 2> /dev/null | tail -n 1
}

# The reference BLAS, with OpenBLAS loaded beside it for something else: who is
# asked to multiply?
with_two_blases ()
{
  cat > "$work/blas/beside.c" << 'EOF'
#include "ae.h"
#include <dlfcn.h>
#include <stdio.h>

int
main (int argc, char **argv)
{
  int beside = argc == 2 && dlopen (argv[1], RTLD_NOW | RTLD_GLOBAL) && dlsym (RTLD_DEFAULT, "openblas_get_config");

  printf ("%d %d %s\n", beside, ae_blas_usable (), ae_blas_name ());
  return 0;
}
EOF
  gcc -fopenmp -Isrc/core -o "$work/blas/beside" "$work/blas/beside.c" src/build/libaecore.a \
    -Wl,--no-as-needed "$1/libblas.so.3" -llapack -lm -ldl || return 1
  said=$(LD_LIBRARY_PATH=$1:/usr/lib/x86_64-linux-gnu/lapack "$work/blas/beside" "$2")
  say "beside: $said"
  case $said in "1 0 $1/"*) say '* OpenBLAS beside another BLAS is not asked' ;; *) return 1 ;; esac
}

with_each_blas ()
{
  have octave-cli octave || return 2
  folder=$work/blas
  mkdir -p "$folder"
  want=
  for package in libopenblas0-pthread libopenblas0-openmp libopenblas0-serial libblas3 libblis4-pthread libblis4-openmp \
                 libblis4-serial libatlas3-base; do
    [ -d "$folder/$package" ] || (cd "$folder" && apt-get -q download $package && dpkg -x $package*.deb $package) \
      || { say "* $package cannot be downloaded"; continue; }
    path=$(find "$folder/$package" -name '*.so.*' -printf '%h\n' | sort -u | paste -sd :)
    case $path in */liblapack* | *openblas* | */atlas*) ;; *) path=$path:/usr/lib/x86_64-linux-gnu/lapack ;; esac
    got=$(LD_LIBRARY_PATH=$path train)
    say "$package: distinct losses, loss, variance, seconds: an epoch, PCA of 600-by-600; products by: $got"
    say "* ${package}: $(echo "$got" | awk '{ print $4 " s an epoch (" $6 "), PCA " $5 " s" }')"
    numbers=$(echo "$got" | awk '$1 == 1 { printf "%.5f %.5f", $2, $3 }')
    [ -n "$want" ] || want=$numbers
    case $package in libopenblas0-pthread | libopenblas0-openmp) who=blas ;; *) who=own ;; esac
    [ "${got##* }" = $who ] || { say "expected products by $who"; return 1; }
    [ -n "$numbers" ] && [ "$numbers" = "$want" ] || { say "expected the numbers $want from one loss of four trainings"; return 1; }
    for f in ae_pca ae_tsne; do
      case $package in libopenblas*) id= ;; *) id=autoencoder:$f:blas ;; esac
      [ "$(LD_LIBRARY_PATH=$path warned $f)" = "$id" ] || { say "expected the warning '$id' of $f"; return 1; }
    done
  done
  [ -n "$want" ] || { reason='no BLAS could be downloaded'; return 2; }
  say '* ae_pca and ae_tsne warn of every BLAS but the OpenBLASes'
  with_two_blases "$folder/libblas3/usr/lib/x86_64-linux-gnu/blas" \
    "$folder/libopenblas0-pthread/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0" || return 1
  wide=$folder/wide
  if [ ! -e "$wide/libblas.so.3" ]; then
    mkdir -p "$wide"
    (cd "$wide" && apt-get -q download libopenblas64-0-pthread && dpkg -x ./*.deb . && find . -name '*.so*' -exec mv {} . \; \
       && ln -s libblas64.so.3 libblas.so.3) || { say '* libopenblas64-0-pthread cannot be downloaded'; return 0; }
  fi
  LD_LIBRARY_PATH=$wide octave-cli --no-history --norc --eval "addpath tests; package_path ();
    try, __ae_machine__ (0); catch e, disp (e.message); end" 2>&1 | tee "$work/wide"
  say '* 64-bit integers are refused'
  grep -q '64-bit integers (ILP64)' "$work/wide"
}

[ $# -gt 0 ] || set -- clang pthreads windows arm64 armhf s390x i386 riscv64 warnings analyzer cppcheck german mounts debian blas
for s in "$@"; do
  case $s in
    clang) step clang with_clang ;;
    pthreads) step pthreads without_openmp ;;
    windows) step windows on_windows ;;
    arm64) step arm64 on_processor arm64 aarch64-linux-gnu qemu-aarch64 aarch64-linux-gnu ;;
    armhf) step armhf on_processor armhf arm-linux-gnueabihf qemu-arm arm-linux-gnueabihf ;;
    s390x) step s390x on_processor s390x s390x-linux-gnu qemu-s390x s390x-linux-gnu ;;
    # An x86-64 runs it itself; qemu-i386 7.2 loses %gs when a signal comes to one of several threads.
    i386) step i386 on_processor i386 i686-linux-gnu native i686-linux-gnu ;;
    riscv64) step riscv64 on_processor riscv64 riscv64-linux-gnu qemu-riscv64 riscv64-linux-gnu ;;
    warnings) step warnings with_warnings ;;
    analyzer) step analyzer with_analyzer ;;
    cppcheck) step cppcheck with_cppcheck ;;
    german) step german in_german ;;
    mounts) step mounts on_mounts ;;
    debian) step debian debian_package ;;
    blas) step blas with_each_blas ;;
    *) say "there is no step $s"; exit 2 ;;
  esac
done
say "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ "$failed" -eq 0 ]
