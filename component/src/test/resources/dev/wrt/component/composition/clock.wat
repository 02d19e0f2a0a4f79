;; A clock that is a thousand ahead of the imported one.
(component
  (import "test:comp/clock" (instance $clock (export "now" (func (result u32)))))
  (core func $now (canon lower (func $clock "now")))
  (core module $M
    (import "env" "now" (func $now (result i32)))
    (func (export "now") (result i32) (i32.add (call $now) (i32.const 1000))))
  (core instance $m (instantiate $M (with "env" (instance (export "now" (func $now))))))
  (func $now' (result u32) (canon lift (core func $m "now")))
  (instance $ahead (export "now" (func $now')))
  (export "test:comp/clock" (instance $ahead))
)
