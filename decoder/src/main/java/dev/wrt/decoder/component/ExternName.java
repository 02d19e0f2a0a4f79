package dev.wrt.decoder.component;

import dev.wrt.bounded.Result;
import java.util.Optional;

/// `externname`: the name of an import or export, taken apart.
public sealed interface ExternName {
  /// The name as it is written.
  String text();

  /// `label`: a plain name.
  ///
  /// @param text the label
  record Plain(String text) implements ExternName {}

  /// `[constructor]r`
  ///
  /// @param text the whole
  /// @param resource `r`
  record Constructor(String text, String resource) implements ExternName {}

  /// `[method]r.f`
  ///
  /// @param text the whole
  /// @param resource `r`
  /// @param name `f`
  record Method(String text, String resource, String name) implements ExternName {}

  /// `[static]r.f`
  ///
  /// @param text the whole
  /// @param resource `r`
  /// @param name `f`
  record Static(String text, String resource, String name) implements ExternName {}

  /// `ns:pkg/iface@version`
  ///
  /// @param text the whole
  /// @param namespace `ns`
  /// @param packageName `pkg`
  /// @param interfaceName `iface`
  /// @param version the version without `@`, if any
  record Interface(
      String text,
      String namespace,
      String packageName,
      String interfaceName,
      Optional<String> version)
      implements ExternName {}

  /// Parses a name.
  static Result<ExternName> parse(String text) {
    throw new UnsupportedOperationException();
  }

  /// Whether an import of one interface name may be satisfied by what is offered under another: the
  /// same name, or the same interface in a version of the same canonical version (Explainer.md,
  /// "Canonical Interface Name").
  static boolean compatible(String imported, String offered) {
    throw new UnsupportedOperationException();
  }
}
