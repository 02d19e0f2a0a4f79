;; Structures and arrays: made, read, written, cast; more of them than the heap holds at a time.
(module
  (rec
    (type $node (sub (struct (field (mut i64)) (field (mut (ref null $node))))))
    (type $leaf (sub $node (struct (field (mut i64)) (field (mut (ref null $node))) (field i8)))) 
    (type $bytes (array (mut i8))))
  (global $kept (mut (ref null $node)) (ref.null $node))
  (func (export "run") (param $n i32) (result i64)
    (local $a i64) (local $x (ref null $node)) (local $s (ref null $bytes)) (local $r anyref)
    (loop $next
      (local.set $x
        (struct.new $leaf (i64.extend_i32_u (local.get $n)) (global.get $kept) (local.get $n)))
      (if (i32.eqz (i32.and (local.get $n) (i32.const 15)))
        (then (global.set $kept (ref.null $node)))
        (else (global.set $kept (local.get $x))))
      (struct.set $node 0 (local.get $x)
        (i64.add (struct.get $node 0 (local.get $x)) (i64.const 5)))
      (local.set $s (array.new $bytes (local.get $n) (i32.const 40)))
      (array.set $bytes (local.get $s) (i32.const 7) (i32.const 200))
      (local.set $r (ref.i31 (local.get $n)))
      (local.set $a
        (i64.add
          (i64.add (local.get $a) (struct.get $node 0 (local.get $x)))
          (i64.extend_i32_u
            (i32.add
              (i32.add
                (array.get_u $bytes (local.get $s) (i32.const 7))
                (array.len (local.get $s)))
              (i32.add
                (i31.get_s (ref.cast i31ref (local.get $r)))
                (i32.add
                  (ref.test (ref $leaf) (local.get $x))
                  (struct.get_s $leaf 2 (ref.cast (ref $leaf) (local.get $x)))))))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $a)))
