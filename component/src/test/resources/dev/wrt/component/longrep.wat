;; A resource represented by an i64.
(component
  (type $r (resource (rep i64)))
  (core func $new (canon resource.new $r)))
