;; A loop over integers and floats.
(module
  (func (export "run") (param $n i32) (result i64)
    (local $a i64) (local $x f64) (local $i i32)
    (loop $next
      (local.set $i (i32.add (i32.mul (local.get $i) (i32.const 1664525)) (i32.const 1013904223)))
      (local.set $a
        (i64.xor
          (i64.rotl (local.get $a) (i64.const 7))
          (i64.extend_i32_u (i32.rem_u (local.get $i) (i32.const 997)))))
      (local.set $x
        (f64.add
          (f64.mul (local.get $x) (f64.const 0.5))
          (f64.convert_i32_s (local.get $i))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i64.add (local.get $a) (i64.trunc_sat_f64_s (local.get $x)))))
