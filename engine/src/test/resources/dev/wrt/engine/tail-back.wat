;; The other side of tail.wat: goes back through its table.
(module
  (type $count (func (param i64 i64) (result i64)))
  (table (export "table") 4 funcref)
  (func $back (export "back") (param $n i64) (param $s i64) (result i64)
    (if (i64.eqz (local.get $n)) (then (return (i64.sub (i64.const 0) (local.get $s)))))
    (return_call_indirect (type $count)
      (i64.sub (local.get $n) (i64.const 1))
      (i64.add (local.get $s) (i64.const 1))
      (i32.const 2)))
  (elem (i32.const 3) func $back))
