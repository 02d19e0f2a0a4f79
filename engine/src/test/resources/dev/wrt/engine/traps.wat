;; Functions with and without names that trap, some of them deep.
(module $traps
  (memory 1 1)
  (table 3 funcref)
  (elem (i32.const 0) $outer)
  (type $none (func))
  (func $outer (export "outer") (param i32) (result i32)
    local.get 0
    call $middle
    i32.const 1
    i32.add)
  (func $middle (param i32) (result i32)
    i32.const 100
    local.get 0
    call 3
    i32.add)
  (func $unused)
  (func (param i32) (result i32)
    i32.const 7
    local.get 0
    i32.div_s)
  (func $down (export "down") (param i32) (result i32)
    local.get 0
    if (result i32)
      local.get 0
      i32.const 1
      i32.sub
      call $down
      i32.const 1
      i32.add
    else
      i32.const 0
    end)
  (func $load (export "load") (param i32) (result i32)
    local.get 0
    i32.load offset=0xFFFFFFF0)
  (func $store (export "store") (param i32) (result i32)
    local.get 0
    i64.const 0
    i64.store
    i32.const 0)
  (func $indirect (export "indirect") (param i32) (result i32)
    local.get 0
    call_indirect (type $none)
    i32.const 0)
  (func $unreachable (export "unreachable") (param i32) (result i32)
    unreachable))
