;; References that are collected, in every place of a frame, among numbers that look like them.
(module
  (type $pick (func (param i32 externref v128 externref) (result externref)))
  (import "host" "ask" (func $ask (param i64 externref) (result externref)))
  (import "host" "swap"
    (func $swap (param externref i32 v128 externref) (result v128 externref i64 externref)))
  (table $t 2 funcref)
  (table $kept 4 externref)
  (elem (table $t) (i32.const 0) func $first $second)
  (elem declare func $ask)

  (func $first (type $pick)
    (local $number i64) (local $never externref)
    (local.set $number (i64.const 64))
    (call $ask (local.get $number) (local.get 1)))
  (func $second (type $pick)
    (local $v v128)
    (local.set $v (local.get 2))
    (call $ask (i64x2.extract_lane 1 (local.get $v)) (local.get 3)))

  ;; A temp that is a reference, one that is a number, an argument, a local.
  (func (export "nested") (param $a externref) (param $n i32) (result externref)
    (local $f funcref) (local $never externref)
    (local.set $f (ref.func $ask))
    (i32.add (local.get $n) (i32.const 8))
    (call $ask (i64.const 1) (local.get $a))
    (call_indirect $t (type $pick)
      (i32.mul (local.get $n) (i32.const 8))
      (call $ask (i64.const 2) (local.get $a))
      (v128.const i64x2 16 24)
      (ref.null extern)
      (i32.const 0))
    drop
    (if (result externref) (i32.eqz (local.get $n))
      (then (local.get $a))
      (else (call $ask (i64.const 3) (local.get $a))))
    drop
    (local.set $a)
    drop
    (local.get $a))

  ;; An operand that is the local at the first call, and has a register of its own at the second.
  (func (export "settled") (param $a externref) (param $b externref) (result externref)
    local.get $a
    (call $ask (i64.const 4) (local.get $b))
    local.set $a
    (drop (call $ask (i64.const 5) (local.get $b))))

  ;; Control flow with references on the operand stack all the time.
  (func $mix (export "mix") (param $a externref) (param $b externref) (param $n i32)
      (result externref externref)
    (local $i i32) (local $c externref) (local $v v128)
    (local.set $c (local.get $b))
    (local.set $v (i64x2.splat (i64.const 8)))
    local.get $a
    i32.const 24
    local.get $n
    i32.add
    local.get $b
    (loop $again (param externref i32 externref) (result externref i32 externref)
      (local.set $c)
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (i32.mul (i32.const 8))
      local.get $v
      local.get $c
      (block $out (param externref i32 v128 externref) (result externref)
        (block $two (param externref i32 v128 externref) (result externref)
          (block $one (param externref i32 v128 externref) (result externref)
            (br_table $two $one $out
              (local.get $a) (i32.rem_u (local.get $i) (i32.const 4))))
          (local.set $c)
          (local.set $a (local.get $b))
          local.get $c)
        (local.set $b)
        (table.set $kept (i32.const 1) (local.get $b))
        (select (result externref) (local.get $a) (local.get $b)
          (i32.and (local.get $i) (i32.const 1)))
        i32.const 16
        (table.get $kept (i32.const 1))
        (br_if $out (i32.and (local.get $i) (i32.const 2)))
        (local.set $c)
        drop
        drop
        (call $last (local.get $c) (v128.const i64x2 32 40))
        (local.set $c)
        drop
        drop
        local.get $c)
      i32.const 24
      local.get $b
      (br_if $again (i32.lt_u (local.get $i) (local.get $n)))
    )
    (local.set $c)
    drop
    (if (param externref) (result externref externref) (i32.and (local.get $n) (i32.const 4))
      (then (local.get $c))
      (else (call $last (local.get $c) (local.get $v)) (local.set $c) drop drop
        (local.get $c))))

  (func $last (param $r externref) (param $v v128) (result externref i32 externref)
    (table.set $kept (i32.const 2) (local.get $r))
    (table.set $kept (i32.const 0) (table.get $kept (i32.const 2)))
    (drop (table.grow $kept (local.get $r) (i32.const 0)))
    (table.fill $kept (i32.const 3) (local.get $r) (i32.const 1))
    (table.get $kept (i32.const 0))
    (i32x4.extract_lane 0 (local.get $v))
    (table.get $kept (i32.const 3)))

  ;; Arguments and results of the host that share slots.
  (func (export "swapped") (param $a externref) (param $b externref) (result externref externref)
    (local $r externref)
    (call $swap (local.get $a) (i32.const 64) (v128.const i64x2 8 16) (local.get $b))
    (local.set $r)
    drop
    (local.set $b)
    drop
    (local.get $r)
    (local.get $b))
)
