;; Is large from the start.
(component
  (core module $m (memory 5) (table 10 funcref))
  (core instance (instantiate $m)))
