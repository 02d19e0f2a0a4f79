;; The other half of ping.
(component
  (import "ping" (func $ping))
  (core module $M (func (export "pong")))
  (core instance $m (instantiate $M))
  (func (export "pong") (canon lift (core func $m "pong")))
)
