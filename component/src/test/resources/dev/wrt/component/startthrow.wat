;; A start function that throws.
(component
  (core module $M (tag $odd) (func $start (throw $odd)) (start $start))
  (core instance (instantiate $M)))
