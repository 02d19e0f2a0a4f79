;; A function that calls itself through the component level, without end.
(component
  (core module $Table
    (type $t (func))
    (table (export "table") 1 funcref)
    (func (export "f") (call_indirect (type $t) (i32.const 0))))
  (core instance $table (instantiate $Table))
  (func $f (canon lift (core func $table "f")))
  (core func $f' (canon lower (func $f)))
  (core module $Patch
    (import "env" "table" (table 1 funcref))
    (import "env" "f" (func $f))
    (elem (i32.const 0) $f))
  (core instance (instantiate $Patch (with "env" (instance
    (export "table" (table $table "table")) (export "f" (func $f'))))))
  (export "f" (func $f))
)
