package dev.wrt.intercept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of functions. */
// [utest->req~intercept-patterns~1]
class NamePatternTest {
  @ParameterizedTest(name = "{0} on {1} # {2}: {3}")
  @CsvSource({
    "wasi:filesystem/*, wasi:filesystem/types@0.2.12, [method]descriptor.open-at, true",
    "wasi:filesystem/*, wasi:cli/stdout@0.2.12, get-stdout, false",
    "wasi:cli/exit@*#exit, wasi:cli/exit@0.2.12, exit, true",
    "wasi:cli/exit@*#exit, wasi:cli/exit@0.2.12, exit-with-code, false",
    "*#*at, a:b/c, open-at, true",
    "*#*at, a:b/c, at-open, false",
    "a*b*c, aXbYc, f, true",
    "a*b*c, aXcYb, f, false",
    "a, a, f, true",
    "a, ab, f, false"
  })
  @DisplayName("a star stands for any run of characters, and a pattern without # is of interfaces")
  void fits(String pattern, String interfaceName, String function, boolean fits) {
    assertEquals(fits, NamePattern.parse(pattern).matches(Sites.imported(interfaceName, function)));
  }

  @ParameterizedTest(name = "many stars, {0} characters")
  @CsvSource({"10", "1000", "100000"})
  @DisplayName("a pattern of many stars takes no exponential time")
  void stars(int length) {
    assertEquals(false, NamePattern.fits("*a*a*a*a*a*b", "a".repeat(length)));
  }
}
