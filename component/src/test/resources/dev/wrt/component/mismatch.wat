;; Imports a function of the interface that echo.wat exports with another type than it has.
(component
  (import "test:echo/api@1.2.0" (instance $api
    (export "add" (func (param "a" u64) (param "b" u32) (result u32)))))
)
