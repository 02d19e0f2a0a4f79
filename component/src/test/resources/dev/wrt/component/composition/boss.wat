;; Imports a component, makes two instances of it and adds what they answer.
(component
  (import "seed" (func $seed (result u32)))
  (import "worker" (component $Worker
    (import "seed" (func (result u32)))
    (import "spare" (func))
    (export "work" (func (result u32)))))
  (import "spare" (func $spare))
  (instance $a (instantiate $Worker
    (with "seed" (func $seed)) (with "spare" (func $spare))))
  (instance $b (instantiate $Worker
    (with "seed" (func $seed)) (with "spare" (func $spare))))
  (core func $a' (canon lower (func $a "work")))
  (core func $b' (canon lower (func $b "work")))
  (core module $M
    (import "env" "a" (func $a (result i32)))
    (import "env" "b" (func $b (result i32)))
    (func (export "run") (result i32) (i32.add (i32.add (call $a) (call $a)) (call $b))))
  (core instance $m (instantiate $M (with "env" (instance
    (export "a" (func $a')) (export "b" (func $b'))))))
  (func (export "run") (result u32) (canon lift (core func $m "run")))
)
