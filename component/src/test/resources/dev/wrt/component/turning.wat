;; A call that turns in a circle until another one stops it, one that waits for nothing, and one
;; whose callback throws.
(component
  (core func $return (canon task.return))
  (core func $cancel (canon task.cancel))
  (core func $set-new (canon waitable-set.new))
  (core module $M
    (import "" "return" (func $return))
    (import "" "cancel" (func $cancel))
    (import "" "set-new" (func $set-new (result i32)))
    (tag $odd)
    (global $stopped (mut i32) (i32.const 0))
    (global $turns (mut i32) (i32.const 0))
    (func (export "turn") (result i32) (i32.const 1 (; YIELD ;)))
    (func (export "turn-on") (param i32 i32 i32) (result i32)
      (global.set $turns (i32.add (global.get $turns) (i32.const 1)))
      (if (i32.eqz (global.get $stopped)) (then (return (i32.const 1 (; YIELD ;)))))
      (call $return)
      (i32.const 0 (; EXIT ;)))
    (func (export "stop") (result i32)
      (global.set $stopped (i32.const 1))
      (global.get $turns))
    (func (export "wait") (result i32)
      (i32.or (i32.const 2 (; WAIT ;)) (i32.shl (call $set-new) (i32.const 4))))
    (func (export "wait-on") (param i32 i32 i32) (result i32)
      (call $cancel)
      (i32.const 0 (; EXIT ;)))
    (func (export "throw-on") (param i32 i32 i32) (result i32) (throw $odd)))
  (core instance $m (instantiate $M (with "" (instance
    (export "return" (func $return))
    (export "cancel" (func $cancel))
    (export "set-new" (func $set-new))))))
  (func (export "turn") async
    (canon lift (core func $m "turn") async (callback (core func $m "turn-on"))))
  (func (export "stop") (result u32) (canon lift (core func $m "stop")))
  (func (export "wait") async
    (canon lift (core func $m "wait") async (callback (core func $m "wait-on"))))
  (func (export "throw") async
    (canon lift (core func $m "turn") async (callback (core func $m "throw-on")))))
