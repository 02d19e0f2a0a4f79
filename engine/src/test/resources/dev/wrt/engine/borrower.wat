;; A module that lives on the exports of host.wat.
(module
  (import "host" "square" (func $square (param i64) (result i64)))
  (import "host" "memory" (memory 1))
  (import "host" "table" (table 2 funcref))
  (import "host" "ask-again" (func $ask (param i32 i64) (result i64)))
  (type $one (func (param i64) (result i64)))
  (func (export "over") (param i64) (result i64)
    local.get 0
    call $square
    i32.const 8
    i64.load
    i64.add
    local.get 0
    i32.const 1
    call_indirect (type $one)
    i64.add)
  (func (export "ask") (param i64) (result i64)
    i32.const 3
    local.get 0
    call $ask
    i64.const 1
    i64.add))
