;; Imports what pong exports, and exports what pong imports.
(component
  (import "pong" (func $pong))
  (core module $M (func (export "ping")))
  (core instance $m (instantiate $M))
  (func (export "ping") (canon lift (core func $m "ping")))
)
