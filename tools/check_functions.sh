#!/bin/sh
# What every public function and every layer must come with: help, an example,
# tests, a line in INDEX; a textbook reference for each layer.
set -u
cd "$(dirname "$0")/.." || exit 1
. tools/rules.sh

# Newer than Octave 6.1, the oldest that DESCRIPTION allows.
too_new='startsWith|endsWith|jsonencode|jsondecode|rng|uniquetol|columns_norm|isuniform|tensorprod|pagectranspose|pagetranspose|clim|isenv|ismembertol|memory|sinpi|cospi|turbo'

# What people call: functions, methods of the classes, the helpers that
# ae_matlab puts on the path; not what has underscores around its name.
functions ()
{
  ls inst/*.m inst/@*/*.m inst/matlab/*.m 2> /dev/null | grep -v '/__'
}

# The indented names of INDEX, one a line.
indexed ()
{
  sed -n 's/^ \+//p' INDEX | tr -s ' ' '\n' | grep . | sort
}

without ()
{
  functions | xargs -r grep -LE -e "$1"
}

not_in_index ()
{
  functions | grep -v '^inst/matlab/' | sed 's|^inst/||; s|\.m$||' | sort > "$work/here"
  indexed > "$work/listed"
  comm -23 "$work/here" "$work/listed" | sed 's/$/ is not in INDEX/'
  comm -13 "$work/here" "$work/listed" | sed 's/$/ is in INDEX but not in inst/'
  uniq -d "$work/listed" | sed 's/$/ stands twice in INDEX/'
}

# Tests in inst are installed with the package; what lies beside it is not.
tests_that_lean_out ()
{
  names=$(ls tests/reference/*.m 2> /dev/null | sed 's|.*/||; s|\.m$||' | paste -sd '|' -)
  grep -nE "^%!.*(\.\./|\btests/${names:+|\\b($names) *\(})" inst/*.m inst/@*/*.m inst/matlab/*.m
}

gateways_without_caller ()
{
  ls src/mex/__ae_*__.c 2> /dev/null | sed 's|.*/||; s|\.c$||' | sort > "$work/gateways"
  grep -rohE '__ae_[a-z0-9_]+__' inst --include='*.m' | sort -u > "$work/called"
  grep -rohE '__ae_[a-z0-9_]+__' tests --include='*.m' --include='*.tst' | sort -u > "$work/tested"
  sort -u "$work/called" "$work/tested" | comm -23 "$work/gateways" - | sed 's/$/ is called by nothing/'
  comm -13 "$work/gateways" "$work/called" | sed 's/$/ is called but is no gateway/'
}

# A row of the table of layers is AE (layer_NAME) in src/core/layers.  Rows that
# only pass their input on need no textbook version.
layers_without_witness ()
{
  for file in src/core/layers/*.c; do
    [ -e "$file" ] || continue
    sed -n 's/^const AE (layer_type) AE (layer_\([a-z0-9_]*\)).*/\1/p' "$file" | while read -r name; do
      [ "$name" = input ] && continue
      [ "$name" = flatten ] || [ "$name" = reshape ] || ls tests/reference/*"$name"*.m > /dev/null 2>&1 || echo "$file: no tests/reference/*$name*.m"
      grep -qsE "^%!.*\"$name\"" inst/*.m tests/*.tst || echo "$file: no %! test builds a layer \"$name\""
    done
  done
}

untidy ()
{
  find . -type f '(' -name '*.[mch]' -o -name '*.tst' -o -name '*.sh' ')' ! -path './.git/*' | sort > "$work/sources"
  xargs grep -nE '[[:space:]]+$' /dev/null < "$work/sources" | head -n 20
  xargs grep -nP '\t' /dev/null < "$work/sources" | grep -v 'Makefile' | head -n 20
}

plots_without_demo ()
{
  functions | grep -E 'ae_(plot_|pca|fit|tsne|compare|conv2d_forward|score|code_sizes)' | xargs -r grep -L '^%!demo'
}

without_package ()
{
  functions | xargs -r grep -nE '^## @deftypefnx? ' /dev/null | grep -v '@deftypefnx\? *{autoencoder} '
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rule 'every public function has texinfo help' without '^## -\*- texinfo -\*-'
rule 'every help text names the package: @deftypefn {autoencoder}' without_package
rule 'every help text has an example' without '^## @example'
rule 'every plot has a demo' plots_without_demo
rule 'every help text says what to see also' without '^## @seealso'
rule 'every public function has tests' without '^%!(test|assert|error|fail)'
rule 'every public function names its licence' without '^## SPDX-License-Identifier: GPL-3.0-or-later'
rule 'INDEX lists exactly the public functions' not_in_index
rule 'tests in inst need nothing outside of the package' tests_that_lean_out
rule 'every gateway is called, every called gateway is there' gateways_without_caller
rule 'every layer has a reference and a test' layers_without_witness
rule 'nothing newer than Octave 6.1' grep -nE "^[^#%]*(\\b($too_new) *\(|\binputParser\b|^classdef\b)" -r inst --include='*.m'
rule 'no tabs, no blanks at the end of a line' untidy
rules_end
