;; holds: an object in a local and another on the operand stack, while the machine waits
;; garbage: makes objects
(module
  (type $cell (struct (field i32)))
  (memory (export "memory") 1 1 shared)
  (func (export "holds") (param $n i32) (result i32)
    (local $held (ref null $cell))
    (local.set $held (struct.new $cell (local.get $n)))
    (struct.new $cell (i32.const 40))
    (local.set $n
      (i32.add (local.get $n) (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1))))
    (i32.add (struct.get $cell 0) (struct.get $cell 0 (local.get $held))))
  (func (export "garbage") (param $n i32) (result i32)
    (loop $again
      (drop (struct.new $cell (local.get $n)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (memory.atomic.notify (i32.const 0) (i32.const 1))))
