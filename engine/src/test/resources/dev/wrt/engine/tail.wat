;; Tail calls: of itself, of a function with another frame, by table and by reference, to an
;; import. Each counts n down to 0.
(module
  (type $count (func (param i64 i64) (result i64)))
  (import "other" "back" (func $back (param i64 i64) (result i64)))
  (import "host" "ask" (func $ask (param i32 v128) (result i64)))
  (import "other" "table" (table 4 funcref))
  (elem (i32.const 0) func $byTable $small $over)
  (elem declare func $byRef)

  ;; sum of n, n-1, .. 1, added to s
  (func (export "self") (param $n i64) (param $s i64) (result i64)
    (if (i64.eqz (local.get $n)) (then (return (local.get $s))))
    (return_call 2
      (i64.sub (local.get $n) (i64.const 1))
      (i64.add (local.get $s) (local.get $n))))

  ;; the arguments change places each time: the result is that of another engine
  (func $swap (export "swap") (param $n i64) (param $a i64) (param $b i64) (result i64)
    (if (i64.eqz (local.get $n))
      (then (return (i64.sub (local.get $a) (i64.mul (i64.const 3) (local.get $b))))))
    (return_call $swap
      (i64.sub (local.get $n) (i64.const 1)) (local.get $b) (local.get $a)))

  ;; two functions whose frames differ, one with v128 parameters and many locals
  (func $small (export "small") (param $n i64) (param $s i64) (result i64)
    (if (i64.eqz (local.get $n)) (then (return (local.get $s))))
    (return_call $large
      (i8x16.splat (i32.const 1))
      (i64.sub (local.get $n) (i64.const 1))
      (i64x2.splat (local.get $s))
      (local.get $s)))
  (func $large (param $x v128) (param $n i64) (param $y v128) (param $s i64) (result i64)
    (local v128 v128 i64 i64 i64)
    (if (i64.eqz (local.get $n)) (then (return (i64.sub (i64.const 0) (local.get $s)))))
    (return_call $small
      (i64.sub (local.get $n) (i64.const 1))
      (i64.add
        (i64x2.extract_lane 1 (local.get $y))
        (i64.and (i64x2.extract_lane 0 (local.get $x)) (i64.const 3)))))

  (func $byTable (export "byTable") (param $n i64) (param $s i64) (result i64)
    (if (i64.eqz (local.get $n)) (then (return (local.get $s))))
    (return_call_indirect (type $count)
      (i64.sub (local.get $n) (i64.const 1))
      (i64.add (local.get $s) (i64.const 2))
      (i32.const 0)))

  (func $byRef (export "byRef") (param $n i64) (param $s i64) (result i64)
    (if (i64.eqz (local.get $n)) (then (return (local.get $s))))
    (return_call_ref $count
      (i64.sub (local.get $n) (i64.const 1))
      (i64.add (local.get $s) (i64.const 3))
      (ref.func $byRef)))

  ;; there and back between two instances
  (func $over (export "over") (param $n i64) (param $s i64) (result i64)
    (if (i64.eqz (local.get $n)) (then (return (local.get $s))))
    (return_call $back
      (i64.sub (local.get $n) (i64.const 1))
      (i64.add (local.get $s) (i64.const 1))))
  ;; ... below a frame that goes on
  (func (export "overAndOn") (param $n i64) (param $s i64) (result i64)
    (i64.add (i64.const 1000000000) (call $over (local.get $n) (local.get $s))))

  (func $host (export "host") (param i64) (result i64)
    (return_call $ask (i32.const -1) (i64x2.splat (local.get 0))))
  (func (export "hostAndOn") (param i64) (result i64)
    (i64.add (i64.const 7) (call $host (local.get 0))))

  (func (export "null") (result i64)
    (return_call_ref $count (i64.const 1) (i64.const 2) (ref.null $count)))
  (func (export "element") (param i32) (result i64)
    (return_call_indirect (type $count) (i64.const 1) (i64.const 2) (local.get 0))))
