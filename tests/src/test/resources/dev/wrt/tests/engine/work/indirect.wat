;; Calls through a table.
(module
  (type $binary (func (param i64 i64) (result i64)))
  (table 4 4 funcref)
  (elem (i32.const 0) $add $sub $xor $or)
  (func $add (type $binary) (i64.add (local.get 0) (local.get 1)))
  (func $sub (type $binary) (i64.sub (local.get 0) (local.get 1)))
  (func $xor (type $binary) (i64.xor (local.get 0) (local.get 1)))
  (func $or (type $binary) (i64.or (local.get 0) (local.get 1)))
  (func (export "run") (param $n i32) (result i64)
    (local $a i64)
    (loop $next
      (local.set $a
        (call_indirect (type $binary)
          (local.get $a)
          (i64.extend_i32_u (local.get $n))
          (i32.and (local.get $n) (i32.const 3))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $a)))
