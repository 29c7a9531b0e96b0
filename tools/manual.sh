#!/bin/sh
# The manual, doc/build/autoencoder.html and .info: doc/autoencoder.texi with a
# chapter for each group of INDEX, made of the functions' own help.
set -eu
cd "$(dirname "$0")/.."
mkdir -p doc/build
octave-cli --no-history --norc --eval "addpath ('tools'); manual (pwd (), 'doc/build/functions.texi')"
version=$(sed -n 's/^Version: *//p' DESCRIPTION)
sed "s/@VERSION@/$version/" doc/autoencoder.texi > doc/build/autoencoder.texi
for format in html info; do
  # A link to a neighbour in a table needs no menu entry: only errors count.
  makeinfo --$format --no-split -I doc/build -o doc/build/autoencoder.$format doc/build/autoencoder.texi
done
ls -l doc/build/autoencoder.html doc/build/autoencoder.info
