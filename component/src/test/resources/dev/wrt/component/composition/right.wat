;; Takes things of the imported interface and drops them.
(component
  (import "test:comp/things@1.1.0" (instance $things
    (export "thing" (type $t (sub resource)))
    (export "[method]thing.value" (func (param "self" (borrow $t)) (result u32)))))
  (alias export $things "thing" (type $thing))
  (core func $value (canon lower (func $things "[method]thing.value")))
  (core func $drop (canon resource.drop $thing))
  (core module $M
    (import "env" "value" (func $value (param i32) (result i32)))
    (import "env" "drop" (func $drop (param i32)))
    (func (export "unwrap") (param i32) (result i32)
      (local $v i32)
      (local.set $v (call $value (local.get 0)))
      (call $drop (local.get 0))
      (local.get $v)))
  (core instance $m (instantiate $M (with "env" (instance
    (export "value" (func $value)) (export "drop" (func $drop))))))
  (func $unwrap' (param "t" (own $thing)) (result u32) (canon lift (core func $m "unwrap")))
  (component $Shim
    (import "thing" (type $t (sub resource)))
    (import "unwrap" (func $unwrap (param "t" (own $t)) (result u32)))
    (export $thing "thing" (type $t))
    (export "unwrap" (func $unwrap) (func (param "t" (own $thing)) (result u32))))
  (instance $right (instantiate $Shim
    (with "thing" (type $thing))
    (with "unwrap" (func $unwrap'))))
  (export "test:comp/right" (instance $right))
)
