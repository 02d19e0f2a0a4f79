(module
  (rec
    (type $n (sub (struct (field (ref null $n)) (field (ref $v)))))
    (type $v (func (param (ref $n)))))
  (rec (type $twin (sub (struct (field (ref null $twin)) (field (ref $v))))))
  (type $l (sub final $n (struct (field (ref null $n)) (field (ref $v)) (field i8))))
  (type $b (sub (func (param (ref $l)))))
  (type $i (func (param i32)))
  (import "a" "visit" (func (type $v)))
  (import "a" "narrow" (func (type $b)))
  (import "a" "leaf" (global (ref null $n)))
  (import "a" "table" (table 1 (ref null $v)))
  (import "a" "tag" (tag (type $i))))
