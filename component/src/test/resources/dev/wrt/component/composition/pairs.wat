;; Asks for the record of things with another field.
(component
  (import "test:comp/things@1.0.0" (instance $things
    (type $p (record (field "a" u32) (field "c" u32)))
    (export "pair" (type (eq $p)))))
)
