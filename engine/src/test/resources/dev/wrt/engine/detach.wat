;; A program that a seed makes up: calls of all kinds, down to calls of the host, on the way of
;; which something is held: numbers, a vector, objects, a handler.
(module
  (type $step (func (param i64 i32) (result i64)))
  (type $list (struct (field $value i64) (field $next (ref null $list))))
  ;; 0: answers; 1: calls step; 2: throws
  (import "host" "ask" (func $ask (param i32 i64 i32) (result i64)))
  (import "other" "step" (func $other (type $step)))
  (tag $odd (export "odd") (param i64))
  (table 3 funcref)
  (elem (i32.const 0) func $step $wide $caught)
  (elem declare func $held)
  (global $objects (export "objects") (mut i32) (i32.const 0))

  (func $mix (param $x i64) (result i64)
    (local.set $x (i64.mul (local.get $x) (i64.const 0x5851f42d4c957f2d)))
    (i64.add (i64.rotl (local.get $x) (i64.const 29)) (i64.const 0x14057b7ef767814f)))

  (func $step (export "step") (param $seed i64) (param $depth i32) (result i64)
    (local $next i64) (local $less i32)
    (if (i32.eqz (local.get $depth))
      (then (return (call $ask (i32.const 0) (local.get $seed) (i32.const 0)))))
    (local.set $next (call $mix (local.get $seed)))
    (local.set $less (i32.sub (local.get $depth) (i32.const 1)))
    (block $8 (block $7 (block $6 (block $5 (block $4 (block $3 (block $2 (block $1 (block $0
      (br_table $0 $1 $2 $3 $4 $5 $6 $7 $8
        (i32.rem_u (i32.wrap_i64 (i64.shr_u (local.get $seed) (i64.const 17))) (i32.const 9))))
      ;; 0: one before and one behind
      (return (i64.sub
        (call $step (local.get $next) (local.get $less))
        (call $step (call $mix (local.get $next)) (local.get $less)))))
      ;; 1: by table, with vectors
      (return (call_indirect (type $step)
        (local.get $next) (local.get $less) (i32.const 1))))
      ;; 2: in another instance
      (return (i64.rotl (call $other (local.get $next) (local.get $less)) (i64.const 7))))
      ;; 3: with a handler
      (return (call $caught (local.get $next) (local.get $less))))
      ;; 4: throws, or lets the host throw
      (if (i64.eqz (i64.and (local.get $seed) (i64.const 3)))
        (then (throw $odd (local.get $seed))))
      (return (call $ask (i32.const 2) (local.get $next) (local.get $less))))
      ;; 5: by tail call
      (return_call $step (local.get $next) (local.get $less)))
      ;; 6: the host calls
      (return (i64.add
        (i64.extend_i32_u (local.get $depth))
        (call $ask (i32.const 1) (local.get $next) (local.get $less)))))
      ;; 7: with objects, by reference
      (return (call_ref $step (local.get $next) (local.get $less) (ref.func $held))))
    ;; 8: a tail call of the host or of another instance
    (if (i64.eqz (i64.and (local.get $seed) (i64.const 2)))
      (then (return_call $other (local.get $next) (local.get $less))))
    (return_call $ask (i32.const 1) (local.get $next) (local.get $less)))

  (func $wide (type $step)
    (local $v v128) (local $w v128)
    (local.set $v (i64x2.splat (local.get 0)))
    (local.set $w (i64x2.replace_lane 1 (local.get $v) (i64.const 77)))
    (i64x2.add (local.get $w) (local.get $v))
    (i64x2.splat (call $step (local.get 0) (local.get 1)))
    (local.set $w (i64x2.mul (local.get $w)))
    (local.set $v (i64x2.add (local.get $v)))
    (i64.xor
      (i64.add (i64x2.extract_lane 0 (local.get $v)) (i64x2.extract_lane 1 (local.get $v)))
      (i64.sub (i64x2.extract_lane 0 (local.get $w)) (i64x2.extract_lane 1 (local.get $w)))))

  (func $caught (type $step)
    (block $odd (result i64)
      (block $any
        (return (try_table (result i64) (catch $odd $odd) (catch_all $any)
          (call $step (local.get 0) (local.get 1)))))
      (return (i64.xor (i64.const 5) (local.get 0))))
    (i64.add (i64.const 1)))

  ;; a list of three, one of which only the operand stack holds
  (func $held (type $step)
    (local $list (ref null $list)) (local $got i64)
    (if (i32.eqz (global.get $objects))
      (then (return_call $step (local.get 0) (local.get 1))))
    (local.set $list (struct.new $list (local.get 0) (ref.null $list)))
    (local.set $list (struct.new $list (i64.const 3) (local.get $list)))
    (struct.new $list (i64.const 2) (local.get $list))
    (local.set $got (call $step (local.get 0) (local.get 1)))
    (drop (struct.new $list (i64.const 99) (ref.null $list)))
    (struct.get $list $value)
    (local.set $got (i64.add (local.get $got)))
    (loop $more
      (local.set $got (i64.add (i64.mul (local.get $got) (i64.const 31))
        (struct.get $list $value (local.get $list))))
      (br_if $more (i32.eqz (ref.is_null
        (local.tee $list (struct.get $list $next (local.get $list)))))))
    (local.get $got))

  (func (export "throw") (param i64) (throw $odd (local.get 0)))

  ;; host calls below n frames, each with a local and an operand
  (func $deep (export "deep") (param $n i32) (result i64)
    (local $kept i64)
    (local.set $kept (i64.extend_i32_u (local.get $n)))
    (if (i32.eqz (local.get $n))
      (then (return (call $ask (i32.const 0) (i64.const 0) (i32.const 0)))))
    (local.get $kept)
    (call $deep (i32.sub (local.get $n) (i32.const 1)))
    (i64.add)
    (local.get $kept)
    (i64.mul))

  ;; as many calls of the host
  (func (export "often") (param $n i32) (result i64)
    (local $sum i64)
    (loop $more
      (local.set $sum (i64.add (local.get $sum)
        (call $ask (i32.const 0) (i64.extend_i32_u (local.get $n)) (i32.const 0))))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
