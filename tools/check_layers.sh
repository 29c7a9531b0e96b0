#!/bin/sh
# The house rule, checked on the calls of Octave's functions, on includes and on
# the symbols of the object files:
#
#   inst -> mex -> train -> network -> layers, loss, optimizer -> simd -> base
#
# Calls and includes go downward only.  Run it after a build.
# BUILD names the folder of the objects (default: src/build).
set -u
cd "$(dirname "$0")/.." || exit 1
. tools/rules.sh
BUILD=${BUILD:-src/build}

# Storeys by path, for awk; sources, headers and objects alike.  Whatever
# stands directly in core without being named here is a neighbour of layers.
# noise.h, grids.h and embed.h declare what base and simd implement.
storeys='
function storey (path)
{
  if (path ~ /(^|\/)mex\//) return 5
  if (path ~ /\/(train|step(_link)?)\.[cho]$/) return 4
  if (path ~ /\/network[a-z_]*\.[cho]$/) return 3
  if (path ~ /\/base\// || path ~ /\/(ae|noise|grids|embed)\.h$/) return 0
  if (path ~ /\/simd\// || path ~ /\/(baseline|avx2|avx512)\//) return 1
  return 2
}'

core_files ()
{
  find src/core -name '*.[ch]' | sort
}

objects ()
{
  find "$BUILD" -name '*.o' ! -path '*/mex/*' | sort
}

upward_includes ()
{
  find src -name '*.[ch]' | sort | xargs grep -n '^#include "' | awk -F: "$storeys"'
    {
      target = $3
      sub (/^#include "/, "", target)
      sub (/".*/, "", target)
      folder = $1
      sub (/[^\/]*$/, "", folder)
      path = folder target
      while (sub (/[^\/]+\/\.\.\//, "", path))
        ;
      if (storey (path) > storey ($1))
        print $1 ":" $2 ": includes " target ", which stands above it"
    }'
}

# nm -A prints "file:address type name", or "file: U name".
upward_calls ()
{
  # shellcheck disable=SC2046
  nm -A $(objects) | awk "$storeys"'
    {
      split ($1, part, ":")
      file = part[1]
      type = $(NF - 1)
      if (type == "U")
        wanted[file, $NF] = file
      else if (type ~ /[TDRBVW]/)
        home[$NF] = file
    }
    END {
      for (key in wanted) {
        split (key, part, SUBSEP)
        if (part[2] in home && storey (home[part[2]]) > storey (wanted[key]))
          print wanted[key] " calls " part[2] ", which stands above it in " home[part[2]]
      }
    }' | sort
}

# No output, no end of the process and no allocation but through base/memory.c (which asks posix.c or windows.c).
forbidden_calls ()
{
  # shellcheck disable=SC2046
  nm -A -u $(objects) | awk '
    $NF ~ /^(__)?(printf|puts|putchar|vprintf|perror|stdout|stderr|exit|_exit|abort|system)(_chk)?$/ { print $1, $NF }
    $NF ~ /^(malloc|calloc|realloc|reallocarray|aligned_alloc|posix_memalign|free|strdup|asprintf)$/ \
      && $1 !~ /base\/(posix|windows)\.o/ { print $1, $NF }'
}

mex_in_core ()
{
  grep -rnE '#include.*(mex\.h|mat\.h|octave)' src --include='*.[ch]' --exclude-dir='build*' | grep -v '^src/mex/'
}

flags_outside_simd ()
{
  make -s -n -B -C src BUILD=no-such-build lib 2> /dev/null | grep -E -e '-m(avx|sse|fma|arch|tune|cpu|fpu)' \
    | grep -v 'core/simd/' | head -n 3
  rmdir src/no-such-build 2> /dev/null || rm -rf src/no-such-build
  core_files | grep -v '/simd/' | xargs grep -nE 'immintrin|arm_neon|target *\("|pragma GCC target'
  grep -rn 'march=native' --include=Makefile --include='*.[ch]' --include='*.sh' --exclude-dir='build*' src tests Makefile | grep -v '#'
}

# What several public functions share calls none of them.  These are whole tasks
# of their own that draw, embed or build with what people call, or that try
# people's solutions beside it.
whole_tasks='compare_pictures|fit_record|net_build|course_[a-z_0-9]*'

upward_in_inst ()
{
  public=$(ls inst/ae_*.m | sed 's|.*/||; s|\.m$||' | paste -sd '|' -)
  for file in inst/private/*.m; do
    echo "$file" | grep -qE "/($whole_tasks)\.m$" && continue
    sed 's/^ *##.*//; s/^%!.*//; s/"[^"]*"//g; s/ #.*//' "$file" | grep -nE "(^|[^_a-z0-9])($public) *\(" | sed "s|^|$file:|"
  done
}

whole_names ()
{
  core_files | xargs grep -nE '^#include "[^"]*\.c"' /dev/null
}

if [ -z "$(objects)" ]; then
  echo "no object files in $BUILD: run make build first"
  exit 1
fi
rule 'private functions call no public ones' upward_in_inst
rule 'includes go downward only' upward_includes
rule 'calls go downward only' upward_calls
rule 'the core does not print, end the process or allocate past ae_malloc' forbidden_calls
rule 'only src/mex includes mex.h' mex_in_core
rule 'only src/core/simd is compiled for an instruction set' flags_outside_simd
rule 'no source includes another source' whole_names
rules_end
