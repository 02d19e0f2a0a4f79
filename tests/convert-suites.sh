#!/bin/sh
# Turns the official test suites (text) into JSON and binaries under target/suites, where the
# conformance tests read them. Needs ../shared/suites and ../shared/tools/wast2json beside the
# project, and Node with npm. Does nothing for a suite that is there already.
set -eu
cd "$(dirname "$0")/.."
suites=../shared/suites
tools=../shared/tools/wast2json
out=target/suites

if [ ! -d "$suites" ] || [ ! -d "$tools" ]; then
  echo "convert-suites: $suites and $tools are not there; the conformance tests will be skipped" >&2
  exit 0
fi

if [ ! -d target/wast2json/node_modules ]; then
  mkdir -p target/wast2json
  cp "$tools"/* target/wast2json/
  npm install --prefix target/wast2json --no-save --ignore-scripts --no-audit --no-fund
fi

convert() {
  if [ -f "$out/$1/.complete" ]; then
    echo "convert-suites: $out/$1 is there"
    return
  fi
  rm -rf "$out/$1"
  mkdir -p "$out"
  find "$2" -name '*.wast' -exec \
    node target/wast2json/wast2json.mjs --root "$2" "$out/$1" {} +
  touch "$out/$1/.complete"
}

convert core "$suites/core"
convert component "$suites/component"
