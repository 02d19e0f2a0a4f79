;; Exceptions: where they are caught, what they carry, what is not caught.
(module
  (import "host" "ask" (func $ask (param i32) (result i32)))
  (tag $pair (export "pair") (param i32 i64))
  (tag $wide (param v128 f64))
  (tag $none)
  (memory 1)

  ;; throws n calls below
  (func $deep (export "deep") (param $n i32)
    (if (i32.eqz (local.get $n)) (then (throw $pair (i32.const 7) (i64.const 70))))
    (call $deep (i32.sub (local.get $n) (i32.const 1))))

  ;; 1000 + 70 - 7: the local that was set last, and the values
  (func $catch (export "catch") (param $n i32) (result i64)
    (local $kept i64)
    (local $low i32)
    (local $high i64)
    (local.set $kept (i64.const 999))
    (block $caught (result i32 i64)
      (block $other
        (try_table (catch $none $other) (catch $pair $caught)
          (local.set $kept (i64.add (local.get $kept) (i64.const 1)))
          (call $deep (local.get $n))))
      (return (i64.const -1)))
    (local.set $high)
    (local.set $low)
    (i64.sub
      (i64.add (local.get $kept) (local.get $high))
      (i64.extend_i32_u (local.get $low))))

  ;; 70: the same, thrown again by reference in two frames
  (func $again (param $n i32)
    (block $caught (result i32 i64 exnref)
      (try_table (catch_ref $pair $caught) (call $deep (local.get $n)))
      (return))
    (throw_ref))
  (func $againAll (param $n i32)
    (block $caught (result exnref)
      (try_table (catch_all_ref $caught) (call $again (local.get $n)))
      (return))
    (throw_ref))
  (func (export "again") (param $n i32) (result i64)
    (local $high i64)
    (block $caught (result i32 i64)
      (try_table (catch $pair $caught) (call $againAll (local.get $n)))
      (return (i64.const -1)))
    (local.set $high)
    (drop)
    (local.get $high))

  ;; values of two slots; the label is the function's
  (func (export "wide") (param $n i32) (result v128 f64)
    (try_table (catch $wide 0)
      (throw $wide (i32x4.splat (local.get $n)) (f64.const 0.5)))
    (unreachable))

  ;; a handler is of its body only: not of what is before, behind, or in a handler
  (func (export "body") (param $where i32) (result i32)
    (block $outer
      (try_table (catch_all $outer)
        (block $inner
          (if (i32.eq (local.get $where) (i32.const 0)) (then (throw $none)))
          (try_table (catch $none $inner)
            (if (i32.eq (local.get $where) (i32.const 1)) (then (throw $none)))
            (if (i32.eq (local.get $where) (i32.const 2))
              (then (throw $wide (v128.const i64x2 0 0) (f64.const 0)))))
          (if (i32.eq (local.get $where) (i32.const 3)) (then (throw $none)))
          (return (i32.const 10)))
        (return (i32.const 11)))
      (unreachable))
    (i32.const 12))

  ;; a loop that is left and entered by exceptions only: n + .. + 1
  (func (export "loop") (param $n i32) (result i64)
    (local $sum i64)
    (block $done
      (loop $next
        (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u (local.get $n))))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (try_table (catch $none $next) (catch_all $done)
          (if (local.get $n) (then (throw $none)))
          (throw $pair (i32.const 0) (i64.const 0)))))
    (local.get $sum))

  ;; traps and exhaustion are no exceptions
  (func (export "trap") (result i32)
    (block $caught (try_table (catch_all $caught) (drop (i32.load (i32.const -1)))))
    (i32.const 1))
  (func $endless (call $endless))
  (func (export "exhaust") (result i32)
    (block $caught (try_table (catch_all $caught) (call $endless)))
    (i32.const 1))
  (func (export "null") (throw_ref (ref.null exn)))

  ;; calls the host, which may throw
  (func (export "host") (param i32) (result i64)
    (local $high i64)
    (block $caught (result i32 i64)
      (try_table (catch $pair $caught)
        (return (i64.extend_i32_s (call $ask (local.get 0)))))
      (unreachable))
    (local.set $high)
    (drop)
    (local.get $high))
  (func (export "hostUncaught") (param i32) (result i32)
    (block $caught
      (try_table (catch $none $caught) (return (call $ask (local.get 0)))))
    (i32.const 5))
  (func (export "hostByTail") (param i32) (result i32)
    (block $caught (result i32 i64)
      (try_table (catch $pair $caught) (return (call $tail (local.get 0))))
      (unreachable))
    (drop))
  (func $tail (param i32) (result i32)
    (block $caught (try_table (catch_all $caught) (return_call $ask (local.get 0))))
    (i32.const 6)))
