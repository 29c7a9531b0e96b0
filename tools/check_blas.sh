#!/bin/sh
# One line of warning when Octave runs on the slow reference BLAS.
blas=$(octave-cli --no-history --norc --eval 'printf ("%s", version ("-blas"))' 2> /dev/null)
case $blas in
  *reference* | *unknown* | '')
    echo "warning: Octave runs on the slow reference BLAS (10 to 30 times slower here):" \
         "install OpenBLAS, on Debian libopenblas0-pthread" >&2 ;;
esac
