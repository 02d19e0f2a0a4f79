;; Doubles what it is given, and adds one each time it is called.
(component
  (import "seed" (func $seed (result u32)))
  (core func $seed' (canon lower (func $seed)))
  (core module $M
    (import "env" "seed" (func $seed (result i32)))
    (global $calls (mut i32) (i32.const 0))
    (func (export "work") (result i32)
      (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
      (i32.add (i32.mul (call $seed) (i32.const 2)) (global.get $calls))))
  (core instance $m (instantiate $M (with "env" (instance (export "seed" (func $seed'))))))
  (func (export "work") (result u32) (canon lift (core func $m "work")))
)
