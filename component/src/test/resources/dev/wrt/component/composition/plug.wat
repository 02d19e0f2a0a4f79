;; Imports a core module and instantiates it.
(component
  (import "plug" (core module $Plug
    (import "env" "base" (global i32))
    (export "f" (func (param i32) (result i32)))))
  (core module $Env (global (export "base") i32 (i32.const 100)))
  (core instance $env (instantiate $Env))
  (core instance $plug (instantiate $Plug (with "env" (instance $env))))
  (func (export "f") (param "v" u32) (result u32) (canon lift (core func $plug "f")))
)
