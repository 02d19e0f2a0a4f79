package dev.wrt.decoder.component;

/// `alias`: a definition taken from an instance's exports or from an enclosing scope into the index
/// space of its sort.
public sealed interface Alias {
  /// The sort of what is aliased, and so the index space that grows.
  Sort sort();

  /// `alias export i n (s)`: an export of a component instance.
  ///
  /// @param sort what is expected
  /// @param instanceidx the instance
  /// @param name the export's name
  record Export(Sort sort, int instanceidx, String name) implements Alias {}

  /// `alias core export i n (s)`: an export of a core module instance.
  ///
  /// @param sort what is expected, a core sort
  /// @param coreInstanceidx the core instance
  /// @param name the export's name
  record CoreExport(Sort sort, int coreInstanceidx, String name) implements Alias {}

  /// `alias outer ct idx (s)`: a type, module or component of an enclosing scope.
  ///
  /// @param sort what is expected
  /// @param ct how many scopes outward, 0 is the current one
  /// @param idx index in that scope's index space
  record Outer(Sort sort, int ct, int idx) implements Alias {}
}
