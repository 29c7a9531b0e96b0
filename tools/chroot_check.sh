#!/bin/sh
# chroot_check.sh TARBALL [SUITE ...]: the package in other releases of Debian
# (bullseye with Octave 6, trixie with 9, sid with the newest): each is made in a
# folder by debootstrap, tools/setup.sh installs what the package needs there, and
# tools/check_install.sh installs the tarball, without a warning, and runs pkg test.
# Packages come from where this machine's apt takes its own.  Needs root and
# debootstrap.  A release that cannot be had is told and does not count as passed.
#   CHROOTS   where the releases stand, and are kept (default src/build-chroot)
set -u
cd "$(dirname "$0")/.." || exit 1
tarball=$(realpath "$1")
shift
chroots=${CHROOTS:-$PWD/src/build-chroot}
passed=0
failed=0
skipped=0

say () { printf '%s\n' "chroot-check: $*"; }

# The archive that this machine's own release comes from.
mirror ()
{
  apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Created-By: Packages' 2> /dev/null \
    | sed -n 's/^Debian //p' | grep -v security | head -n 1
}

# make_release SUITE: the release in its folder, once; apt's settings and the
# names of hosts are those of this machine.
make_release ()
{
  root=$chroots/$1
  [ -e "$root/made" ] && return 0
  rm -rf "$root"
  mkdir -p "$root"
  debootstrap --variant=minbase "$1" "$root" "$(mirror)" || return 1
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  apt-config dump Acquire > "$root/etc/apt/apt.conf.d/80machine"
  touch "$root/made"
}

# inside SUITE COMMAND: with a /proc of its own, that goes when the command ends.
inside ()
{
  unshare --mount --pid --fork sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" sh -c "$1"' "$chroots/$1" \
    "export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8; $2"
}

check_release ()
{
  make_release "$1" || return 2
  rm -rf "$chroots/$1/package"
  mkdir -p "$chroots/$1/package/tools"
  cp tools/setup.sh tools/check_install.sh "$chroots/$1/package/tools/"
  cp "$tarball" "$chroots/$1/package/"
  inside "$1" 'cd /package && tools/setup.sh && command -v octave-cli' || return 2
  inside "$1" 'octave-cli --version | head -n 1; $(mkoctfile -p CC) --version | head -n 1' > "$chroots/$1/versions"
  inside "$1" "cd /package && tools/check_install.sh $(basename "$tarball")"
}

[ $# -gt 0 ] || set -- bullseye trixie sid
for suite in "$@"; do
  log=$chroots/$suite.log
  if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap > /dev/null; then
    skipped=$((skipped + 1))
    say "$suite: NOT RUN: it takes root and debootstrap"
    continue
  fi
  mkdir -p "$chroots"
  check_release "$suite" > "$log" 2>&1
  case $? in
    0) passed=$((passed + 1)); say "$suite: $(paste -sd ';' "$chroots/$suite/versions" | sed 's/;/, /g'): $(tail -n 1 "$log")" ;;
    2) skipped=$((skipped + 1)); say "$suite: NOT RUN: the release or its packages cannot be had, see $log" ;;
    *) failed=$((failed + 1)); say "$suite: FAILED, see $log"; tail -n 20 "$log" | sed 's/^/    /' ;;
  esac
done
echo "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ "$failed" -eq 0 ]
