;; Imports and exports of every form that WIT has, and of those it hasn't.
;; Text to binary: wasm-tools parse worlds.wat -o worlds.wasm
(component
  ;; names of primitive and of other types, and names for names
  (type $u64 u64)
  (import "test:use/types@1.2.0" (instance $types
    (alias outer 1 $u64 (type $u64))
    (export "filesize" (type $filesize (eq $u64)))
    (export "other-size" (type $other (eq $u64)))
    (export "size" (type $size (eq $filesize)))
    (type $bytes-def (list u8))
    (export "bytes" (type $bytes (eq $bytes-def)))
    (type $stat-def (record (field "size" $filesize) (field "type" $other) (field "links" u64)))
    (export "stat" (type $stat (eq $stat-def)))
    (type $content-def (variant (case "none") (case "some" $size) (case "list" $bytes)))
    (export "content" (type $content (eq $content-def)))
    (export "node" (type $node (sub resource)))
    (export "alias" (type $alias (eq $node)))
    (type $made (result (own $node) (error string)))
    (export "[constructor]node" (func (param "size" $filesize) (result $made)))
    (export "[method]node.read" (func async (param "self" (borrow $node)) (result $bytes)))
    (export "[static]node.open" (func async (param "of" (borrow $alias)) (result (own $node))))
  ))
  (alias export $types "filesize" (type $fs))
  (alias export $types "stat" (type $st))
  (alias export $types "node" (type $nd))
  (alias export $types "bytes" (type $by))
  ;; use of another interface, under the same and under another name; names that are keywords
  (import "test:use/interface@1.2.0" (instance
    (export "filesize" (type $filesize (eq $fs)))
    (export "info" (type $info (eq $st)))
    (export "node" (type $n (eq $nd)))
    (type $flags-def (flags "use" "own"))
    (export "flags" (type $flags (eq $flags-def)))
    (type $enum-def (enum "as" "async"))
    (export "enum" (type $enum (eq $enum-def)))
    (export "from" (func (param "func" $filesize) (param "import" $enum) (result $info)))
    (export "take" (func (param "list" $flags) (param "node" (own $n))))))
  ;; the types of streams and futures, maps, error contexts, fixed lengths
  (type $map (map string u32))
  (type $four (list u8 4))
  (type $stream (stream u8))
  (type $empty-stream (stream))
  (type $result (result (error error-context)))
  (type $future (future $result))
  (type $empty-future (future))
  (import "async" (func async
    (param "stream" $stream) (param "map" $map) (param "four" $four) (param "size" $fs)
    (param "empty" $empty-stream) (param "done" $empty-future) (result $future)))
  ;; attributes
  (import "first" (implements "test:use/store") (external-id "db \22one\22 \e2\98\83") (instance
    (export "bucket" (type $b (sub resource)))
    (export "get" (external-id "get/1") (func (param "of" (borrow $b))))))
  (import "second" (implements "test:use/store") (instance
    (export "bucket" (type $b (sub resource)))
    (export "get" (func (param "of" (borrow $b))))
    (export "[constructor]bucket" (func (result (own $b))))))
  ;; a resource of the world
  (import "log" (type $log (sub resource)))
  (import "[method]log.write" (func (param "self" (borrow $log)) (param "text" string)))
  (import "write" (func (param "to" (borrow $log))))
  ;; an interface in the world, whose types nobody else can name
  (import "inner" (instance $inner
    (type $pair-def (record (field "a" u8) (field "b" char)))
    (export "pair" (type $pair (eq $pair-def)))
    (export "handle" (type (sub resource)))
    (export "swap" (func (param "p" $pair) (result $pair)))))
  (alias export $inner "pair" (type $pr))
  (alias export $inner "handle" (type $handle))
  (import "sum" (func (param "p" $pr)))
  (import "test:use/again" (instance
    (export "pair" (type (eq $pr)))
    (export "own-handle" (type $h (eq $handle)))
    (export "drop" (func (param "h" (own $h))))))
  ;; what WIT has no form for
  (import "part" (component))
  (import "mod" (core module))
  (import "nest" (instance (type $i (instance)) (export "inside" (instance (type $i)))))
  ;; exports; the interface that is imported too has more here
  (component $c
    (type $u64 u64)
    (import "filesize-of" (type $f (eq $u64)))
    (export $f' "filesize" (type $f))
    (type $kind-def (enum "file" "folder"))
    (export "kind" (type $kind-def)))
  (instance $c (instantiate $c (with "filesize-of" (type $fs))))
  (export "test:use/interface@1.2.0" (instance $c))
  (export "other" (instance $c))
  (export "kind-of" (type $by))
)
