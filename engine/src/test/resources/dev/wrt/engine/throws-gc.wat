;; Exceptions that carry objects, while each allocation may collect.
(module
  (type $box (struct (field i32)))
  (tag $e (param i32 (ref $box)))
  (global $kept (mut (ref null $box)) (ref.null $box))

  ;; n calls below, throws a box of what was added up in boxes on the way
  (func $deep (param $n i32) (param $sum (ref $box))
    (local $mine (ref $box))
    (local.set $mine (struct.new $box (i32.add (local.get $n) (struct.get $box 0 (local.get $sum)))))
    (if (i32.eqz (local.get $n)) (then (throw $e (i32.const 1) (local.get $mine))))
    (call $deep (i32.sub (local.get $n) (i32.const 1)) (local.get $mine))
    (global.set $kept (local.get $mine)))

  ;; n + .. + 1 from the exception, 1 from its values, 100 and 1000 from boxes that live meanwhile
  (func $once (export "once") (param $n i32) (result i32)
    (local $box (ref $box))
    (local $thrown exnref)
    (local $value i32)
    (struct.new $box (i32.const 100))
    (local.set $box (struct.new $box (i32.const 1000)))
    (block $out (result i32 (ref $box))
      (block $caught (result i32 (ref $box) exnref)
        (try_table (catch_ref $e $caught)
          (call $deep (local.get $n) (struct.new $box (i32.const 0))))
        (unreachable))
      (local.set $thrown)
      (drop)
      (drop)
      (drop (struct.new $box (i32.const 5)))
      (try_table (catch $e $out) (throw_ref (local.get $thrown)))
      (unreachable))
    (drop (struct.new $box (i32.const 6)))
    (local.set $value (struct.get $box 0))
    (local.set $value (i32.add (local.get $value)))
    (struct.get $box 0)
    (i32.add (local.get $value))
    (i32.add (struct.get $box 0 (local.get $box))))

  ;; the same by the old instructions: the exception is kept where no instruction names it
  (func (export "old") (param $n i32) (result i32)
    try (result i32)
      try (result i32)
        (call $deep (local.get $n) (struct.new $box (i32.const 0)))
        i32.const 0
      catch $e
        (drop (struct.new $box (i32.const 5)))
        drop
        drop
        (drop (struct.new $box (i32.const 6)))
        rethrow 0
      end
    catch $e
      (drop (struct.new $box (i32.const 7)))
      struct.get $box 0
      i32.add
    end)

  (func (export "uncaught") (param $n i32)
    (call $deep (local.get $n) (struct.new $box (i32.const 0)))))
