;; Exports a component, a core module, an instance inside an instance and a resource type of its own.
(component
  (component $Worker
    (import "seed" (func $seed (result u32)))
    (core func $seed' (canon lower (func $seed)))
    (core module $M
      (import "env" "seed" (func $seed (result i32)))
      (func (export "work") (result i32) (call $seed)))
    (core instance $m (instantiate $M (with "env" (instance (export "seed" (func $seed'))))))
    (func (export "work") (result u32) (canon lift (core func $m "work"))))
  (core module $Plug
    (import "env" "base" (global $base i32))
    (func (export "f") (param i32) (result i32) (i32.sub (global.get $base) (local.get 0))))
  (core module $M (func (export "five") (result i32) (i32.const 5)))
  (core instance $m (instantiate $M))
  (func $five (result u32) (canon lift (core func $m "five")))
  (instance $inner (export "five" (func $five)))
  (instance $outer (export "inner" (instance $inner)) (export "worker" (component $Worker)))
  (type $token (resource (rep i32)))
  (export "token" (type $token))
  (export "worker" (component $Worker))
  (export "plug" (core module $Plug))
  (export "test:comp/nest" (instance $outer))
)
