#!/bin/sh
# The manual in doc/build: html/ (a page a chapter, with search), autoencoder.info,
# and where the tools for them are, autoencoder.pdf (TeX) and autoencoder.qch (the
# help of Octave's window, qhelpgenerator).
set -eu
cd "$(dirname "$0")/.."
build=doc/build
say ()
{
  echo "doc: $*"
}

rm -rf "$build"
if ! command -v makeinfo > /dev/null; then
  say 'no makeinfo (package texinfo): there will be no manual' >&2
  exit 0
fi
mkdir -p "$build/html"
say 'collecting the help of all functions ...'
octave-cli --no-history --norc --eval "addpath ('tools'); manual (pwd (), '$build')"
version=$(sed -n 's/^Version: *//p' DESCRIPTION)
sed "s/@VERSION@/$version/" doc/autoencoder.texi > "$build/autoencoder.texi"
paths="-I $build -I doc -I doc/figures"

say 'HTML and Info ...'
cp doc/figures/*.png doc/manual.css doc/search.html "$build/html"
# shellcheck disable=SC2086
makeinfo --html --split=chapter --css-ref=manual.css $paths -o "$build/html" \
  -c 'AFTER_BODY_OPEN=<form class="search" action="search.html"><input name="q" aria-label="words to search for"><button>Search</button></form>' \
  "$build/autoencoder.texi"
# shellcheck disable=SC2086
makeinfo --no-split $paths -o "$build/autoencoder.info" "$build/autoencoder.texi"
octave-cli --no-history --norc --eval "addpath ('tools'); manual_pages ('$build/html')"

# Debian keeps it where no PATH looks.
qhelp=$(command -v qhelpgenerator || ls /usr/lib/qt*/bin/qhelpgenerator /usr/lib/qt6/libexec/qhelpgenerator 2> /dev/null | head -n 1 || true)
if [ -n "$qhelp" ]; then
  say "help for Octave's window ..."
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2> /dev/null || echo 0)
  export SOURCE_DATE_EPOCH
  QT_QPA_PLATFORM=offscreen "$qhelp" "$build/html/autoencoder.qhp" -o "$build/autoencoder.qch" > "$build/qhelp.log" 2>&1 \
    || cat "$build/qhelp.log"
else
  say 'no qhelpgenerator: autoencoder.qch is left out'
fi
if command -v texi2pdf > /dev/null && command -v pdftex > /dev/null; then
  say 'PDF ...'
  mkdir -p "$build/tex/sources"
  for file in doc/*.texi "$build"/*.texi; do # lines of code that fit a page
    sed 's/^@\(end \)\?example$/@\1smallexample/' "$file" > "$build/tex/sources/$(basename "$file")"
  done
  (texi2pdf --quiet --batch --build=clean --build-dir="$build/tex" -I "$build/tex/sources" -I doc/figures \
    -o "$build/autoencoder.pdf" "$build/tex/sources/autoencoder.texi" > "$build/tex.log" 2>&1) || { tail -n 20 "$build/tex.log"; say 'TeX failed: no PDF'; }
else
  say 'no TeX: autoencoder.pdf is left out'
fi
ls -d "$build"/html/index.html "$build"/autoencoder.???*
