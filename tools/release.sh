#!/bin/sh
# release.sh TARBALL: the tarball of dist.sh, with URL and MAINTAINER (from the
# environment) in its DESCRIPTION when they are given, its SHA-256, and the
# entry for the index of Octave packages.  Same commit, same arguments, same
# bytes.
set -eu
cd "$(dirname "$0")/.."
tarball=$1
folder=${tarball%.tar.gz}
URL=${URL:-}
MAINTAINER=${MAINTAINER:-}
case $MAINTAINER in
  '' | *?' <'?*@?*'>') ;;
  *) echo "release: MAINTAINER must read 'Name <name@place>', got $MAINTAINER" >&2; exit 1 ;;
esac
tools/dist.sh "$tarball" > /dev/null

# The tarball again with more fields: sorted, with the commit's time, owned by root.
fill_in ()
{
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  tar -xzf "$tarball" -C "$work"
  description=$work/$folder/DESCRIPTION
  [ -z "$MAINTAINER" ] || sed -i "s|^Maintainer: .*|Maintainer: $MAINTAINER|" "$description"
  [ -z "$URL" ] || printf 'Url: %s\nTracker: %s/issues\n' "$URL" "$URL" >> "$description"
  tar --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rw,go+r,go-w --format=ustar \
    --mtime="@$(git log -1 --format=%ct)" -C "$work" -cf - "$folder" | gzip -9 -n > "$tarball"
}
[ -z "$URL$MAINTAINER" ] || fill_in

field ()
{
  sed -n "s/^$1: *//p" DESCRIPTION
}
sum=$(sha256sum "$tarball" | cut -d ' ' -f 1)
name=${MAINTAINER%% <*}
contact=${MAINTAINER#*<}
cat << EOF
# $tarball
# SHA-256: $sum
# packages/autoencoder.yaml in the index of Octave packages:
---
layout: "package"
permalink: "autoencoder/"
description: >-
$(awk '/^Description: /{sub (/^Description: */, ""); print "  " $0; more = 1; next} more && /^ /{print " " $0; next} {more = 0}' DESCRIPTION)
icon: "${URL:-.}/raw/main/packaging/icon.png"
links:
- icon: "far fa-copyright"
  label: "$(field License)"
  url: "${URL:-.}/blob/main/COPYING"
- icon: "fas fa-rss"
  label: "news"
  url: "${URL:-.}/blob/main/NEWS"
- icon: "fas fa-code-branch"
  label: "repository"
  url: "${URL:-.}"
- icon: "fas fa-book"
  label: "package documentation"
  url: "${URL:-.}/blob/main/README.md"
- icon: "fas fa-bug"
  label: "report a problem"
  url: "${URL:-.}/issues"
maintainers:
- name: "${name:-$(field Maintainer)}"
  contact: "${contact%>}"
versions:
- id: "$(field Version)"
  date: "$(field Date)"
  sha256: "$sum"
  url: "${URL:-.}/releases/download/v$(field Version)/$tarball"
  depends:
  - "$(field Depends)"
  - "pkg"
---
EOF
[ -n "$URL" ] && [ -n "$MAINTAINER" ] \
  || echo "release: the index wants URL and MAINTAINER as well: make release URL=... MAINTAINER='Name <name@place>'" >&2
