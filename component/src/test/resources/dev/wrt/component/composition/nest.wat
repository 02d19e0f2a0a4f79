;; Imports an instance that has an instance and a component inside.
(component
  (import "test:comp/nest" (instance $nest
    (export "inner" (instance (export "five" (func (result u32)))))
    (export "worker" (component
      (import "seed" (func (result u32))) (export "work" (func (result u32)))))))
  (alias export $nest "inner" (instance $inner))
  (alias export $nest "worker" (component $Worker))
  (instance $w (instantiate $Worker (with "seed" (func $inner "five"))))
  (core func $work (canon lower (func $w "work")))
  (core module $M
    (import "env" "work" (func $work (result i32)))
    (func (export "run") (result i32) (call $work)))
  (core instance $m (instantiate $M (with "env" (instance (export "work" (func $work))))))
  (func (export "run") (result u32) (canon lift (core func $m "run")))
)
