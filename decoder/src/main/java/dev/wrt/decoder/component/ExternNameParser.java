package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Parses `externname`. What has a colon is an interface name, all else a plain name, so that the
/// fault can say what is wrong with it.
// [impl->req~component-names~1]
final class ExternNameParser {
  private static final String NO_PROJECTION = "expected `/` after package name";
  private static final String NESTED = "; nested names need the feature nested-names";
  private static final String CANONICAL = "; canonical versions need the feature canonical-names";

  private final String text;
  private final long offset;
  private final Features features;

  ExternNameParser(String text, long offset, Features features) {
    this.text = text;
    this.offset = offset;
    this.features = features;
  }

  Result<ExternName> parse() {
    if (text.startsWith("[constructor]")) {
      String resource = text.substring("[constructor]".length());
      return Label.isLabel(resource)
          ? Result.ok(new ExternName.Constructor(text, resource))
          : notKebab(resource);
    }
    if (text.startsWith("[method]")) {
      return member("[method]");
    }
    if (text.startsWith("[static]")) {
      return member("[static]");
    }
    if (text.indexOf(':') >= 0) {
      return interfaceName();
    }
    return Label.isLabel(text) ? Result.ok(new ExternName.Plain(text)) : notKebab(text);
  }

  /// `[method]r.f` or `[static]r.f`
  private Result<ExternName> member(String annotation) {
    String rest = text.substring(annotation.length());
    int dot = rest.indexOf('.');
    if (dot < 0) {
      return bad("failed to find `.` character");
    }
    String resource = rest.substring(0, dot);
    String name = rest.substring(dot + 1);
    if (!Label.isLabel(resource)) {
      return notKebab(resource);
    }
    if (!Label.isLabel(name)) {
      return notKebab(name);
    }
    return Result.ok(
        annotation.equals("[method]")
            ? new ExternName.Method(text, resource, name)
            : new ExternName.Static(text, resource, name));
  }

  /// `namespace words projection interfaceversion?`, or with nested names `namespace+ words
  /// projection+ interfaceversion?`
  private Result<ExternName> interfaceName() {
    int at = text.indexOf('@', text.indexOf(':'));
    String path = at < 0 ? text : text.substring(0, at);
    int slash = path.indexOf('/');
    String head = slash < 0 ? path : path.substring(0, slash);
    String fault = wordsFault(head);
    if (fault != null) {
      return bad(fault);
    }
    if (slash < 0) {
      return bad(NO_PROJECTION);
    }
    String projections = path.substring(slash + 1);
    fault = projectionsFault(projections);
    if (fault != null) {
      return bad(fault);
    }
    int colon = head.lastIndexOf(':');
    return versioned(
        new String[] {head.substring(0, colon), head.substring(colon + 1), projections}, at);
  }

  /// What is wrong with namespaces and package, or null.
  private @Nullable String wordsFault(String head) {
    String[] words = head.split(":", -1);
    for (int i = 0; i < words.length; i++) {
      if (i == 2 && !features.has(Feature.NESTED_NAMES)) {
        return NO_PROJECTION + NESTED;
      }
      if (!Label.isWords(words[i])) {
        return "`" + words[i] + "` is not in kebab case";
      }
    }
    return null;
  }

  /// What is wrong with the names after the package, or null.
  private @Nullable String projectionsFault(String projections) {
    int second = projections.indexOf('/');
    if (second >= 0 && !features.has(Feature.NESTED_NAMES)) {
      return "trailing characters found: `" + projections.substring(second) + "`" + NESTED;
    }
    for (String label : projections.split("/", -1)) {
      if (!Label.isLabel(label)) {
        return "`" + label + "` is not in kebab case";
      }
    }
    return null;
  }

  private Result<ExternName> versioned(String[] parts, int at) {
    Optional<String> version = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    String fault = version.isPresent() ? versionFault(version.get()) : null;
    return fault == null
        ? Result.ok(new ExternName.Interface(text, parts[0], parts[1], parts[2], version))
        : bad(fault);
  }

  private @Nullable String versionFault(String version) {
    String fault = Semver.fault(version);
    if (fault == null) {
      return null;
    }
    boolean canonical = Semver.isCanonical(version);
    if (canonical && features.has(Feature.CANONICAL_NAMES)) {
      return null;
    }
    String why = "`" + version + "` is not a valid semver: " + fault;
    return canonical ? why + CANONICAL : why;
  }

  private Result<ExternName> notKebab(String label) {
    return bad("`" + label + "` is not in kebab case");
  }

  private Result<ExternName> bad(String why) {
    return Result.err(
        new Fault.InvalidFault(ValidationCode.BAD_EXTERN_NAME, offset, "`" + text + "`: " + why));
  }
}
