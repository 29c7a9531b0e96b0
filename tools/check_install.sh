#!/bin/sh
# check_install.sh TARBALL: pkg install, pkg load, pkg test and pkg uninstall in
# an Octave that has nothing else, in a folder that is removed afterwards.  Any
# warning is a failure.
set -eu
tarball=$(realpath "$1")
home=$(mktemp -d)
mkdir "$home/packages" # Octave 6 warns where it has to
trap 'rm -rf "$home"' EXIT
say ()
{
  echo "check-install: $*"
}

octave ()
{
  env -i HOME="$home" PATH="$PATH" LANG=C.UTF-8 TMPDIR="${TMPDIR:-/tmp}" ${AE_DATA:+AE_DATA="$AE_DATA"} \
    ${OPENBLAS_CORETYPE:+OPENBLAS_CORETYPE="$OPENBLAS_CORETYPE"} ${OPENBLAS_L2_SIZE:+OPENBLAS_L2_SIZE="$OPENBLAS_L2_SIZE"} \
    octave-cli --no-history --eval "
      pkg prefix '$home/packages' '$home/packages'; pkg local_list '$home/list';
      set (0, 'defaultfigurevisible', 'off');
      $1" < /dev/null
}

if ! octave "pkg install -local '$tarball'" > "$home/log" 2>&1 || grep -qiE 'warning|error' "$home/log"; then
  cat "$home/log"
  say 'pkg install failed or warned'
  exit 1
fi
if ! octave "pkg load autoencoder; pkg describe autoencoder; a = ae_split (ones (2, 4), 0.5); assert (size (a), [2 2]);
           assert (numel (ae_demo ()) > 5); assert (numel (ae_course ()), 8);
           assert (! isempty (strfind (fileread (fullfile (fileparts (which ('ae_fit')), 'PKG_ADD')), 'autoencoder.qch')))" \
     > "$home/log" 2>&1 || grep -qiE '^warning|^error' "$home/log"; then
  cat "$home/log"
  say 'pkg load failed or warned'
  exit 1
fi
say 'pkg install and pkg load: no warning; pkg test runs ...'
octave "cd ('$home'); pkg load autoencoder; pkg test autoencoder" > "$home/log" 2>&1 || true
passed=$(sed -n 's/^ *PASS *\([0-9]*\).*/\1/p' "$home/log" | tail -n 1)
failed=$(sed -n 's/^ *FAIL *\([0-9]*\).*/\1/p' "$home/log" | tail -n 1)
if [ "${passed:-0}" -eq 0 ] || [ "${failed:-1}" -ne 0 ]; then
  tail -n 200 "$home/log"
  [ -e "$home/fntests.log" ] && tail -n 200 "$home/fntests.log"
  say "pkg test: ${passed:-0} passed, ${failed:-?} failed"
  exit 1
fi
octave "pkg uninstall autoencoder" > "$home/log" 2>&1 || { cat "$home/log"; exit 1; }
say "pkg test: $passed passed, none failed; pkg uninstall: done"
