package dev.wrt.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The confidence bound, against values that are known.
class ClopperPearsonTest {
  // [utest->req~faults-bound~1]
  @ParameterizedTest(name = "{0} of {1}: at most {2}")
  @CsvSource({
    "0, 10, 0.30850",
    "1, 10, 0.44502",
    "5, 10, 0.81291",
    "10, 10, 1",
    "5, 100, 0.11283",
    "50, 100, 0.60168",
    "0, 1, 0.975",
    "0, 0, 1"
  })
  void known(long k, long n, double upper) {
    assertEquals(upper, ClopperPearson.upper95(k, n), 5e-6);
  }

  // [utest->req~faults-bound~1]
  @Test
  @DisplayName("None of a million: at most 3.689 in a million")
  void million() {
    assertEquals(3.68887e-6, ClopperPearson.upper95(0, 1_000_000), 1e-11);
  }

  // [utest->req~faults-bound~1]
  @ParameterizedTest(name = "{0} of {1}: at the bound so few have a probability of 2.5 %")
  @CsvSource({"1, 12", "3, 40", "17, 60", "2, 500"})
  void definition(int k, int n) {
    double p = ClopperPearson.upper95(k, n);
    double sum = 0;
    double term = Math.pow(1 - p, n);
    for (int i = 0; i <= k; i++) {
      sum += term;
      term *= p / (1 - p) * (n - i) / (i + 1);
    }
    assertEquals(0.025, sum, 1e-9);
  }
}
