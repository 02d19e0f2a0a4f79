;; Structures and arrays of the heap: a search tree is built, walked and dropped, more often than
;; the arena holds, so that the collector works too.
(module
  (import "host" "tell" (func $tell (param i64) (result i64)))
  (rec
    (type $tree
      (struct (field $key (mut i64)) (field $left (mut (ref null $tree)))
        (field $right (mut (ref null $tree))))))
  (type $longs (array (mut i64)))
  (global $root (mut (ref null $tree)) (ref.null $tree))
  (global $seed (mut i64) (i64.const 0x2545F4914F6CDD1D))
  (func $next (result i64)
    (global.set $seed
      (i64.add (i64.mul (global.get $seed) (i64.const 6364136223846793005))
        (i64.const 1442695040888963407)))
    (i64.shr_u (global.get $seed) (i64.const 33)))
  (func $insert (param $t (ref null $tree)) (param $key i64) (result (ref $tree))
    (if (ref.is_null (local.get $t))
      (then (return
        (struct.new $tree (local.get $key) (ref.null $tree) (ref.null $tree)))))
    (if (i64.lt_u (local.get $key) (struct.get $tree $key (local.get $t)))
      (then (struct.set $tree $left (local.get $t)
        (call $insert (struct.get $tree $left (local.get $t)) (local.get $key))))
      (else (struct.set $tree $right (local.get $t)
        (call $insert (struct.get $tree $right (local.get $t)) (local.get $key)))))
    (ref.as_non_null (local.get $t)))
  (func $walk (param $t (ref null $tree)) (param $acc i64) (result i64)
    (if (ref.is_null (local.get $t)) (then (return (local.get $acc))))
    (local.set $acc (call $walk (struct.get $tree $left (local.get $t)) (local.get $acc)))
    (local.set $acc
      (i64.add (i64.mul (local.get $acc) (i64.const 31))
        (struct.get $tree $key (local.get $t))))
    (call $walk (struct.get $tree $right (local.get $t)) (local.get $acc)))
  (func (export "run") (param $rounds i32) (result i64)
    (local $i i32) (local $acc i64) (local $row (ref null $longs))
    (loop $more
      (global.set $root (ref.null $tree))
      (local.set $row (array.new $longs (i64.const 7) (i32.const 24)))
      (local.set $i (i32.const 0))
      (loop $grow
        (global.set $root (call $insert (global.get $root) (call $next)))
        (array.set $longs (local.get $row) (local.get $i) (global.get $seed))
        (br_if $grow
          (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 9))))
      (local.set $acc (call $walk (global.get $root) (local.get $acc)))
      (local.set $acc
        (i64.add (local.get $acc)
          (array.get $longs (local.get $row) (i32.and (local.get $rounds) (i32.const 15)))))
      (local.set $acc (i64.xor (local.get $acc) (call $tell (local.get $acc))))
      (br_if $more (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $acc)))
