;; Stands between a component that fetches and whoever answers: passes each question on, and the
;; answer back. Lifted synchronously, it takes one call after the other.
(component
  (import "fetch" (func $fetch async (param "what" string) (result string)))
  (core module $Alloc
    (memory (export "mem") 1)
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (local $ptr i32)
      (local.set $ptr
        (i32.and
          (i32.add (global.get $next) (i32.sub (local.get 2) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get 2))))
      (global.set $next (i32.add (local.get $ptr) (local.get 3)))
      (local.get $ptr)))
  (core instance $a (instantiate $Alloc))
  (alias core export $a "mem" (core memory $mem))
  (alias core export $a "realloc" (core func $realloc))
  (core func $fetch-sync (canon lower (func $fetch) (memory $mem) (realloc $realloc)))
  (core module $M
    (import "" "fetch" (func $fetch (param i32 i32 i32)))
    (func (export "fetch") (param i32 i32) (result i32)
      (call $fetch (local.get 0) (local.get 1) (i32.const 16))
      (i32.const 16)))
  (core instance $m (instantiate $M (with "" (instance (export "fetch" (func $fetch-sync))))))
  (func (export "fetch") async (param "what" string) (result string)
    (canon lift (core func $m "fetch") (memory $mem) (realloc $realloc))))
