(module
  (import "env" "base" (global $base i32))
  (func (export "f") (param i32) (result i32) (i32.add (global.get $base) (local.get 0))))
