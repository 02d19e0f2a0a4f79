package dev.wrt.tests.conformance;

import dev.wrt.decoder.Features;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which scripts need features that are off by default: a checked-in table, a script, its features
/// and the reason a line.
final class SuiteFeatures {
  private static final int COLUMNS = 3;

  private final Map<String, Features> features = new LinkedHashMap<>();

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
    features.put(parts[0], Results.value(Features.parse(parts[1])));
  }

  /// The features that a script is run with.
  Features of(String script) {
    return features.getOrDefault(script, Features.NONE);
  }

  /// The scripts that need features.
  Map<String, Features> all() {
    return features;
  }
}
