;; A component that gets streams from the host and passes streams to it, as arguments and results of
;; the host's functions.
(component
  (type $bytes (stream u8))
  (import "give" (func $give (result $bytes)))
  (import "take" (func $take (param "s" $bytes)))
  (core module $Memory (memory (export "mem") 1))
  (core instance $memory (instantiate $Memory))
  (core func $give' (canon lower (func $give)))
  (core func $take' (canon lower (func $take)))
  (canon stream.new $bytes (core func $new))
  (canon stream.read $bytes (memory (core memory $memory "mem")) (core func $read))
  (canon stream.write $bytes (memory (core memory $memory "mem")) (core func $write))
  (canon stream.drop-readable $bytes (core func $drop-readable))
  (canon stream.drop-writable $bytes (core func $drop-writable))
  (core module $M
    (import "env" "mem" (memory 1))
    (import "env" "give" (func $give (result i32)))
    (import "env" "take" (func $take (param i32)))
    (import "env" "new" (func $new (result i64)))
    (import "env" "read" (func $read (param i32 i32 i32) (result i32)))
    (import "env" "write" (func $write (param i32 i32 i32) (result i32)))
    (import "env" "drop-readable" (func $drop-readable (param i32)))
    (import "env" "drop-writable" (func $drop-writable (param i32)))
    (data (i32.const 64) "written by the guest")
    ;; the host's stream goes back to the host unread
    (func (export "pass") (call $take (call $give)))
    ;; how many bytes the host's stream has
    (func (export "read") (result i32)
      (local $s i32) (local $r i32) (local $sum i32)
      (local.set $s (call $give))
      (loop $more
        (local.set $r (call $read (local.get $s) (i32.const 1024) (i32.const 5)))
        (local.set $sum (i32.add (local.get $sum) (i32.shr_u (local.get $r) (i32.const 4))))
        (br_if $more (i32.eqz (i32.and (local.get $r) (i32.const 15)))))
      (call $drop-readable (local.get $s))
      (local.get $sum))
    ;; the host reads what the component writes
    (func (export "write") (result i32)
      (local $ends i64) (local $w i32) (local $r i32) (local $at i32)
      (local.set $ends (call $new))
      (local.set $w (i32.wrap_i64 (i64.shr_u (local.get $ends) (i64.const 32))))
      (call $take (i32.wrap_i64 (local.get $ends)))
      (loop $more
        (local.set $r
          (call $write
            (local.get $w)
            (i32.add (i32.const 64) (local.get $at))
            (i32.sub (i32.const 20) (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.shr_u (local.get $r) (i32.const 4))))
        (br_if $more
          (i32.and
            (i32.lt_u (local.get $at) (i32.const 20))
            (i32.eqz (i32.and (local.get $r) (i32.const 15))))))
      (call $drop-writable (local.get $w))
      (local.get $at)))
  (core instance $m (instantiate $M (with "env" (instance
    (export "mem" (memory $memory "mem"))
    (export "give" (func $give'))
    (export "take" (func $take'))
    (export "new" (func $new))
    (export "read" (func $read))
    (export "write" (func $write))
    (export "drop-readable" (func $drop-readable))
    (export "drop-writable" (func $drop-writable))))))
  (func (export "pass") async (canon lift (core func $m "pass")))
  (func (export "read") async (result u32) (canon lift (core func $m "read")))
  (func (export "write") async (result u32) (canon lift (core func $m "write"))))
