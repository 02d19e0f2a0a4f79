;; A component in a component; both have a memory.
(component
  (component $inner
    (core module $m
      (memory (export "m") 1)
      (func (export "add") (param i32) (result i32)
        (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (local.get 0)))
        (i32.load (i32.const 8))))
    (core instance $i (instantiate $m))
    (func (export "add") (param "n" u32) (result u32) (canon lift (core func $i "add"))))
  (core module $outer (memory 1))
  (core instance (instantiate $outer))
  (instance $in (instantiate $inner))
  (export "add" (func $in "add")))
