#!/usr/bin/env bash
# Rebuilds the component that is measured. Needs what examples/build.sh needs, which is run first.
set -euo pipefail
cd "$(dirname "$0")"
packages=../../examples/target
mkdir -p ../target
clang-19 --target=wasm32 -O2 -nostdlib -Wl,--no-entry -Wl,--strip-debug -Wno-unused-function \
  -o ../target/calls.core.wasm calls.c
node ../../examples/build.mjs "$packages" calls.wit ../target/calls.core.wasm calls.component.wasm bench
