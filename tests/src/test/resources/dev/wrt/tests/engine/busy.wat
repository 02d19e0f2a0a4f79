;; An endless loop over memory accesses, bulk instructions and all kinds of calls.
(module
  (memory 1)
  (global $g (mut i32) (i32.const 0))
  (table 2 funcref)
  (elem (i32.const 0) $step $twice)
  (data $bytes "abcdefgh")
  (type $one (func (param i32) (result i32)))
  (func $step (type $one) local.get 0 i32.const 8 i32.add)
  (func $twice (type $one) local.get 0 call $step call $step)
  (func (export "busy")
    (local $i i32)
    loop
      local.get $i
      local.get $i
      f64.convert_i32_u
      f64.sqrt
      f64.store offset=128
      local.get $i
      local.get $i
      i64.load offset=120
      i64.store offset=256
      i32.const 0
      local.get $i
      i32.const 8
      memory.copy
      i32.const 4096
      i32.const 0
      i32.const 256
      memory.fill
      i32.const 64
      i32.const 0
      i32.const 8
      memory.init $bytes
      i32.const 1
      i32.const 1
      table.get 0
      table.set 0
      local.get $i
      local.get $i
      i32.const 8
      i32.shr_u
      i32.const 1
      i32.and
      call_indirect (type $one)
      i32.const 0x7FFF
      i32.and
      local.tee $i
      global.set $g
      br 0
    end))
