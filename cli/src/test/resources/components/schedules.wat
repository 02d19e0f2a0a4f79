;; Calls whose outcome depends on the schedule: a lost update and a deadlock.
;; Text to binary: wasm-tools parse schedules.wat -o schedules.wasm
(component
  ;; a counter: `inc` reads it, lets others go on, and writes what it has read plus one
  (component $counter
    (core module $m
      (import "" "return" (func $return))
      (import "" "context.get" (func $get (result i32)))
      (import "" "context.set" (func $set (param i32)))
      (global $count (mut i32) (i32.const 0))
      (func (export "inc") (result i32)
        (call $set (global.get $count))
        (i32.const 1))
      (func (export "callback") (param i32 i32 i32) (result i32)
        (global.set $count (i32.add (call $get) (i32.const 1)))
        (call $return)
        (i32.const 0))
      (func (export "count") (result i32) (global.get $count)))
    (core func $return (canon task.return))
    (core func $get (canon context.get i32 0))
    (core func $set (canon context.set i32 0))
    (core instance $i (instantiate $m (with "" (instance
      (export "return" (func $return))
      (export "context.get" (func $get))
      (export "context.set" (func $set))))))
    (func (export "inc") async
      (canon lift (core func $i "inc") async (callback (core func $i "callback"))))
    (func (export "count") (result u32) (canon lift (core func $i "count"))))

  (component $main
    (import "counter" (instance $counter
      (export "inc" (func async))
      (export "count" (func (result u32)))))
    (core module $m
      (import "" "inc" (func $inc (result i32)))
      (import "" "count" (func $count (result i32)))
      (import "" "set.new" (func $set.new (result i32)))
      (import "" "join" (func $join (param i32 i32)))
      (import "" "drop" (func $drop (param i32)))
      (import "" "return" (func $return (param i32)))
      (global $set (mut i32) (i32.const 0))
      (global $calls (mut i32) (i32.const 0))
      (global $open (mut i32) (i32.const 0))
      (func $call
        (local $status i32)
        (local.set $status (call $inc))
        (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
        (if (i32.ne (i32.and (local.get $status) (i32.const 15)) (i32.const 2))
          (then
            (global.set $open (i32.add (global.get $open) (i32.const 1)))
            (call $join (i32.shr_u (local.get $status) (i32.const 4)) (global.get $set)))))
      ;; waits for what is open, or returns the count
      (func $next (result i32)
        (if (global.get $open)
          (then (return (i32.or (i32.const 2) (i32.shl (global.get $set) (i32.const 4))))))
        (call $return (call $count))
        (i32.const 0))
      (func (export "run") (result i32)
        (global.set $set (call $set.new))
        (call $call)
        (i32.const 1))
      ;; the second call comes after others may have gone on
      (func (export "race") (param $event i32) (param $handle i32) (param $state i32) (result i32)
        (if (i32.eqz (local.get $event))
          (then (call $call))
          (else
            (if (i32.eq (local.get $state) (i32.const 2))
              (then
                (call $join (local.get $handle) (i32.const 0))
                (call $drop (local.get $handle))
                (global.set $open (i32.sub (global.get $open) (i32.const 1)))))))
        (call $next))
      ;; waits for nobody unless the first call is over by now
      (func (export "deadlock") (param i32 i32 i32) (result i32)
        (if (call $count)
          (then
            (call $return (call $count))
            (return (i32.const 0))))
        (i32.or (i32.const 2) (i32.shl (call $set.new) (i32.const 4)))))
    (core func $inc (canon lower (func $counter "inc") async))
    (core func $count (canon lower (func $counter "count")))
    (core func $set.new (canon waitable-set.new))
    (core func $join (canon waitable.join))
    (core func $drop (canon subtask.drop))
    (core func $return (canon task.return (result u32)))
    (core instance $i (instantiate $m (with "" (instance
      (export "inc" (func $inc))
      (export "count" (func $count))
      (export "set.new" (func $set.new))
      (export "join" (func $join))
      (export "drop" (func $drop))
      (export "return" (func $return))))))
    (func (export "race") async (result u32)
      (canon lift (core func $i "run") async (callback (core func $i "race"))))
    (func (export "deadlock") async (result u32)
      (canon lift (core func $i "run") async (callback (core func $i "deadlock")))))

  (instance $counter (instantiate $counter))
  (instance $main (instantiate $main (with "counter" (instance $counter))))
  (export "race" (func $main "race"))
  (export "deadlock" (func $main "deadlock")))
