package dev.wrt.wasi;

import static dev.wrt.wasi.TestGuest.POLL;
import static dev.wrt.wasi.TestGuest.STREAMS;
import static dev.wrt.wasi.TestGuest.assertFault;
import static dev.wrt.wasi.TestGuest.okOf;
import static dev.wrt.wasi.TestGuest.text;
import static dev.wrt.wasi.TestGuest.u64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

// [utest->req~wasi-poll~1]
// [utest->req~wasi-deadline~1]
class PollTest {
  private static final String CLOCK = "wasi:clocks/monotonic-clock";
  private static final long SECOND = 1_000_000_000L;

  private final VirtualClock clock = new VirtualClock(Instant.EPOCH);

  private TestGuest guest() {
    return new TestGuest(WasiOptions.standard().withClock(clock));
  }

  private static Value after(TestGuest guest, long nanos) {
    return guest.value(CLOCK, "subscribe-duration", u64(nanos));
  }

  private static Value ready(TestGuest guest, Value pollable) {
    return guest.value(POLL, "[method]pollable.ready", pollable);
  }

  private static Value list(Value... pollables) {
    return new Value.ListValue(List.of(pollables));
  }

  private static Value indices(int... ready) {
    return new Value.ListValue(IntStream.of(ready).<Value>mapToObj(Value.U32::new).toList());
  }

  @Test
  @DisplayName("a timer is ready once its time has come, and block waits for it")
  void timer() {
    try (TestGuest guest = guest()) {
      Value timer = after(guest, 5 * SECOND);
      assertEquals(new Value.Bool(false), ready(guest, timer));
      TestGuest.ok(guest.call(POLL, "[method]pollable.block", timer));
      assertEquals(new Value.Bool(true), ready(guest, timer));
      assertTrue(clock.monotonicNanos() >= 5 * SECOND);
      assertTrue(clock.monotonicNanos() < 6 * SECOND);
      guest.drop(POLL, timer);
    }
  }

  @Test
  @DisplayName("subscribe-instant takes a time of the clock, one that has passed is ready")
  void instants() {
    try (TestGuest guest = guest()) {
      Value past = guest.value(CLOCK, "subscribe-instant", u64(0));
      Value never = guest.value(CLOCK, "subscribe-instant", u64(-1));
      assertEquals(new Value.Bool(true), ready(guest, past));
      assertEquals(new Value.Bool(false), ready(guest, never));
      assertEquals(indices(1), guest.value(POLL, "poll", list(never, past)));
    }
  }

  @Test
  @DisplayName("poll waits for the first of several and names all that are ready, in order")
  void pollSeveral() {
    try (TestGuest guest = guest()) {
      Value late = after(guest, 9 * SECOND);
      Value early = after(guest, SECOND);
      Value zero = after(guest, 0);
      assertEquals(indices(2), guest.value(POLL, "poll", list(late, early, zero)));
      assertEquals(indices(1), guest.value(POLL, "poll", list(late, early)));
      assertEquals(indices(0, 2), guest.value(POLL, "poll", list(early, late, early)));
    }
  }

  @Test
  @DisplayName("poll of an empty list is a trap")
  void emptyPoll() {
    try (TestGuest guest = guest()) {
      assertFault(WasiCode.EMPTY_POLL, guest.call(POLL, "poll", list()));
    }
  }

  @Test
  @DisplayName("waiting beyond the timeout of the run is a fault")
  void deadline() {
    try (TestGuest guest = guest()) {
      guest.wasi.timeout(2 * SECOND);
      Value soon = after(guest, SECOND);
      Value late = after(guest, 3 * SECOND);
      assertEquals(indices(0), guest.value(POLL, "poll", list(soon, late)));
      assertFault(WasiCode.DEADLINE_PASSED, guest.call(POLL, "poll", list(late)));
      assertFault(WasiCode.DEADLINE_PASSED, guest.call(POLL, "[method]pollable.block", late));
    }
  }

