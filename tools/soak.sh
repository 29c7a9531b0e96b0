#!/bin/sh
# Everything that computes, again and again in one Octave: the memory must not
# grow.  Ends with "N passed, N failed".
#   MINUTES  how long (default 60)
set -u
cd "$(dirname "$0")/.." || exit 1
octave-cli --no-history --norc --no-init-file --eval "
  addpath ([pwd '/tests'], [pwd '/tests/attack']);
  package_path ();
  soak (60 * ${MINUTES:-60});"
