;; Declares one of everything that needs storage.
(module
  (import "env" "ask" (func (param i32 i64) (result i64)))
  (memory 2 3)
  (table 20 funcref)
  (table 5 externref)
  (global (mut i32) (i32.const 4))
  (global i64 (i64.const 4))
  (elem (i32.const 1) $f $g)
  (elem func $g $g $g)
  (data (i32.const 5) "data")
  (func $f (result i32) i32.const 1)
  (func $g (param f32 f64) local.get 0 drop)
  (func (export "run") (result i32)
    call $f
    i32.const 1
    memory.grow
    i32.add
    ref.null func
    i32.const 100
    table.grow 0
    i32.add))
