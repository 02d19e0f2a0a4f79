#!/bin/sh
# Installs Node and jco, which the benchmarks compare with. Needs npm and its registry. Does nothing
# if they are there already.
set -eu
cd "$(dirname "$0")/.."
tests/install-node.sh
if [ ! -d target/jco/node_modules/@bytecodealliance/jco ]; then
  mkdir -p target/jco
  npm install --prefix target/jco --no-save --ignore-scripts --no-audit --no-fund \
    @bytecodealliance/jco@1.35.0 ||
    echo "install-jco: can't be installed; wrt is measured alone" >&2
fi
