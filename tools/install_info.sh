#!/bin/sh
# The manual for `info autoencoder`: for everybody when run as root, else for you
# (info finds ~/.local/share/info when ~/.local/bin is in the PATH).
set -eu
cd "$(dirname "$0")/.."
[ -e doc/build/autoencoder.info ] || exit 0
if [ "$(id -u)" -eq 0 ]; then
  folder=/usr/local/share/info
else
  folder=$HOME/.local/share/info
fi
mkdir -p "$folder"
cp doc/build/autoencoder.info "$folder"
! command -v install-info > /dev/null || install-info --quiet "$folder/autoencoder.info" "$folder/dir"
echo "info autoencoder: $folder"
