#!/usr/bin/env bash
# Rebuilds the sample components from their C source and WIT.
# Needs clang and wasm-ld 19 (Debian: clang-19, lld-19), node and npm.
set -euo pipefail
cd "$(dirname "$0")"
work=$(pwd)/target
mkdir -p "$work"
npm install --silent --no-save --ignore-scripts --prefix "$work" @bytecodealliance/jco-transpile@0.15.0
for name in hello counter basket values; do
  clang-19 --target=wasm32 -O2 -nostdlib -Wl,--no-entry -Wl,--strip-debug -Wno-unused-function \
    -o "$work/$name.core.wasm" "$name/$name.c"
  node build.mjs "$work" "$name/$name.wit" "$work/$name.core.wasm" "$name/$name.component.wasm" "$name"
done
ls -l ./*/*.component.wasm
