package dev.wrt.tests.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which scripts are not run as a whole, and why: a checked-in list, a name or a beginning with `*`
/// and its reason a line.
final class SuiteScope {
  private final Map<String, String> reasons = new LinkedHashMap<>();

  SuiteScope(String resource) {
    try (InputStream in = SuiteScope.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] parts = line.split("\\s+", 2);
    if (parts.length < 2) {
      throw new IllegalStateException("an exclusion needs a reason: " + line);
    }
    reasons.put(parts[0], parts[1]);
  }

  /// Why a script is out of scope, or nothing.
  Optional<String> exclusion(String script) {
    return reasons.entrySet().stream()
        .filter(e -> matches(e.getKey(), script))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean matches(String pattern, String script) {
    return pattern.endsWith("*")
        ? script.startsWith(pattern.substring(0, pattern.length() - 1))
        : script.equals(pattern);
  }
}
