;; A planted race: two tasks read a number, let others run, and write it back increased by one.
;;
;; `lost` starts two tasks of `bump`, which gives way between reading and writing; `kept` starts
;; two of `bump-at-once`, which gives way before. Both give way themselves between the two calls,
;; and return the number.
(component
  (component $Counter
    (core module $CM
      (import "" "context.get" (func $context.get (result i32)))
      (import "" "context.set" (func $context.set (param i32)))
      (import "" "task.return" (func $task.return))
      (global $number (mut i32) (i32.const 0))

      (func (export "bump") (result i32)
        (call $context.set (global.get $number))
        (i32.const 1 (; YIELD ;)))
      (func (export "bump-cb") (param i32 i32 i32) (result i32)
        (global.set $number (i32.add (call $context.get) (i32.const 1)))
        (call $task.return)
        (i32.const 0 (; EXIT ;)))

      (func (export "bump-at-once") (result i32)
        (i32.const 1 (; YIELD ;)))
      (func (export "bump-at-once-cb") (param i32 i32 i32) (result i32)
        (global.set $number (i32.add (global.get $number) (i32.const 1)))
        (call $task.return)
        (i32.const 0 (; EXIT ;)))

      (func (export "number") (result i32) (global.get $number))
    )
    (canon context.get i32 0 (core func $context.get))
    (canon context.set i32 0 (core func $context.set))
    (canon task.return (core func $task.return))
    (core instance $cm (instantiate $CM (with "" (instance
      (export "context.get" (func $context.get))
      (export "context.set" (func $context.set))
      (export "task.return" (func $task.return))
    ))))
    (func (export "bump") async
      (canon lift (core func $cm "bump") async (callback (core func $cm "bump-cb"))))
    (func (export "bump-at-once") async
      (canon lift (core func $cm "bump-at-once") async (callback (core func $cm "bump-at-once-cb"))))
    (func (export "number") (result u32) (canon lift (core func $cm "number")))
  )

  (component $Main
    (import "counter" (instance $counter
      (export "bump" (func async))
      (export "bump-at-once" (func async))
      (export "number" (func (result u32)))
    ))
    (core module $Memory (memory (export "mem") 1))
    (core instance $memory (instantiate $Memory))
    (core module $MM
      (import "" "thread.yield" (func $thread.yield (result i32)))
      (import "" "subtask.drop" (func $subtask.drop (param i32)))
      (import "" "waitable.join" (func $waitable.join (param i32 i32)))
      (import "" "waitable-set.new" (func $waitable-set.new (result i32)))
      (import "" "waitable-set.wait" (func $waitable-set.wait (param i32 i32) (result i32)))
      (import "" "waitable-set.drop" (func $waitable-set.drop (param i32)))
      (import "" "bump" (func $bump (result i32)))
      (import "" "bump-at-once" (func $bump-at-once (result i32)))
      (import "" "number" (func $number (result i32)))
      (import "" "mem" (memory 1))

      ;; joins a call's subtask to a set, unless the call has returned already
      (func $joined (param $ret i32) (param $ws i32) (result i32)
        (if (i32.eq (local.get $ret) (i32.const 2 (; RETURNED ;)))
          (then (return (i32.const 0))))
        (call $waitable.join (i32.shr_u (local.get $ret) (i32.const 4)) (local.get $ws))
        (i32.const 1))

      ;; waits for as many subtasks as are in a set
      (func $await (param $ws i32) (param $count i32)
        (loop $next
          (if (i32.eqz (local.get $count))
            (then (call $waitable-set.drop (local.get $ws)) (return)))
          (drop (call $waitable-set.wait (local.get $ws) (i32.const 0)))
          (call $subtask.drop (i32.load (i32.const 0)))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (br $next)))

      (func (export "lost") (result i32)
        (local $ws i32) (local $count i32)
        (local.set $ws (call $waitable-set.new))
        (local.set $count (call $joined (call $bump) (local.get $ws)))
        (drop (call $thread.yield))
        (local.set $count (i32.add (local.get $count) (call $joined (call $bump) (local.get $ws))))
        (call $await (local.get $ws) (local.get $count))
        (call $number))

      (func (export "kept") (result i32)
        (local $ws i32) (local $count i32)
        (local.set $ws (call $waitable-set.new))
        (local.set $count (call $joined (call $bump-at-once) (local.get $ws)))
        (drop (call $thread.yield))
        (local.set $count
          (i32.add (local.get $count) (call $joined (call $bump-at-once) (local.get $ws))))
        (call $await (local.get $ws) (local.get $count))
        (call $number))

      ;; starts `count` tasks of bump, giving way after each
      (func (export "many") (param $tasks i32) (result i32)
        (local $ws i32) (local $count i32)
        (local.set $ws (call $waitable-set.new))
        (loop $more
          (local.set $count (i32.add (local.get $count) (call $joined (call $bump) (local.get $ws))))
          (drop (call $thread.yield))
          (local.set $tasks (i32.sub (local.get $tasks) (i32.const 1)))
          (br_if $more (local.get $tasks)))
        (call $await (local.get $ws) (local.get $count))
        (call $number))
    )
    (canon thread.yield (core func $thread.yield))
    (canon subtask.drop (core func $subtask.drop))
    (canon waitable.join (core func $waitable.join))
    (canon waitable-set.new (core func $waitable-set.new))
    (canon waitable-set.wait (memory (core memory $memory "mem")) (core func $waitable-set.wait))
    (canon waitable-set.drop (core func $waitable-set.drop))
    (canon lower (func $counter "bump") async (core func $bump))
    (canon lower (func $counter "bump-at-once") async (core func $bump-at-once))
    (canon lower (func $counter "number") (core func $number))
    (core instance $mm (instantiate $MM (with "" (instance
      (export "mem" (memory $memory "mem"))
      (export "thread.yield" (func $thread.yield))
      (export "subtask.drop" (func $subtask.drop))
      (export "waitable.join" (func $waitable.join))
      (export "waitable-set.new" (func $waitable-set.new))
      (export "waitable-set.wait" (func $waitable-set.wait))
      (export "waitable-set.drop" (func $waitable-set.drop))
      (export "bump" (func $bump))
      (export "bump-at-once" (func $bump-at-once))
      (export "number" (func $number))
    ))))
    (func (export "lost") async (result u32) (canon lift (core func $mm "lost")))
    (func (export "kept") async (result u32) (canon lift (core func $mm "kept")))
    (func (export "many") async (param "tasks" u32) (result u32) (canon lift (core func $mm "many")))
  )
  (instance $counter (instantiate $Counter))
  (instance $main (instantiate $Main (with "counter" (instance $counter))))
  (func (export "lost") (alias export $main "lost"))
  (func (export "kept") (alias export $main "kept"))
  (func (export "many") (alias export $main "many"))
)
