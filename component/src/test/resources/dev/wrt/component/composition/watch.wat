;; Reads the imported clock.
(component
  (import "test:comp/clock" (instance $clock (export "now" (func (result u32)))))
  (core func $now (canon lower (func $clock "now")))
  (core module $M
    (import "env" "now" (func $now (result i32)))
    (func (export "read") (result i32) (call $now)))
  (core instance $m (instantiate $M (with "env" (instance (export "now" (func $now))))))
  (func (export "read") (result u32) (canon lift (core func $m "read")))
)
