;; What the immediates of canonical definitions refer to: index 0 of each space, and types 0 to 3.
(component
  (core module $M
    (memory (export "mem") 1)
    (table (export "table") 1 funcref)
    (func (export "f"))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 0)))
  (core instance $m (instantiate $M))
  (alias core export $m "f" (core func))
  (alias core export $m "realloc" (core func))
  (alias core export $m "mem" (core memory))
  (alias core export $m "table" (core table))
  (core type (func (param i32)))
  (type (func))
  (type (resource (rep i32)))
  (type (stream u8))
  (type (future u8))
  (func (type 0) (canon lift (core func 0)))
)
