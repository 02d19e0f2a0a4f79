package dev.wrt.wasi;

import static dev.wrt.wasi.TestGuest.assertFault;
import static dev.wrt.wasi.TestGuest.str;
import static dev.wrt.wasi.TestGuest.u64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// `wasi:cli`, `wasi:clocks` and `wasi:random`.
// [utest->req~wasi-nothing-granted~1]
// [utest->req~wasi-clocks~1]
// [utest->req~wasi-random~1]
// [utest->req~wasi-exit~1]
class EnvironmentTest {
  private static final String ENVIRONMENT = "wasi:cli/environment";
  private static final String RANDOM = "wasi:random/random";
  private static final String INSECURE = "wasi:random/insecure";

  @Test
  @DisplayName("a guest sees the arguments, variables and directory it is given, in order")
  void environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("Z", "1");
    variables.put("A", "2");
    WasiOptions options =
        WasiOptions.standard()
            .withArguments(List.of("program", "one"))
            .withEnvironment(variables)
            .withInitialCwd(Optional.of("/data"));
    try (TestGuest guest = new TestGuest(options)) {
      assertEquals(
          new Value.ListValue(List.of(str("program"), str("one"))),
          guest.value(ENVIRONMENT, "get-arguments"));
      assertEquals(
          new Value.ListValue(
              List.of(
                  new Value.TupleValue(List.of(str("Z"), str("1"))),
                  new Value.TupleValue(List.of(str("A"), str("2"))))),
          guest.value(ENVIRONMENT, "get-environment"));
      assertEquals(Value.OptionValue.some(str("/data")), guest.value(ENVIRONMENT, "initial-cwd"));
    }
  }

  @Test
  @DisplayName("nothing is granted by default")
  void nothing() {
    try (TestGuest guest = new TestGuest(WasiOptions.standard())) {
      Value none = new Value.ListValue(List.of());
      assertEquals(none, guest.value(ENVIRONMENT, "get-arguments"));
      assertEquals(none, guest.value(ENVIRONMENT, "get-environment"));
      assertEquals(Value.OptionValue.NONE, guest.value(ENVIRONMENT, "initial-cwd"));
      assertEquals(none, guest.value("wasi:filesystem/preopens", "get-directories"));
      for (String stream : List.of("stdin", "stdout", "stderr")) {
        assertEquals(
            Value.OptionValue.NONE,
            guest.value("wasi:cli/terminal-" + stream, "get-terminal-" + stream));
      }
    }
  }

  @Test
  @DisplayName("a stream that is a terminal has one")
  void terminals() {
    WasiOptions options = WasiOptions.standard().withTerminals(new Terminals(true, true, false));
    try (TestGuest guest = new TestGuest(options)) {
      Value.OptionValue in =
          (Value.OptionValue) guest.value("wasi:cli/terminal-stdin", "get-terminal-stdin");
      Value.Handle handle = assertInstanceOf(Value.Handle.class, in.value());
      assertEquals("terminal-input", handle.type().name());
      guest.drop("wasi:cli/terminal-input", handle);
      assertNotEquals(
          Value.OptionValue.NONE, guest.value("wasi:cli/terminal-stdout", "get-terminal-stdout"));
      assertEquals(
          Value.OptionValue.NONE, guest.value("wasi:cli/terminal-stderr", "get-terminal-stderr"));
    }
  }

  @Test
  @DisplayName("exit and exit-with-code end the call with their status")
  void exit() {
    try (TestGuest guest = new TestGuest(WasiOptions.standard())) {
      assertEquals(0, exit(guest, "exit", Value.ResultValue.ok(null)));
      assertEquals(1, exit(guest, "exit", Value.ResultValue.err(null)));
      assertEquals(200, exit(guest, "exit-with-code", new Value.U8(200)));
    }
  }

  private static int exit(TestGuest guest, String function, Value status) {
    Result<?> result = guest.call("wasi:cli/exit", function, status);
    Fault fault = assertInstanceOf(Result.Err.class, result).fault();
    return assertInstanceOf(Fault.ExitFault.class, fault).status();
  }

  @Test
  @DisplayName("the clocks give the time they are made with, and the monotonic one never goes back")
  void clocks() {
    Instant start = Instant.ofEpochSecond(1_000, 500);
    WasiOptions options = WasiOptions.standard().withClock(HostClock.virtual(start));
    try (TestGuest guest = new TestGuest(options)) {
      assertEquals(
          Wit.datetime(start.plusNanos(1_000)), guest.value("wasi:clocks/wall-clock", "now"));
      assertEquals(u64(2_000), guest.value("wasi:clocks/monotonic-clock", "now"));
      assertEquals(u64(3_000), guest.value("wasi:clocks/monotonic-clock", "now"));
      assertEquals(u64(1_000), guest.value("wasi:clocks/monotonic-clock", "resolution"));
      assertEquals(
          Wit.datetime(Instant.ofEpochSecond(0, 1_000)),
          guest.value("wasi:clocks/wall-clock", "resolution"));
    }
  }

  @Test
  @DisplayName("the host's clocks are near the host's time and do not go back")
  void systemClock() {
    HostClock clock = HostClock.system();
    long first = clock.monotonicNanos();
    assertTrue(first >= 0);
    assertTrue(clock.monotonicNanos() >= first);
    assertTrue(!clock.wallTime().isAfter(Instant.now()));
    assertEquals(1, clock.resolutionNanos());
  }

  @Test
  @DisplayName("times before 1970 are 1970, and a virtual clock stops at the end of time")
  void edgesOfTime() {
    assertEquals(Wit.datetime(Instant.EPOCH), Wit.datetime(Instant.ofEpochSecond(-1, 5)));
    VirtualClock clock = new VirtualClock(Instant.EPOCH);
    clock.advance(5);
    clock.advance(Long.MAX_VALUE - 1_000);
    clock.advance(Long.MAX_VALUE);
    assertEquals(Long.MAX_VALUE, Waiting.later(Long.MAX_VALUE - 1, 2));
  }

  private static List<Value> numbers(long seed) {
    WasiOptions options = WasiOptions.standard().withRandom(RandomSource.seeded(seed));
    try (TestGuest guest = new TestGuest(options)) {
      return List.of(
          guest.value(RANDOM, "get-random-bytes", u64(11)),
          guest.value(RANDOM, "get-random-u64"),
          guest.value(INSECURE, "get-insecure-random-bytes", u64(3)),
          guest.value(INSECURE, "get-insecure-random-u64"),
          guest.value("wasi:random/insecure-seed", "insecure-seed"));
    }
  }

  @Test
  @DisplayName("random numbers depend on the seed alone")
  void seeded() {
    assertEquals(numbers(7), numbers(7));
    List<Value> seven = numbers(7);
    List<Value> eight = numbers(8);
    for (int i = 0; i < seven.size(); i++) {
      assertNotEquals(seven.get(i), eight.get(i));
    }
  }

  @Test
  @DisplayName("the seeded sequence is SplitMix64's")
  void splitMix() {
    RandomSource source = RandomSource.seeded(1234567);
    assertEquals(6457827717110365317L, source.secureBits());
    assertEquals(3203168211198807973L, source.secureBits());
  }

  @Test
  @DisplayName("without a seed numbers differ, and insecure-seed stays the same within a run")
  void secure() {
    try (TestGuest guest = new TestGuest(WasiOptions.standard())) {
      assertNotEquals(guest.value(RANDOM, "get-random-u64"), guest.value(RANDOM, "get-random-u64"));
      assertNotEquals(
          guest.value(INSECURE, "get-insecure-random-u64"),
          guest.value(INSECURE, "get-insecure-random-u64"));
      Value seed = guest.value("wasi:random/insecure-seed", "insecure-seed");
      assertEquals(seed, guest.value("wasi:random/insecure-seed", "insecure-seed"));
    }
  }

  @Test
  @DisplayName("random bytes come in the length asked for, up to the limit")
  void randomBytes() {
    int max = WasiLimits.standard().randomBytesMax();
    try (TestGuest guest = new TestGuest(WasiOptions.standard())) {
      for (int length : new int[] {0, 1, 7, 8, 9, max}) {
        Value bytes = guest.value(RANDOM, "get-random-bytes", u64(length));
        assertEquals(length, ((Sequence) bytes).size());
      }
      for (long length : new long[] {max + 1L, -1}) {
        assertFault(
            WasiCode.TRANSFER_TOO_LARGE, guest.call(RANDOM, "get-random-bytes", u64(length)));
      }
    }
  }
}
