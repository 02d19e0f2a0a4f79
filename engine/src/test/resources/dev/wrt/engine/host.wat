;; A guest that calls the host, which calls it again.
(module
  (import "env" "ask" (func $ask (param i32 i64) (result i64)))
  (import "env" "two" (func $two (result i32 f64)))
  (memory (export "memory") 1)
  (table (export "table") 2 funcref)
  (elem (i32.const 0) $ask $square)
  (global $calls (mut i32) (i32.const 0))
  (type $asking (func (param i32 i64) (result i64)))
  (func $square (export "square") (param i64) (result i64)
    global.get $calls
    i32.const 1
    i32.add
    global.set $calls
    local.get 0
    local.get 0
    i64.mul)
  (func (export "direct") (param i32 i64) (result i64)
    local.get 1
    local.get 0
    local.get 1
    call $ask
    i64.add
    local.get 0
    i64.extend_i32_s
    i64.sub)
  (func (export "indirect") (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i32.const 0
    call_indirect (type $asking)
    i64.const 1000
    i64.add)
  (func (export "pair") (result i64)
    call $two
    i64.trunc_f64_s
    i64.const 100
    i64.mul
    global.set $wide
    i64.extend_i32_u
    global.get $wide
    i64.add)
  (global $wide (mut i64) (i64.const 0))
  (func (export "calls") (result i32) global.get $calls)
  (export "ask-again" (func $ask))
  (func (export "poke") (param i32 i64) (result i64)
    local.get 0
    local.get 1
    i64.store
    local.get 0
    local.get 1
    call $ask
    drop
    local.get 0
    i64.load))
