package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Our canonical ABI against what the specification's executable definitions have answered: the
/// cases of its own tests, and random values of random types.
///
/// The cases were recorded by `src/test/oracle`. With the system property `oracle`, the cases of
/// that file are taken instead; profile `oracle` of the module makes such a file.
// [utest->req~abi-layout~1]
// [utest->req~abi-lift~1]
// [utest->req~abi-lower~1]
// [utest->req~abi-lift-traps~1]
// [utest->req~abi-lower-traps~1]
// [utest->req~abi-strings~1]
// [utest->req~abi-async-types~1]
// [utest->req~abi-ranges~1]
// [utest->req~abi-memory64~1]
// [utest->req~abi-ends~1]
// [utest->req~strategy-same-answer~1]
class OracleTest {
  private static final String FRESH = System.getProperty("oracle", "");

  static Stream<Arguments> sources() {
    List<String> sources = FRESH.isEmpty() ? List.of("spec.txt", "random.txt") : List.of(FRESH);
    return sources.stream()
        .flatMap(source ->
            Stream.of(
                Arguments.of(source, new MemoryStrategy.ZeroCopy()),
                Arguments.of(source, new MemoryStrategy.BoundedCopy(1 << 20)),
                Arguments.of(source, new MemoryStrategy.FullIsolation())));
  }

  private static InputStream open(String source) throws IOException {
    return FRESH.isEmpty()
        ? Objects.requireNonNull(OracleTest.class.getResourceAsStream("/abi/" + source))
        : Files.newInputStream(Path.of(source));
  }

  @ParameterizedTest
  @MethodSource("sources")
  @DisplayName(
      "values, core values, realloc calls, uses of handles, memory and traps are the"
          + " specification's")
  void answers(String source, MemoryStrategy strategy) throws IOException {
    int cases = 0;
    try (OracleGuest guest = new OracleGuest(strategy);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(open(source), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        cases++;
        try {
          guest.replay(line);
        } catch (AssertionError | RuntimeException differs) {
          throw new AssertionError(source + ":" + cases + " " + line, differs);
        }
      }
    }
    assertTrue(cases > 800, source + " has " + cases + " cases");
  }
}
