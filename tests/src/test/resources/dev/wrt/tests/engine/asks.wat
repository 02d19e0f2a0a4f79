;; Calls of the host below n frames, for ever.
(module
  (import "host" "ask" (func $ask (param i32) (result i32)))
  (func $deep (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (call $ask (local.get $n)))))
    (i32.add (local.get $n) (call $deep (i32.sub (local.get $n) (i32.const 1)))))
  (func (export "ask") (param $n i32)
    (loop $more (drop (call $deep (local.get $n))) (br $more))))
