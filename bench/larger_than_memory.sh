#!/bin/sh
# ae_pca, ae_encode and ae_fit on a file of several times the memory that the
# process may use: a memory cgroup holds it down (Linux, as root).
#   SAMPLES   784 bytes each, default 2,000,000 (1.6 GB; 6.3 GB as single)
#   LIMIT     megabytes for the process, its share of the page cache included, default 500
set -u
cd "$(dirname "$0")/.." || exit 1
limit=${LIMIT:-500}
group=/sys/fs/cgroup/memory
file=memory.limit_in_bytes
peak=memory.max_usage_in_bytes
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  group=/sys/fs/cgroup
  file=memory.max
  peak=memory.peak
fi
group=$group/autoencoder-$$
mkdir "$group" || { echo 'this needs root and a memory cgroup'; exit 1; }
samples=$(mktemp)
trap 'rm -f "$samples"; rmdir "$group"' EXIT
echo "$((limit * 1048576))" > "$group/$file" || exit 1
run="octave-cli --no-history --norc --path $PWD/inst --path $PWD/src --path $PWD/bench"
$run --eval "write_samples ('$samples', ${SAMPLES:-2000000})"
echo "== without a limit"
$run --eval "use_samples ('$samples')"
echo "== with $limit MB"
# What is in the page cache was charged to us, not to the group: out with it.
dd of="$samples" oflag=nocache conv=notrunc,fdatasync count=0 2> /dev/null
sh -c "echo \$\$ > $group/cgroup.procs; exec $run --eval \"use_samples ('$samples')\""
echo "most memory used: $(($(cat "$group/$peak" 2> /dev/null || echo 0) / 1048576)) MB"
