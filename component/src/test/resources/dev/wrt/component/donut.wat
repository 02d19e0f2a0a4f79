;; A component around another one: it calls the inner one, which calls back into the outer one,
;; and, if told to, that calls the inner one again.
(component
  (core module $Back
    (type $f (func (param i32)))
    (table (export "table") 1 funcref)
    (func (export "back") (param i32)
      (if (local.get 0)
        (then (call_indirect (type $f) (i32.const 0) (i32.const 0))))))
  (core instance $back (instantiate $Back))
  (func $g (param "again" bool) (canon lift (core func $back "back")))
  (component $Inner
    (import "g" (func $g (param "again" bool)))
    (core func $g' (canon lower (func $g)))
    (core module $M
      (import "" "g" (func $g (param i32)))
      (func (export "f") (param i32) (call $g (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance (export "g" (func $g'))))))
    (func (export "f") (param "again" bool) (canon lift (core func $m "f"))))
  (instance $inner (instantiate $Inner (with "g" (func $g))))
  (core func $f (canon lower (func $inner "f")))
  (core module $Front
    (import "" "f" (func $f (param i32)))
    (import "" "table" (table 1 funcref))
    (elem (i32.const 0) func $f)
    (func (export "run") (param i32) (call $f (local.get 0))))
  (core instance $front (instantiate $Front (with "" (instance
    (export "f" (func $f))
    (export "table" (table $back "table"))))))
  (func (export "run") (param "again" bool) (canon lift (core func $front "run"))))
