;; Components in components, with outer aliases and instances in instances.
(component
  (type $t (tuple u8 string))
  (core module $m)
  (component $a
    (alias outer 1 $t (type $t))
    (alias outer 1 $m (core module $m))
    (component $b (export "t" (type $t)) (export "m" (core module $m)))
    (instance $b (instantiate $b))
    (export "b" (instance $b)))
  (instance $a (instantiate $a))
  (export "m" (core module $a "b" "m")))
