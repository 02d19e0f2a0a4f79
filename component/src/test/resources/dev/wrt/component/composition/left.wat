;; Makes things of the imported interface, and reexports it.
(component
  (import "test:comp/things@1.0.0" (instance $things
    (export "thing" (type $t (sub resource)))
    (export "[constructor]thing" (func (param "v" u32) (result (own $t))))
    (export "boom" (func))))
  (alias export $things "thing" (type $thing))
  (core func $new (canon lower (func $things "[constructor]thing")))
  (core func $boom (canon lower (func $things "boom")))
  (core module $M
    (import "env" "new" (func $new (param i32) (result i32)))
    (import "env" "boom" (func $boom))
    (func (export "wrap") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "boom") (call $boom)))
  (core instance $m (instantiate $M (with "env" (instance
    (export "new" (func $new)) (export "boom" (func $boom))))))
  (func $wrap' (param "v" u32) (result (own $thing)) (canon lift (core func $m "wrap")))
  (func $boom' (canon lift (core func $m "boom")))
  (component $Shim
    (import "thing" (type $t (sub resource)))
    (import "wrap" (func $wrap (param "v" u32) (result (own $t))))
    (import "boom" (func $boom))
    (export $thing "thing" (type $t))
    (export "wrap" (func $wrap) (func (param "v" u32) (result (own $thing))))
    (export "boom" (func $boom)))
  (instance $left (instantiate $Shim
    (with "thing" (type $thing))
    (with "wrap" (func $wrap'))
    (with "boom" (func $boom'))))
  (export "test:comp/left" (instance $left))
)
