;; Exceptions that are thrown in a callee and caught.
(module
  (tag $odd (param i64))
  (tag $other)
  (func $check (param i64) (result i64)
    (if (i64.eqz (i64.and (local.get 0) (i64.const 1)))
      (then (return (i64.shr_u (local.get 0) (i64.const 1)))))
    (throw $odd (local.get 0)))
  (func $outer (param i64) (result i64)
    (block $caught
      (return
        (try_table (result i64) (catch $other $caught) (call $check (local.get 0)))))
    (i64.const 0))
  (func (export "run") (param $n i32) (result i64)
    (local $a i64)
    (loop $next
      (local.set $a
        (i64.add
          (local.get $a)
          (block $caught (result i64)
            (try_table (result i64) (catch $odd $caught)
              (call $outer (i64.extend_i32_u (local.get $n)))))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $a)))
