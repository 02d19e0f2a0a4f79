;; Asks for 64 MiB of memory when it is instantiated.
(component
  (core module $m (memory 1024))
  (core instance $i (instantiate $m))
  (core module $n (func (export "f")))
  (core instance $j (instantiate $n))
  (func (export "f") (canon lift (core func $j "f")))
)
