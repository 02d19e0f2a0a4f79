;; A core module with a shared memory; nobody ever notifies.
(component
  (core module $m
    (memory 1 1 shared)
    (func (export "add") (param i32) (result i32)
      (i32.atomic.rmw.add (i32.const 0) (local.get 0)))
    (func (export "wait") (param i64) (result i32)
      (memory.atomic.wait32 (i32.const 8) (i32.const 0) (local.get 0)))
  )
  (core instance $i (instantiate $m))
  (func (export "add") (param "n" u32) (result u32) (canon lift (core func $i "add")))
  (func (export "wait") (param "nanoseconds" s64) (result u32) (canon lift (core func $i "wait")))
)
