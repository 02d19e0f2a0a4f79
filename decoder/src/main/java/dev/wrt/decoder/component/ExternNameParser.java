package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import java.util.Optional;

/// Parses `externname`. What has a colon is an interface name, all else a plain name, so that the
/// fault can say what is wrong with it.
final class ExternNameParser {
  private final String text;
  private final long offset;

  ExternNameParser(String text, long offset) {
    this.text = text;
    this.offset = offset;
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

  /// `namespace words projection interfaceversion?`
  private Result<ExternName> interfaceName() {
    int colon = text.indexOf(':');
    String namespace = text.substring(0, colon);
    if (!Label.isWords(namespace)) {
      return notKebab(namespace);
    }
    int at = text.indexOf('@', colon);
    String path = text.substring(colon + 1, at < 0 ? text.length() : at);
    int slash = path.indexOf('/');
    String packageName = slash < 0 ? path : path.substring(0, slash);
    if (packageName.indexOf(':') >= 0) {
      return bad("expected `/` after package name");
    }
    if (!Label.isWords(packageName)) {
      return notKebab(packageName);
    }
    if (slash < 0) {
      return bad("expected `/` after package name");
    }
    String name = path.substring(slash + 1);
    int second = name.indexOf('/');
    if (second >= 0) {
      return bad("trailing characters found: `" + name.substring(second) + "`");
    }
    if (!Label.isLabel(name)) {
      return notKebab(name);
    }
    return versioned(new String[] {namespace, packageName, name}, at);
  }

  private Result<ExternName> versioned(String[] parts, int at) {
    Optional<String> version = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    if (version.isPresent()) {
      String fault = Semver.fault(version.get());
      if (fault != null) {
        return bad("`" + version.get() + "` is not a valid semver: " + fault);
      }
    }
    return Result.ok(new ExternName.Interface(text, parts[0], parts[1], parts[2], version));
  }

  private Result<ExternName> notKebab(String label) {
    return bad("`" + label + "` is not in kebab case");
  }

  private Result<ExternName> bad(String why) {
    return Result.err(
        new Fault.InvalidFault(ValidationCode.BAD_EXTERN_NAME, offset, "`" + text + "`: " + why));
  }
}
