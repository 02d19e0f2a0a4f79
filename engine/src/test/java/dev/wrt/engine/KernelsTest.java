package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a C compiler makes of small kernels, with and without optimisation. The expected results
/// were computed by another engine (V8).
class KernelsTest {
  // [utest->req~engine-control~1]
  @ParameterizedTest(name = "{0}, compiled in two ways, gives what another engine computed")
  @CsvSource({
    "fib, 15, 610",
    "sieve, 1, 6542",
    "matmul, 1, 4669516962794045440",
    "sha256, 2, 3743408300",
    "icall, 1000, 1704988399",
    "vm, 500, 3902045170",
    "mix, 2000, -4442462422842996207",
    "qsort_, 1, 11920",
    "fl, 1000, 1145225200",
    "gcopy, 100, 4950"
  })
  void kernels(String export, long argument, long expected) {
    for (String name : new String[] {"kernels", "kernels-O0"}) {
      Module module = Guest.module(name);
      for (VerificationLevel level : VerificationLevel.values()) {
        EngineOptions options = EngineOptions.standard().with(Verification.of(level));
        try (Guest guest = Guest.of(module, options)) {
          assertEquals(expected, guest.call(export, argument), name + " " + level);
        }
      }
    }
  }
}
