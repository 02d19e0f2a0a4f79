;; Three component instances.
(component
  (component $c)
  (instance (instantiate $c))
  (instance (instantiate $c)))
