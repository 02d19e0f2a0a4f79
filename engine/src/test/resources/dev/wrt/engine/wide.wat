;; Vectors in every place that a value can be in, at even and odd slots. All functions that are
;; called take n, a, m and b, and give one vector.
(module
  (type $many (func (param i32 v128 v128) (result v128 i32 v128)))
  (import "host" "swap" (func $swap (param v128 i32 v128) (result v128 i64 v128)))
  (table $t 2 funcref)
  (elem (table $t) (i32.const 0) func $turn $keep)
  (global $low (mut i64) (i64.const 11))
  (global $c v128 (v128.const i64x2 0x1111 0x2222))
  (global $g (mut v128) (v128.const i64x2 3 4))
  (global $high (mut i64) (i64.const 22))

  (func $turn (type $many) (local.get 2) (i32.add (local.get 0) (i32.const 1)) (local.get 1))
  (func $keep (type $many)
    (if (local.get 0) (then (return (local.get 1) (local.get 0) (local.get 2))))
    (local.get 1) (local.get 0) (local.get 2))

  (func (export "old-value")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    local.get $a
    (local.set $a (local.get $b)))
  (func (export "swap-locals")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    local.get $a
    local.get $b
    local.set $a
    local.set $b
    local.get $a)
  (func (export "tee")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (drop (local.tee $b (local.get $a)))
    local.get $b)
  (func (export "never-set")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128) (local $i i32) (local $v v128)
    local.get $v)
  (func (export "constant")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128) (local $v v128)
    (local.set $v (v128.const i64x2 0x1111 0x2222))
    local.get $v)
  (func (export "tee-constant")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128) (local $v v128)
    local.get $v
    (local.tee $v (v128.const i64x2 0x1111 0x2222))
    drop
    drop
    local.get $v)
  (func (export "global-constant")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    global.get $c)
  (func (export "globals")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (global.set $g (local.get $a))
    local.get $b
    (global.set $g (global.get $g))
    (global.set $low (i64.add (global.get $low) (i64.const 1)))
    (global.set $high (i64.sub (global.get $high) (i64.const 1)))
    drop
    global.get $g)
  (func (export "block")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    i64.const 5
    local.get $a
    (block (param v128) (result v128)
      local.get $b
      (br_if 0 (local.get $n))
      drop)
    local.set $b
    drop
    local.get $b)
  (func (export "loop-swap")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    local.get $m
    local.get $a
    local.get $b
    (loop (param v128 v128) (result v128 v128)
      local.set $a
      local.set $b
      local.get $a
      local.get $b
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if 0 (i32.ge_s (local.get $n) (i32.const 0))))
    drop
    local.set $a
    drop
    local.get $a)
  (func (export "branch-down")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (block (result i32 v128 i64 v128)
      i32.const 5
      i64.const 9
      i32.const 7
      local.get $a
      local.get $m
      local.get $b
      br 0)
    local.set $a
    drop
    local.set $b
    drop
    (select (local.get $a) (local.get $b) (local.get $n)))
  (func (export "branch-up-temps")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (block (result v128 v128)
      (v128.not (local.get $b))
      i32.const 1
      (v128.not (local.get $a))
      (v128.not (local.get $b))
      (br_if 0 (local.get $n))
      local.set $b
      local.set $a
      drop
      drop
      (v128.not (v128.not (local.get $a)))
      (local.get $b))
    drop
    v128.not)
  (func (export "table")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (block $two (result v128)
      (block $one (result v128)
        (block $zero (result v128)
          i64.const 1
          local.get $a
          (br_table $zero $one $two (local.get $n)))
        drop
        local.get $b)
      drop
      i32.const 3
      local.get $b
      br 0))
  (func (export "table-return")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (block $zero (result v128)
      i64.const 1
      local.get $b
      (br_table $zero 1 (local.get $n)))
    drop
    local.get $a)
  (func (export "select")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (select (local.get $a) (local.get $b) (local.get $n)))
  (func (export "select-typed")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (select (result v128) (v128.not (local.get $a)) (v128.not (local.get $b)) (local.get $n))
    v128.not)
  (func (export "call")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    local.get $m
    (call $turn (local.get $n) (local.get $a) (local.get $b))
    drop
    drop
    local.set $a
    drop
    local.get $a)
  (func (export "call-indirect")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    local.get $a
    (call_indirect $t (type $many) (local.get $n) (local.get $a) (local.get $b)
      (i32.ne (local.get $n) (i32.const 0)))
    local.set $a
    drop
    local.set $b
    drop
    local.get $b)
  (func (export "return")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    i32.const 1
    (if (local.get $n) (then (return (local.get $a))))
    drop
    (return (v128.not (v128.not (local.get $b)))))
  (func (export "return-temp")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    (v128.not (v128.not (local.get $b))))
  (func (export "host")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    local.get $b
    (call $swap (local.get $a) (local.get $n) (local.get $b))
    drop
    drop
    local.set $a
    drop
    local.get $a)
  (func (export "many")
      (param $n i32) (param $a v128) (param $m i64) (param $b v128) (result v128)
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a local.get $a
    local.get $b
    (local.set $a (local.get $b))
    drop
    v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and
    v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and
    v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and
    v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and
    v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and
    v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and
    v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and v128.and
    v128.and v128.and v128.and v128.and v128.and v128.and)
)
