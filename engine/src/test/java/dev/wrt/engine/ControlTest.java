package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Translation of control flow, operands that stand for locals, and moves. The expected results
/// were computed by another engine (V8).
class ControlTest {
  private static final int[][] ARGUMENTS = {{0, 0}, {1, 2}, {2, 1}, {5, 3}, {7, 4}, {-1, 1}};
  private static final String NOT_CALLED = "x";

  // [utest->req~engine-control~1]
  @ParameterizedTest(name = "{0} of control.wat gives what another engine computed")
  @CsvSource({
    "old-value, -10, -9, -8, -5, -3, -11",
    "old-value-below-block, 15, 17, 17, 30, 43, 14",
    "old-value-if, 0, 101, 102, 105, 107, 99",
    "swap, 0, 1, -1, -2, -3, 2",
    "early, 1007, 1008, 1009, 5007, 7007, 1006",
    "loop-swap, x, 0, -1, -4, 6, 2",
    "table-value, 1231, 1202, 1001, 1234, 1235, 1232",
    "table-return, 1, 1, 101, 1, 1, 1",
    "br_if-value, 50, 2, 1, 3, 4, 1",
    "dead, 0, 3, 3, 8, 11, 0",
    "if-leaves, 2, 2, 1, 3, 4, 1",
    "negations, 0, 0, 0, 0, 5, 0",
    "selects, 9, 5, 6, 9, 11, 3",
    "tee-constant, 6, 18, 12, 24, 30, 12",
    "many-locals, 0, -36, 36, 72, 108, -72",
    "calls, -2, -19, -18, -85, -149, -3"
  })
  void control(String export, String r0, String r1, String r2, String r3, String r4, String r5) {
    String[] expected = {r0, r1, r2, r3, r4, r5};
    for (VerificationLevel level :
        new VerificationLevel[] {VerificationLevel.OFF, VerificationLevel.FULL}) {
      EngineOptions options = Guest.OPTIONS.with(Verification.of(level));
      try (Guest guest = Guest.of(Guest.module("control"), options)) {
        for (int i = 0; i < expected.length; i++) {
          if (!expected[i].equals(NOT_CALLED)) {
            long result = guest.call(export, ARGUMENTS[i][0], ARGUMENTS[i][1]);
            assertEquals(Integer.parseInt(expected[i]), (int) result, export + " " + i);
          }
        }
      }
    }
  }
}
