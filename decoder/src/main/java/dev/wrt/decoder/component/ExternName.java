package dev.wrt.decoder.component;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.Features;
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
  /// @param namespace `ns`; nested ones with colons between them
  /// @param packageName `pkg`
  /// @param interfaceName `iface`; nested ones with slashes between them
  /// @param version the version without `@`, if any
  record Interface(
      String text,
      String namespace,
      String packageName,
      String interfaceName,
      Optional<String> version)
      implements ExternName {}

  /// Parses a name, with nested names and canonical versions.
  ///
  /// @return the name, or a fault that says what is wrong with it, at offset 0
  static Result<ExternName> parse(String text) {
    return new ExternNameParser(text, 0, Features.ALL).parse();
  }

  /// Whether an import of one interface name may be satisfied by what is offered under another: the
  /// same name, or the same interface in a version of the same canonical version (Explainer.md,
  /// "Canonical Interface Name").
  ///
  /// Whether what is offered has all that is asked for is a question of its type, not of its name:
  /// `0.2.12` may stand for `0.2.3`, and `0.2.3` for `0.2.12`, but not `0.3.0` for either.
  static boolean compatible(String imported, String offered) {
    return imported.equals(offered) || canonical(imported).equals(canonical(offered));
  }

  /// The name with its version, if it has one, cut to the canonical version.
  static String canonical(String name) {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at + 1) + Semver.canonical(name.substring(at + 1));
  }

  /// The form in which two names must differ to be strongly unique (Explainer.md, "Name
  /// Uniqueness"): lower case, `[method]l.l` and `[static]l.l` become `l`, and annotations other
  /// than `[constructor]` go.
  default String uniqueForm() {
    String lower = Label.lowercase(text());
    return switch (this) {
      case Plain p -> lower;
      case Constructor c -> lower;
      case Method m -> memberForm(lower);
      case Static s -> memberForm(lower);
      case Interface i -> lower;
    };
  }

  private static String memberForm(String lower) {
    String member = lower.substring(lower.indexOf(']') + 1);
    int dot = member.indexOf('.');
    String resource = member.substring(0, dot);
    return resource.equals(member.substring(dot + 1)) ? resource : member;
  }
}
