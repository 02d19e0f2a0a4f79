;; The start function of the second core module traps.
(component
  (core module $Good (func $start) (start $start))
  (core module $Bad (func $start unreachable) (start $start))
  (core instance (instantiate $Good))
  (core instance (instantiate $Bad))
)
