;; References to functions of a known type, tests for null, tail calls.
(module
  (type $unary (func (param i64) (result i64)))
  (table $t 4 4 (ref null $unary))
  (elem declare func $inc $dec $jump)
  (func $inc (type $unary) (i64.add (local.get 0) (i64.const 1)))
  (func $dec (type $unary) (i64.sub (local.get 0) (i64.const 3)))
  (func $jump (type $unary) (return_call_ref $unary (local.get 0) (ref.func $inc)))
  (func (export "run") (param $n i32) (result i64)
    (local $a i64) (local $f (ref null $unary))
    (table.set $t (i32.const 0) (ref.func $inc))
    (table.set $t (i32.const 1) (ref.func $dec))
    (table.set $t (i32.const 2) (ref.func $jump))
    (loop $next
      (local.set $f (table.get $t (i32.and (local.get $n) (i32.const 3))))
      (local.set $a
        (block $null (result i64)
          (drop
            (br_if $null (local.get $a) (ref.is_null (local.get $f))))
          (call_ref $unary (local.get $a) (ref.as_non_null (local.get $f)))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $a)))
