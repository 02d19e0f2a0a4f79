;; Programs that allocate: lists, trees, arrays, boxed numbers, in locals, operands, tables, globals.
(module
  (rec
    (type $node (struct (field $next (mut (ref null $node))) (field $value (mut i64)) (field $tag (mut i8))))
    (type $tree (struct (field $left (mut (ref null $tree))) (field $right (mut (ref null $tree))) (field $key i32))))
  (type $bytes (array (mut i8)))
  (type $words (array (mut i64)))
  (type $refs (array (mut anyref)))
  (type $vecs (array (mut v128)))
  (type $pair (struct (field $a eqref) (field $b v128)))
  (data $text "\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\0f\10")
  (table $kept 8 anyref)
  (global $root (mut (ref null $node)) (ref.null $node))
  (global $const (ref $words) (array.new_fixed $words 3 (i64.const 5) (i64.const 7) (i64.const 11)))
  (elem $items anyref (ref.i31 (i32.const 3)) (struct.new $node (ref.null $node) (i64.const 9) (i32.const 1))
    (array.new $bytes (i32.const 4) (i32.const 6)))

  (func $push (param $list (ref null $node)) (param $v i64) (result (ref $node))
    (struct.new $node (local.get $list) (local.get $v) (i32.wrap_i64 (local.get $v))))

  (func $sum (param $list (ref null $node)) (result i64) (local $s i64)
    (block $done
      (loop $again
        (br_if $done (ref.is_null (local.get $list)))
        (local.set $s (i64.add (i64.mul (local.get $s) (i64.const 31))
          (i64.add (struct.get $node $value (local.get $list))
            (i64.extend_i32_s (struct.get_s $node $tag (local.get $list))))))
        (local.set $list (struct.get $node $next (local.get $list)))
        (br $again)))
    (local.get $s))

  ;; n nodes, with three garbage objects each
  (func $list (export "list") (param $n i64) (result i64) (local $l (ref null $node)) (local $i i64)
    (loop $again
      (local.set $l (call $push (local.get $l) (local.get $i)))
      (drop (array.new_default $words (i32.const 3)))
      (drop (struct.new_default $node))
      (drop (call $push (local.get $l) (i64.const -1)))
      (local.set $i (i64.add (local.get $i) (i64.const 1)))
      (br_if $again (i64.lt_u (local.get $i) (local.get $n))))
    (call $sum (local.get $l)))

  (func $insert (param $t (ref null $tree)) (param $k i32) (result (ref $tree)) (local $at (ref $tree))
    (if (result (ref $tree)) (ref.is_null (local.get $t))
      (then (struct.new $tree (ref.null $tree) (ref.null $tree) (local.get $k)))
      (else
        (local.set $at (ref.cast (ref $tree) (local.get $t)))
        (if (i32.lt_s (local.get $k) (struct.get $tree $key (local.get $at)))
          (then (struct.set $tree $left (local.get $at) (call $insert (struct.get $tree $left (local.get $at)) (local.get $k))))
          (else (struct.set $tree $right (local.get $at) (call $insert (struct.get $tree $right (local.get $at)) (local.get $k)))))
        (local.get $at))))

  (func $walk (param $t (ref null $tree)) (param $acc i64) (result i64) (local $box (ref $words))
    (if (ref.is_null (local.get $t)) (then (return (local.get $acc))))
    ;; the left result is an operand while the box is allocated, and the box is live over the second call
    (local.set $acc (call $walk (struct.get $tree $left (local.get $t)) (local.get $acc)))
    (local.set $box (array.new $words (i64.extend_i32_s (struct.get $tree $key (local.get $t))) (i32.const 2)))
    (call $walk (struct.get $tree $right (local.get $t))
      (i64.add (i64.mul (local.get $acc) (i64.const 17)) (array.get $words (local.get $box) (i32.const 1)))))

  (func (export "tree") (param $n i64) (result i64) (local $t (ref null $tree)) (local $x i32)
    (local.set $x (i32.const 12345))
    (loop $again
      (local.set $x (i32.add (i32.mul (local.get $x) (i32.const 1103515245)) (i32.const 12345)))
      (local.set $t (call $insert (local.get $t) (i32.shr_s (local.get $x) (i32.const 16))))
      (local.set $n (i64.sub (local.get $n) (i64.const 1)))
      (br_if $again (i64.ne (local.get $n) (i64.const 0))))
    (call $walk (local.get $t) (i64.const 1)))

  ;; keeps objects in a table, an array, a global, on the operand stack
  (func (export "kept") (param $n i64) (result i64)
    (local $refs (ref $refs)) (local $i i32) (local $s i64) (local $any anyref)
    (local.set $refs (array.new_default $refs (i32.const 16)))
    (loop $again
      (table.set $kept (i32.and (local.get $i) (i32.const 7))
        (array.new_data $bytes $text (i32.and (local.get $i) (i32.const 3)) (i32.const 9)))
      (array.set $refs (local.get $refs) (i32.and (local.get $i) (i32.const 15))
        (struct.new $pair (ref.i31 (local.get $i)) (i64x2.splat (i64.extend_i32_u (local.get $i)))))
      (global.set $root (call $push (global.get $root) (i64.extend_i32_u (local.get $i))))
      ;; two allocations with operands waiting
      (local.set $s (i64.add (i64.mul (local.get $s) (i64.const 13))
        (call $mix (call $push (ref.null $node) (local.get $s)) (array.new_fixed $words 2 (local.get $s) (i64.const 3))
           (struct.new $pair (call $push (global.get $root) (i64.const 4)) (v128.const i64x2 7 8)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $again (i64.lt_u (i64.extend_i32_u (local.get $i)) (local.get $n))))
    (array.copy $refs $refs (local.get $refs) (i32.const 1) (local.get $refs) (i32.const 0) (i32.const 15))
    (local.set $i (i32.const 0))
    (loop $read
      (local.set $any (array.get $refs (local.get $refs) (local.get $i)))
      (if (ref.test (ref $pair) (local.get $any))
        (then (local.set $s (i64.add (i64.mul (local.get $s) (i64.const 3))
          (i64.add (i64.extend_i32_s (i31.get_s (ref.cast (ref i31) (struct.get $pair $a (ref.cast (ref $pair) (local.get $any))))))
            (i64x2.extract_lane 1 (struct.get $pair $b (ref.cast (ref $pair) (local.get $any)))))))))
      (local.set $any (table.get $kept (i32.and (local.get $i) (i32.const 7))))
      (if (ref.test (ref $bytes) (local.get $any))
        (then (local.set $s (i64.add (local.get $s)
          (i64.extend_i32_u (array.get_u $bytes (ref.cast (ref $bytes) (local.get $any)) (i32.const 8)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $read (i32.lt_u (local.get $i) (i32.const 16))))
    (local.set $s (i64.add (local.get $s) (call $sum (global.get $root))))
    (global.set $root (ref.null $node))
    (i64.add (local.get $s) (array.get $words (global.get $const) (i32.const 2))))

  (func $mix (param $n (ref $node)) (param $w (ref $words)) (param $p (ref $pair)) (result i64)
    (i64.add (struct.get $node $value (local.get $n))
      (i64.add (array.get $words (local.get $w) (i32.const 0))
        (i64.add (i64x2.extract_lane 0 (struct.get $pair $b (local.get $p)))
          (call $sum (ref.cast (ref $node) (struct.get $pair $a (local.get $p))))))))

  ;; bulk operations
  (func (export "bulk") (param $n i64) (result i64)
    (local $b (ref $bytes)) (local $w (ref $words)) (local $r (ref $refs)) (local $v (ref $vecs)) (local $s i64) (local $k i32)
    (local.set $k (i32.wrap_i64 (local.get $n)))
    (local.set $b (array.new $bytes (i32.const 7) (i32.mul (local.get $k) (i32.const 5))))
    (local.set $w (array.new $words (local.get $n) (local.get $k)))
    (local.set $r (array.new_elem $refs $items (i32.const 0) (i32.const 3)))
    (local.set $v (array.new $vecs (v128.const i64x2 1 2) (local.get $k)))
    (array.fill $vecs (local.get $v) (i32.const 1) (i64x2.splat (local.get $n)) (i32.sub (local.get $k) (i32.const 2)))
    (array.init_data $bytes $text (local.get $b) (i32.const 3) (i32.const 2) (i32.const 11))
    (array.init_elem $refs $items (local.get $r) (i32.const 1) (i32.const 0) (i32.const 2))
    (array.copy $bytes $bytes (local.get $b) (i32.const 5) (local.get $b) (i32.const 2) (i32.const 12))
    (array.fill $bytes (local.get $b) (i32.const 1) (i32.const 200) (local.get $k))
    (loop $again
      (local.set $k (i32.sub (local.get $k) (i32.const 1)))
      (local.set $s (i64.add (i64.mul (local.get $s) (i64.const 31))
        (i64.add (i64.extend_i32_s (array.get_s $bytes (local.get $b) (local.get $k)))
          (i64.add (array.get $words (local.get $w) (local.get $k))
            (i64x2.extract_lane 1 (array.get $vecs (local.get $v) (local.get $k)))))))
      (br_if $again (local.get $k)))
    (i64.add (local.get $s) (i64.extend_i32_s (i31.get_s (ref.cast (ref i31) (array.get $refs (local.get $r) (i32.const 1)))))))

  ;; n live nodes; keeps them in the global
  (func (export "fill") (param $n i64) (result i64)
    (loop $again
      (global.set $root (call $push (global.get $root) (local.get $n)))
      (local.set $n (i64.sub (local.get $n) (i64.const 1)))
      (br_if $again (i64.ne (local.get $n) (i64.const 0))))
    (i64.const 1))
  (func (export "total") (result i64) (call $sum (global.get $root)))
  (func (export "array") (param $n i64) (result i64)
    (i64.extend_i32_u (array.len (array.new_default $bytes (i32.wrap_i64 (local.get $n))))))
  (func (export "clear") (result i64) (global.set $root (ref.null $node)) (i64.const 0))
)
