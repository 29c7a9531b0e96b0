#!/bin/sh
# dist.sh TARBALL: the committed package as a tarball for pkg install.  The
# same commit gives the same bytes: names sorted, times those of the commit,
# owner root.  What is left out is listed in .gitattributes.
set -eu
cd "$(dirname "$0")/.."
tarball=$1
if ! git rev-parse --verify -q HEAD > /dev/null; then
  echo 'make dist packs what is committed: it needs git and a clone of the repository' >&2
  exit 1
fi

# What make doc made goes along, for doc in the installed package.
manual=
if [ -e doc/build/autoencoder.info ]; then
  name=${tarball%.tar.gz}
  manual="--prefix=$name/doc/ --add-file=doc/build/autoencoder.info"
  [ ! -e doc/build/autoencoder.qch ] || manual="$manual --add-file=doc/build/autoencoder.qch"
  manual="$manual --prefix=$name/doc/html/"
  for page in doc/build/html/*; do
    manual="$manual --add-file=$page"
  done
fi

[ -z "$(git status --porcelain --untracked-files=no)" ] \
  || echo 'make dist packs the last commit; your changes since then are not in it' >&2
# shellcheck disable=SC2086
git -c tar.umask=0022 -c core.autocrlf=false archive --format=tar $manual --prefix="${tarball%.tar.gz}/" HEAD \
  | gzip -9 -n > "$tarball.part"
mv "$tarball.part" "$tarball"
sha256sum "$tarball"
