;; A bit of everything that a guest keeps: memory of all widths in several blocks, a table that
;; changes, globals, recursion, frames that wait below calls of the host.
(module
  (import "host" "tell" (func $tell (param i64) (result i64)))
  (type $binary (func (param i64 i64) (result i64)))
  (memory (export "memory") 1)
  (table $ops 8 8 funcref)
  (elem (table $ops) (i32.const 0) func $add $sub $xor $or $rot $mul $add $xor)
  (global $seed (mut i64) (i64.const 0x9E3779B97F4A7C15))
  (global $count (mut i32) (i32.const 0))
  (global $sum (mut f64) (f64.const 0.5))
  (global $limit i32 (i32.const 9))
  (global $spare (mut i64) (i64.const -1))
  (func $add (type $binary) (i64.add (local.get 0) (local.get 1)))
  (func $sub (type $binary) (i64.sub (local.get 0) (local.get 1)))
  (func $xor (type $binary) (i64.xor (local.get 0) (local.get 1)))
  (func $or (type $binary) (i64.or (local.get 0) (local.get 1)))
  (func $rot (type $binary) (i64.rotl (local.get 0) (local.get 1)))
  (func $mul (type $binary) (i64.mul (local.get 0) (local.get 1)))
  (func $next (result i64)
    (local $x i64)
    (local.set $x (global.get $seed))
    (local.set $x (i64.xor (local.get $x) (i64.shl (local.get $x) (i64.const 13))))
    (local.set $x (i64.xor (local.get $x) (i64.shr_u (local.get $x) (i64.const 7))))
    (local.set $x (i64.xor (local.get $x) (i64.shl (local.get $x) (i64.const 17))))
    (global.set $seed (local.get $x))
    (local.get $x))
  (func $fib (param $n i32) (result i64)
    (if (result i64) (i32.lt_u (local.get $n) (i32.const 2))
      (then (i64.extend_i32_u (local.get $n)))
      (else
        (i64.add
          (call $fib (i32.sub (local.get $n) (i32.const 1)))
          (call $fib (i32.sub (local.get $n) (i32.const 2)))))))
  (func $fill
    (local $i i32) (local $at i32)
    (loop $more
      (local.set $at (i32.mul (local.get $i) (i32.const 3100)))
      (i64.store (local.get $at) (call $next))
      (i32.store8 offset=9 (local.get $at) (local.get $i))
      (i32.store16 offset=14 (local.get $at) (local.get $i))
      (f64.store offset=16 (local.get $at) (global.get $sum))
      (global.set $sum (f64.add (global.get $sum) (f64.const 1.25)))
      (br_if $more
        (i32.lt_u
          (local.tee $i (i32.add (local.get $i) (i32.const 1)))
          (global.get $limit)))))
  (func $read (param $acc i64) (result i64)
    (local $i i32) (local $at i32)
    (loop $more
      (local.set $at (i32.mul (local.get $i) (i32.const 3100)))
      (local.set $acc
        (call_indirect $ops (type $binary)
          (local.get $acc)
          (i64.add
            (i64.load (local.get $at))
            (i64.add
              (i64.load8_u offset=9 (local.get $at))
              (i64.xor
                (i64.load16_u offset=14 (local.get $at))
                (i64.reinterpret_f64 (f64.load offset=16 (local.get $at))))))
          (i32.and (local.get $i) (i32.const 7))))
      (br_if $more
        (i32.lt_u
          (local.tee $i (i32.add (local.get $i) (i32.const 1)))
          (global.get $limit))))
    (local.get $acc))
  (func $turn
    (local $first funcref) (local $i i32)
    (local.set $first (table.get $ops (i32.const 0)))
    (loop $more
      (table.set $ops (local.get $i)
        (table.get $ops (i32.add (local.get $i) (i32.const 1))))
      (br_if $more
        (i32.lt_u
          (local.tee $i (i32.add (local.get $i) (i32.const 1)))
          (i32.const 7))))
    (table.set $ops (i32.const 7) (local.get $first)))
  (func (export "run") (param $rounds i32) (result i64)
    (local $acc i64)
    (loop $more
      (call $fill)
      (memory.copy (i32.const 0x8000) (i32.const 0xC1C) (i32.const 600))
      (local.set $acc (call $read (local.get $acc)))
      (call $turn)
      (local.set $acc (i64.add (local.get $acc) (call $fib (i32.const 5))))
      (local.set $acc (i64.xor (local.get $acc) (call $tell (local.get $acc))))
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (br_if $more (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (i64.add
      (i64.add (local.get $acc) (i64.load (i32.const 0x8010)))
      (i64.extend_i32_u (global.get $count)))))
