;; Exports things whose types are those of types-b.wat, under other indices.
(module
  (type (func (param i32)))
  (rec
    (type $node (sub (struct (field (ref null $node)) (field (ref $visit)))))
    (type $visit (func (param (ref $node)))))
  (type $leaf (sub final $node (struct (field (ref null $node)) (field (ref $visit)) (field i8))))
  (type $base (sub (func (param (ref $leaf)))))
  (type $narrow (sub final $base (func (param (ref $node)))))
  (func (export "visit") (type $visit))
  (func (export "narrow") (type $narrow))
  (func (export "base") (type $base))
  (global (export "leaf") (ref null $leaf) (ref.null $leaf))
  (global (export "mutable") (mut (ref null $leaf)) (ref.null $leaf))
  (table (export "table") 1 (ref null $visit))
  (tag (export "tag") (type 0)))
