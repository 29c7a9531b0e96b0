#!/bin/sh
# Makes sure that everything `make demo` and `make check` need is installed.
# Installs what is missing on Debian and its kin, as root or through sudo;
# elsewhere it only looks whether Octave and its compiler are there.
# Fast when nothing is missing: apt is then not called at all.
set -u

# What the package cannot do without, and what the pictures, the data and the
# help need.  a|b: one of them is enough, the first is installed.
packages='octave octave-dev|liboctave-dev gcc make
libopenblas0-pthread|libopenblas0-openmp|libopenblas0-serial|libopenblas-base
dataset-fashion-mnist gnuplot-nox fonts-freefont-otf ghostscript texinfo octave-doctest'

say ()
{
  printf 'setup: %s\n' "$*" >&2
}

installed ()
{
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

missing_packages ()
{
  for choice in $packages; do
    for name in $(printf '%s' "$choice" | tr '|' ' '); do
      installed "$name" && continue 2
    done
    to_install "$choice"
  done
}

# The first of the choice that this release of Debian has.
to_install ()
{
  for name in $(printf '%s' "$1" | tr '|' ' '); do
    apt-cache show "$name" > /dev/null 2>&1 || continue
    printf '%s ' "$name"
    return
  done
  printf '%s ' "${1%%|*}"
}

# Prints the command that makes us root, or fails.
root_command ()
{
  if [ "$(id -u)" -eq 0 ]; then
    echo env
  elif command -v sudo > /dev/null && { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
    echo sudo
  else
    return 1
  fi
}

# Installs the packages, all at once or, when that fails, one by one; names
# those that could not be had.
install_packages ()
{
  as_root=$(root_command) || { say "$* is missing, and there is neither root nor sudo to install it"; return 1; }
  say "installing $*"
  log=$(mktemp)
  # The lists may be old or absent; a failing update may still do.
  $as_root apt-get update > "$log" 2>&1
  apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends"
  failed=
  if ! $apt "$@" >> "$log" 2>&1; then
    for name in "$@"; do
      $apt "$name" >> "$log" 2>&1 || failed="$failed $name"
    done
    reason=$(grep '^E: ' "$log" | tail -n 1)
  fi
  rm -f "$log"
  [ -z "$failed" ] && return 0
  say "apt-get could not install$failed (is there a network? it says: ${reason#E: })"
  return 1
}

# A missing picture or data package is a pity; without these nothing works.
required_programs ()
{
  for program in octave-cli mkoctfile "$(mkoctfile -p CC 2> /dev/null | cut -d ' ' -f 1)"; do
    command -v "${program:-gcc}" > /dev/null && continue
    say "${program:-gcc} is missing: install GNU Octave 6.1 or newer with its development files and a C compiler"
    return 1
  done
  version=$(mkoctfile -p VERSION 2> /dev/null)
  case $version in
    [0-5].*) say "Octave $version is too old, 6.1 or newer is needed"; return 1 ;;
  esac
}

if command -v dpkg-query > /dev/null && command -v apt-get > /dev/null; then
  missing=$(missing_packages)
  if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install_packages $missing || degraded=$missing
  fi
fi
required_programs || exit 1
[ -z "${degraded:-}" ] || say "going on without $degraded"
