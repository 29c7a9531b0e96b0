#!/bin/sh
# The table of functions in README.md, from INDEX without the methods of classes:
# prints the rows, or with --write puts them into README.md.
set -eu
cd "$(dirname "$0")/.."
rows ()
{
  sed 1d INDEX | awk '
    function flush () { if (group) print "| " group " | " list " |" }
    /^[^ ]/ { flush (); list = ""; group = /^[A-Z][A-Z]/ ? $0 : tolower (substr ($0, 1, 1)) substr ($0, 2); next }
    { for (i = 1; i <= NF; i++) if ($i !~ /^@/) list = list (list ? ", " : "") "`" $i "`" }
    END { flush () }'
}
if [ "${1:-}" = --write ]; then
  new=$(mktemp)
  rows > "$new.rows"
  awk -v rows="$new.rows" '
    /^\| for \| functions \|/ { print; getline; print; while ((getline line < rows) > 0) print line; skip = 1; next }
    skip && /^(\||@TABLE@)/ { next }
    { skip = 0; print }' README.md > "$new"
  cat "$new" > README.md
  rm -f "$new" "$new.rows"
else
  rows
fi