  @Test
  @DisplayName("output-streams and stdin in memory are always ready")
  void streamsReady() {
    try (TestGuest guest = guest()) {
      Value in = guest.value("wasi:cli/stdin", "get-stdin");
      Value out = guest.value("wasi:cli/stdout", "get-stdout");
      Value reading = guest.value(STREAMS, "[method]input-stream.subscribe", in);
      Value writing = guest.value(STREAMS, "[method]output-stream.subscribe", out);
      Value never = after(guest, -1);
      assertEquals(indices(0, 2), guest.value(POLL, "poll", list(reading, never, writing)));
      guest.drop(STREAMS, in);
      assertEquals(new Value.Bool(true), ready(guest, reading), "of a dropped stream");
    }
  }

  @Test
  @DisplayName("a guest that waits for stdin sleeps until another thread writes")
  void waitsForInput() throws Exception {
    PipedInputStream stdin = new PipedInputStream();
    PipedOutputStream writer = new PipedOutputStream(stdin);
    try (TestGuest guest = new TestGuest(WasiOptions.standard().withStdin(stdin))) {
      Value in = guest.value("wasi:cli/stdin", "get-stdin");
      String read = "[method]input-stream.read";
      Value none = okOf((Value.ResultValue) guest.value(STREAMS, read, in, u64(10)));
      assertEquals("", text(none), "nothing there yet");
      Value pollable = guest.value(STREAMS, "[method]input-stream.subscribe", in);
      assertEquals(new Value.Bool(false), ready(guest, pollable));
      Thread other = Thread.ofPlatform().start(() -> write(writer));
      TestGuest.ok(guest.call(POLL, "[method]pollable.block", pollable));
      StringBuilder got = new StringBuilder();
      String blocking = "[method]input-stream.blocking-read";
      Value.ResultValue result = (Value.ResultValue) guest.value(STREAMS, blocking, in, u64(3));
      while (result.ok()) {
        got.append(text(result.payload()));
        result = (Value.ResultValue) guest.value(STREAMS, blocking, in, u64(3));
      }
      assertEquals("from another thread", got.toString());
      other.join();
    }
  }

  private static void write(PipedOutputStream writer) {
    try (writer) {
      writer.write("from another thread".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("with the host's clock a wait for silent input ends at the timeout")
  void deadlineOnInput() throws IOException {
    try (PipedOutputStream silent = new PipedOutputStream();
        PipedInputStream stdin = new PipedInputStream(silent);
        TestGuest guest = new TestGuest(WasiOptions.standard().withStdin(stdin))) {
      guest.wasi.timeout(1_000_000);
      Value in = guest.value("wasi:cli/stdin", "get-stdin");
      String read = "[method]input-stream.blocking-read";
      Result<Values> result = guest.call(STREAMS, read, in, u64(1));
      assertFault(WasiCode.DEADLINE_PASSED, result);
    }
  }

  @Test
  @DisplayName("an interrupt ends waiting with a fault and stays visible")
  void interrupt() {
    try (TestGuest guest = new TestGuest(WasiOptions.standard())) {
      Value never = after(guest, -1);
      Thread.currentThread().interrupt();
      assertFault(WasiCode.INTERRUPTED, guest.call(POLL, "[method]pollable.block", never));
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  @DisplayName("an error of stdin is reported once, then the stream is closed")
  void failingInput() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }
        };
    try (TestGuest guest = new TestGuest(WasiOptions.standard().withStdin(failing))) {
      Value in = guest.value("wasi:cli/stdin", "get-stdin");
      String read = "[method]input-stream.blocking-read";
      Stream.of(0, 1)
          .forEach(expected -> {
            Value.ResultValue result = (Value.ResultValue) guest.value(STREAMS, read, in, u64(1));
            assertEquals(expected, ((Value.VariantValue) result.payload()).caseIndex());
          });
    }
  }
}
