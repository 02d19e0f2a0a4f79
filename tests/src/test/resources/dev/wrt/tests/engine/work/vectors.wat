;; Vectors in locals, in memory, as parameters and results.
(module
  (memory 1)
  (func $mix (param v128 v128) (result v128)
    (i8x16.shuffle 0 17 2 19 4 21 6 23 8 25 10 27 12 29 14 31
      (i32x4.add (local.get 0) (local.get 1))
      (f32x4.mul (f32x4.convert_i32x4_s (local.get 0)) (f32x4.splat (f32.const 0.5)))))
  (func (export "run") (param $n i32) (result i64)
    (local $v v128)
    (loop $next
      (local.set $v
        (call $mix
          (i16x8.add_sat_s (local.get $v) (i16x8.splat (local.get $n)))
          (v128.load (i32.and (local.get $n) (i32.const 0xFFF0)))))
      (v128.store (i32.and (local.get $n) (i32.const 0xFFF0)) (local.get $v))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i64.add
      (i64x2.extract_lane 0 (local.get $v))
      (i64x2.extract_lane 1 (local.get $v)))))
