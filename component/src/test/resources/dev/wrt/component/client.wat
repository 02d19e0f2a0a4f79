;; Imports the interface that echo.wat exports, in an older compatible version.
(component
  (import "test:echo/api@1.0.0" (instance $api
    (export "add" (func (param "a" u32) (param "b" u32) (result u32)))))
  (core func $add (canon lower (func $api "add")))
  (core module $M
    (import "env" "add" (func $add (param i32 i32) (result i32)))
    (func (export "add-three") (param i32 i32 i32) (result i32)
      (call $add (call $add (local.get 0) (local.get 1)) (local.get 2))))
  (core instance $m (instantiate $M (with "env" (instance (export "add" (func $add))))))
  (func (export "add-three") (param "a" u32) (param "b" u32) (param "c" u32) (result u32)
    (canon lift (core func $m "add-three")))
)
