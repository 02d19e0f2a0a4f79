;; Loads and stores of all widths, copies and fills.
(module
  (memory 1)
  (func (export "run") (param $n i32) (result i64)
    (local $a i64) (local $at i32)
    (loop $next
      (local.set $at (i32.and (i32.mul (local.get $n) (i32.const 20)) (i32.const 0x7FF8)))
      (i64.store offset=8 (local.get $at) (local.get $a))
      (i32.store16 (local.get $at) (local.get $n))
      (i32.store8 offset=3 (local.get $at) (local.get $n))
      (local.set $a
        (i64.add
          (i64.load (local.get $at))
          (i64.extend_i32_s
            (i32.add
              (i32.load8_s offset=9 (local.get $at))
              (i32.load16_u offset=2 (local.get $at))))))
      (memory.copy (i32.const 0x8000) (local.get $at) (i32.const 64))
      (memory.fill (i32.const 0x9000) (local.get $n) (i32.const 32))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $a)))
