;; A component whose work has another type.
(component
  (core module $M (func (export "work") (result i64) (i64.const 1)))
  (core instance $m (instantiate $M))
  (func (export "work") (result u64) (canon lift (core func $m "work")))
)
