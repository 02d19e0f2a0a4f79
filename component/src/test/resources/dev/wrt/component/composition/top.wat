;; Passes a thing from the left to the right: both must mean the same type.
(component
  (import "test:comp/left" (instance $left
    (export "thing" (type $t (sub resource)))
    (export "wrap" (func (param "v" u32) (result (own $t))))))
  (alias export $left "thing" (type $thing))
  (import "test:comp/right" (instance $right
    (alias outer 1 $thing (type $t'))
    (export "thing" (type $t (eq $t')))
    (export "unwrap" (func (param "t" (own $t)) (result u32)))))
  (core func $wrap (canon lower (func $left "wrap")))
  (core func $unwrap (canon lower (func $right "unwrap")))
  (core module $M
    (import "env" "wrap" (func $wrap (param i32) (result i32)))
    (import "env" "unwrap" (func $unwrap (param i32) (result i32)))
    (func (export "run") (param i32) (result i32) (call $unwrap (call $wrap (local.get 0)))))
  (core instance $m (instantiate $M (with "env" (instance
    (export "wrap" (func $wrap)) (export "unwrap" (func $unwrap))))))
  (func (export "run") (param "v" u32) (result u32) (canon lift (core func $m "run")))
)
