;; Calls that the ABI forbids: out of realloc, out of post-return, and back into a component that is
;; under way.
(component
  (import "poke" (func $poke))
  (core func $poke' (canon lower (func $poke)))
  (core module $M
    (import "env" "poke" (func $poke))
    (memory (export "mem") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (call $poke) (i32.const 64))
    (func (export "take") (param i32 i32))
    (func (export "noop"))
    (func (export "post") (call $poke)))
  (core instance $m (instantiate $M (with "env" (instance (export "poke" (func $poke'))))))
  (func (export "take") (param "s" string) (canon lift (core func $m "take")
    (memory (core memory $m "mem")) (realloc (core func $m "realloc"))))
  (func (export "post") (canon lift (core func $m "noop") (post-return (core func $m "post"))))
)
