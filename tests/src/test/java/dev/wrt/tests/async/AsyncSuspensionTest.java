package dev.wrt.tests.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Execution;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.Outcome;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.Component;
import dev.wrt.tests.conformance.ComponentReplay;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tasks, threads, streams and futures that are suspended after every unit of fuel.
class AsyncSuspensionTest {
  /// The scripts of the suite; one without a name if the suite is not converted.
  static List<String> scripts() {
    List<String> scripts = ComponentReplay.scripts("async/");
    return scripts.isEmpty() ? List.of("") : scripts;
  }

  // [utest->req~async-fuel~1]
  @ParameterizedTest(name = "{0}: suspended after every unit of fuel, every call ends the same")
  @MethodSource("scripts")
  void same(String name) {
    Assumptions.assumeFalse(name.isEmpty(), "the suite is not converted");
    List<String> straight = ComponentReplay.transcript(name, false);
    assertEquals(straight, ComponentReplay.transcript(name, true));
  }

  static Stream<Arguments> guests() {
    return Stream.of(
        Arguments.of("race", "lost", Values.NONE),
        Arguments.of("race", "kept", Values.NONE),
        Arguments.of("race", "many", Guests.u32(6)),
        Arguments.of("deadlock", "same", Values.NONE),
        Arguments.of("deadlock", "opposite", Values.NONE),
        Arguments.of("canon", "streams", Values.NONE),
        Arguments.of("canon", "futures", Values.NONE),
        Arguments.of("canon", "cancels", Values.NONE),
        Arguments.of("canon", "later", Values.NONE),
        Arguments.of("canon", "suspend-then-promote", Values.NONE));
  }

  // [utest->req~async-fuel~1]
  @ParameterizedTest(name = "{0} {1}: for every seed the same with any portion of fuel")
  @MethodSource("guests")
  void everySeed(String guest, String export, Values arguments) {
    for (long seed = 0; seed < 2; seed++) {
      String whole = end(guest, new Run(export, arguments, seed, 1_000_000));
      assertTrue(whole.contains(", stops 1"), "enough fuel at a time");
      for (long portion : new long[] {1, 2, 7}) {
        String parts = end(guest, new Run(export, arguments, seed, portion));
        assertEquals(whole.replaceAll(", stops .*", ""), parts.replaceAll(", stops .*", ""));
        assertTrue(!whole.equals(parts), "more stops");
      }
    }
  }

  /// A call, and how it is run.
  private record Run(String export, Values arguments, long seed, long portion) {}

  private static String end(String guest, Run run) {
    ComponentOptions options =
        ComponentOptions.standard()
            .withFuel(1_000_000)
            .with(GuestLimit.FRAMES, 1_000)
            .with(GuestLimit.VALUE_SLOTS, 10_000)
            .withTrust(TrustLevel.TRUSTED)
            .withSeed(run.seed);
    ComponentEngine engine = ComponentEngine.create(options);
    try (Component component = Guests.component(engine, guest);
        ComponentInstance instance = Guests.instance(engine, component)) {
      instance.fuel(0);
      Execution execution = Guests.ok(instance.start(run.export, run.arguments));
      Outcome outcome = execution.run();
      int stops = 0;
      while (outcome instanceof Outcome.OutOfFuel) {
        stops++;
        execution.addFuel(run.portion);
        outcome = execution.run();
      }
      return outcome + ", fuel " + instance.stats().fuelUsed() + ", stops " + stops;
    }
  }
}
