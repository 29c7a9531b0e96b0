#!/bin/sh
# The tests with gcov's counters in the C code (src/build-cov), then how many
# of the lines of src/core and src/mex were reached, file by file.  A line
# that is compiled several times counts as reached when any copy is.
#   ONLY   as in check.sh: only files whose path contains it
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-$(nproc)}
flags='-O1 -g --coverage -fprofile-update=atomic'
make -s -C src -j"$JOBS" BUILD=build-cov MEXDIR=build-cov/mexfiles/ CFLAGS="$flags" LDFLAGS=--coverage all
make -s -C tests/c -j"$JOBS" BUILD=../../src/build-cov CFLAGS="$flags" all
find src/build-cov -name '*.gcda' -delete
AE_MEX=$PWD/src/build-cov/mexfiles BUILD=src/build-cov SKIP_RULES=1 tools/check.sh || echo 'coverage: some tests failed'

out=src/build-cov/report
mkdir -p "$out"
cd src
# One object at a time: two objects of one source would overwrite each other.
find build-cov -name '*.gcda' ! -path '*/tests/*' | while read -r data; do
  gcov --stdout --object-directory "$(dirname "$data")" "$data" 2> /dev/null
done > ../"$out"/lines
cd ..
awk -F: '
  $3 == "Source" { file = $4; next }
  file !~ /^(\.\/)?(core|mex)\// { next }
  {
    count = $1
    gsub (/[ *]/, "", count)
    if (count == "-" || $2 + 0 == 0)
      next
    key = file ":" ($2 + 0)
    if (! (key in seen)) { seen[key] = 1; total[file]++ }
    if (count !~ /^[#=]/ && ! (key in reached)) { reached[key] = 1; hit[file]++ }
  }
  END {
    for (file in total) {
      printf "%-40s %5d of %5d lines  %5.1f %%\n", file, hit[file], total[file], 100 * hit[file] / total[file]
      all += total[file]; got += hit[file]
    }
    if (all)
      printf "~%-39s %5d of %5d lines  %5.1f %%\n", "all of src/core and src/mex", got, all, 100 * got / all
    for (key in seen)
      if (! (key in reached))
        print key > "'"$out"'/missed"
  }' "$out/lines" | sort | sed 's/^~//'
[ ! -e "$out/missed" ] || sort -t: -k1,1 -k2,2n -o "$out/missed" "$out/missed"
echo "lines that no test reaches: $out/missed"
