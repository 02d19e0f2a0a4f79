;; Well-formed, but its core function leaves nothing where a result is due.
(component
  (core module $m (func (export "f") (result i32) (nop)))
)
