package dev.wrt.tests.conformance;

import dev.wrt.decoder.Features;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which scripts need features that are off by default, or the one option that is on by default to
/// be off: a checked-in table, a script, what it needs and the reason a line.
final class SuiteFeatures {
  private static final int COLUMNS = 3;
  private static final String NO_PARENT_CHILD_CALLS = "no-parent-child-calls";

  private final Map<String, Needs> needs = new LinkedHashMap<>();

  /// What a script is run with.
  ///
  /// @param features that are on
  /// @param parentChildCalls whether calls between a component and those that it contains are
  ///   allowed
  record Needs(Features features, boolean parentChildCalls) {
    static final Needs NONE = new Needs(Features.NONE, true);
  }

  SuiteFeatures(String resource) {
    try (InputStream in = SuiteFeatures.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] parts = line.split("\\s+", COLUMNS);
    if (parts.length < COLUMNS) {
      throw new IllegalStateException("features need a reason: " + line);
    }
    needs.put(
        parts[0],
        parts[1].equals(NO_PARENT_CHILD_CALLS)
            ? new Needs(Features.NONE, false)
            : new Needs(Results.value(Features.parse(parts[1])), true));
  }

  /// What a script is run with.
  Needs of(String script) {
    return needs.getOrDefault(script, Needs.NONE);
  }

  /// The scripts that need features.
  Map<String, Features> features() {
    Map<String, Features> features = new LinkedHashMap<>();
    needs.forEach((script, need) -> features.put(script, need.features()));
    return features;
  }
}
