;; Imports a resource type by itself.
(component
  (import "token" (type $token (sub resource)))
  (import "same" (type (eq $token)))
)
