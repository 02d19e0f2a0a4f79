package dev.wrt.wasi;

import static dev.wrt.wasi.TestGuest.STREAMS;
import static dev.wrt.wasi.TestGuest.assertFault;
import static dev.wrt.wasi.TestGuest.bytes;
import static dev.wrt.wasi.TestGuest.okOf;
import static dev.wrt.wasi.TestGuest.text;
import static dev.wrt.wasi.TestGuest.u64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.memory.MemoryCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~wasi-streams~1]
// [utest->req~wasi-bytes-verified~1]
class StreamsTest {
  private static final Value CLOSED = new Value.VariantValue(1, null);
  private static final int CREATE = 1;
  private static final int READ_WRITE = 3;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private TestGuest guest(String stdin) {
    return new TestGuest(
        WasiOptions.standard()
            .withStdin(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)))
            .withStdout(written)
            .withStderr(new Failing()));
  }

  private static final class Failing extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("pipe burst");
    }
  }

  private static Value.ResultValue in(TestGuest guest, String method, Value stream, long length) {
    String function = "[method]input-stream." + method;
    return (Value.ResultValue) guest.value(STREAMS, function, stream, u64(length));
  }

  private static Value.ResultValue out(TestGuest guest, String method, Value... arguments) {
    return (Value.ResultValue) guest.value(STREAMS, "[method]output-stream." + method, arguments);
  }

  private static Value stdin(TestGuest guest) {
    return guest.value("wasi:cli/stdin", "get-stdin");
  }

  private static Value stdout(TestGuest guest) {
    return guest.value("wasi:cli/stdout", "get-stdout");
  }

  private String output() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("read and skip take bytes in order, then the stream is closed")
  void readAndSkip() {
    try (TestGuest guest = guest("hello world")) {
      Value stdin = stdin(guest);
      assertEquals("", text(okOf(in(guest, "read", stdin, 0))));
      assertEquals("hel", text(okOf(in(guest, "read", stdin, 3))));
      assertEquals(u64(3), okOf(in(guest, "skip", stdin, 3)));
      assertEquals("wo", text(okOf(in(guest, "blocking-read", stdin, 2))));
      assertEquals(u64(3), okOf(in(guest, "blocking-skip", stdin, -1)));
      for (String method : new String[] {"read", "blocking-read", "skip", "blocking-skip"}) {
        assertEquals(Value.ResultValue.err(CLOSED), in(guest, method, stdin, 1), method);
      }
    }
  }

  @Test
  @DisplayName("handles of stdin share it")
  void sharedStdin() {
    try (TestGuest guest = guest("ab")) {
      Value first = stdin(guest);
      assertEquals("a", text(okOf(in(guest, "read", first, 1))));
      guest.drop(STREAMS, first);
      assertEquals("b", text(okOf(in(guest, "read", stdin(guest), 1))));
    }
  }

  @Test
  @DisplayName("write takes what check-write permits, in one or several writes, and no more")
  void writePermit() {
    try (TestGuest guest = guest("")) {
      Value stdout = stdout(guest);
      int max = WasiLimits.standard().writeBytesMax();
      String write = "[method]output-stream.write";
      assertFault(WasiCode.WRITE_NOT_PERMITTED, guest.call(STREAMS, write, stdout, bytes("x")));
      assertEquals(u64(max), okOf(out(guest, "check-write", stdout)));
      okOf(out(guest, "write", stdout, bytes("a")));
      okOf(out(guest, "write", stdout, bytes("b")));
      Value rest = ByteList.owned(new byte[max - 1]);
      assertFault(WasiCode.WRITE_NOT_PERMITTED, guest.call(STREAMS, write, stdout, rest));
      okOf(out(guest, "flush", stdout));
      okOf(out(guest, "blocking-flush", stdout));
      assertEquals("ab", output());
    }
  }

  @Test
  @DisplayName("the blocking writes take 4096 bytes and no more")
  void blockingWrites() {
    try (TestGuest guest = guest("")) {
      Value stdout = stdout(guest);
      okOf(out(guest, "blocking-write-and-flush", stdout, ByteList.owned(new byte[4096])));
      okOf(out(guest, "blocking-write-zeroes-and-flush", stdout, u64(4096)));
      assertEquals(8192, written.size());
      assertFault(
          WasiCode.WRITE_NOT_PERMITTED,
          guest.call(
              STREAMS,
              "[method]output-stream.blocking-write-and-flush",
              stdout,
              ByteList.owned(new byte[4097])));
      for (long length : new long[] {4097, -1}) {
        assertFault(
            WasiCode.WRITE_NOT_PERMITTED,
            guest.call(
                STREAMS,
                "[method]output-stream.blocking-write-zeroes-and-flush",
                stdout,
                u64(length)));
      }
    }
  }

  @Test
  @DisplayName("write-zeroes writes zeroes under the permit of check-write")
  void writeZeroes() {
    try (TestGuest guest = guest("")) {
      Value stdout = stdout(guest);
      String function = "[method]output-stream.write-zeroes";
      assertFault(WasiCode.WRITE_NOT_PERMITTED, guest.call(STREAMS, function, stdout, u64(1)));
      okOf(out(guest, "check-write", stdout));
      assertFault(WasiCode.WRITE_NOT_PERMITTED, guest.call(STREAMS, function, stdout, u64(-1)));
      okOf(out(guest, "write-zeroes", stdout, u64(3)));
      assertEquals("\0\0\0", output());
    }
  }

  @Test
  @DisplayName("splice and blocking-splice carry bytes from one stream to another")
  void splice() {
    try (TestGuest guest = guest("carried along")) {
      Value stdin = stdin(guest);
      Value stdout = stdout(guest);
      assertEquals(u64(7), okOf(out(guest, "splice", stdout, stdin, u64(7))));
      assertEquals(u64(6), okOf(out(guest, "blocking-splice", stdout, stdin, u64(-1))));
      assertEquals("carried along", output());
      assertEquals(Value.ResultValue.err(CLOSED), out(guest, "splice", stdout, stdin, u64(1)));
    }
  }

  @Test
  @DisplayName("an error of the host is last-operation-failed once, then the stream is closed")
  void failingOutput() {
    try (TestGuest guest = guest("x")) {
      Value stderr = guest.value("wasi:cli/stderr", "get-stderr");
      okOf(out(guest, "check-write", stderr));
      Value.ResultValue failed = out(guest, "write", stderr, bytes("x"));
      Value.VariantValue error = (Value.VariantValue) failed.payload();
      assertEquals(0, error.caseIndex());
      assertEquals(
          new Value.Str("pipe burst"),
          guest.value("wasi:io/error", "[method]error.to-debug-string", error.payload()));
      assertEquals(
          Value.OptionValue.NONE,
          guest.value(TestGuest.TYPES, "filesystem-error-code", error.payload()));
      guest.drop("wasi:io/error", error.payload());
      Value closed = Value.ResultValue.err(CLOSED);
      assertEquals(closed, out(guest, "check-write", stderr));
      assertEquals(closed, out(guest, "write", stderr, bytes("x")));
      assertEquals(closed, out(guest, "blocking-write-and-flush", stderr, bytes("x")));
      assertEquals(closed, out(guest, "flush", stderr));
      assertEquals(closed, out(guest, "splice", stderr, stdin(guest), u64(1)));
    }
  }

  @Test
  @DisplayName("a splice to a failing stream reports the write's error")
  void failingSplice() {
    try (TestGuest guest = guest("x")) {
      Value stderr = guest.value("wasi:cli/stderr", "get-stderr");
      Value.ResultValue failed = out(guest, "splice", stderr, stdin(guest), u64(1));
      assertEquals(0, ((Value.VariantValue) failed.payload()).caseIndex());
    }
  }

  @Test
  @DisplayName("streams of a file have positions of their own and outlive its descriptor")
  void fileStreams(@TempDir Path host) throws IOException {
    try (TestGuest guest = TestGuest.in(host, false)) {
      Value root = guest.root();
      Value file = okOf(guest.open(root, "f", CREATE, READ_WRITE));
      Value writing = okOf(guest.descriptor("write-via-stream", file, u64(2)));
      Value appending = okOf(guest.descriptor("append-via-stream", file));
      Value reading = okOf(guest.descriptor("read-via-stream", file, u64(1)));
      guest.drop(TestGuest.TYPES, file);
      okOf(out(guest, "blocking-write-and-flush", writing, bytes("ab")));
      okOf(out(guest, "blocking-write-and-flush", appending, bytes("yz")));
      okOf(out(guest, "blocking-write-and-flush", writing, bytes("cd")));
      okOf(out(guest, "blocking-write-and-flush", appending, bytes("!")));
      assertEquals("\0\0abcd!", Files.readString(host.resolve("f")));
      assertEquals("\0a", text(okOf(in(guest, "read", reading, 2))));
      assertEquals("bcd!", text(okOf(in(guest, "blocking-read", reading, 100))));
      assertEquals(Value.ResultValue.err(CLOSED), in(guest, "read", reading, 1));
      guest.drop(STREAMS, writing);
      guest.drop(STREAMS, appending);
      guest.drop(STREAMS, reading);
    }
  }

  @Test
  @DisplayName("making a stream of a file checks flags, kind and offset")
  void fileStreamErrors(@TempDir Path host) throws IOException {
    try (TestGuest guest = TestGuest.in(host, false)) {
      Value root = guest.root();
      Value reader = okOf(guest.open(root, "f", CREATE, 1));
      Value writer = okOf(guest.open(root, "f", 0, 2));
      assertEquals(ErrorCode.BAD_DESCRIPTOR, error(guest, "read-via-stream", writer, u64(0)));
      assertEquals(ErrorCode.BAD_DESCRIPTOR, error(guest, "write-via-stream", reader, u64(0)));
      assertEquals(ErrorCode.BAD_DESCRIPTOR, error(guest, "append-via-stream", reader));
      assertEquals(ErrorCode.IS_DIRECTORY, error(guest, "read-via-stream", root, u64(0)));
      assertEquals(ErrorCode.INVALID, error(guest, "read-via-stream", reader, u64(-1)));
      assertEquals(ErrorCode.INVALID, error(guest, "write-via-stream", writer, u64(-1)));
    }
  }

  private static ErrorCode error(TestGuest guest, String method, Value... arguments) {
    return TestGuest.errorOf(guest.descriptor(method, arguments));
  }

  @Test
  @DisplayName("an error of a file's stream has its error-code")
  void fileErrorCode(@TempDir Path host) {
    try (TestGuest guest = TestGuest.in(host, false)) {
      Value file = okOf(guest.open(guest.root(), "f", CREATE, READ_WRITE));
      Value writing = okOf(guest.descriptor("write-via-stream", file, u64(Long.MAX_VALUE)));
      Value.ResultValue failed = out(guest, "blocking-write-and-flush", writing, bytes("x"));
      Value error = ((Value.VariantValue) failed.payload()).payload();
      assertEquals(
          Value.OptionValue.some(new Value.EnumValue(ErrorCode.FILE_TOO_LARGE.ordinal())),
          guest.value(TestGuest.TYPES, "filesystem-error-code", error));
      assertEquals(
          new Value.Str("file-too-large"),
          guest.value("wasi:io/error", "[method]error.to-debug-string", error));
    }
  }

  @Test
  @DisplayName("a list of bytes may come as single values, as an interceptor may make it")
  void unpackedBytes() {
    try (TestGuest guest = guest("")) {
      Value list = new Value.ListValue(List.of(new Value.U8('h'), new Value.U8('i')));
      okOf(out(guest, "blocking-write-and-flush", stdout(guest), list));
      assertEquals("hi", output());
    }
  }

  @Test
  @DisplayName(
      "bytes whose view has ended, or whose memory is corrupt, are a fault and not written")
  void endedView(@TempDir Path host) throws IOException {
    Value ended = ByteList.view(new byte[4], 0, 4, () -> false);
    try (TestGuest guest = TestGuest.in(host, false)) {
      Value file = okOf(guest.open(guest.root(), "f", CREATE, READ_WRITE));
      Value out = okOf(guest.descriptor("append-via-stream", file));
      okOf(out(guest, "check-write", out));
      String stream = "[method]output-stream.";
      assertFault(MemoryCode.CLOSED, guest.call(STREAMS, stream + "write", out, ended));
      assertFault(
          MemoryCode.CLOSED, guest.call(STREAMS, stream + "blocking-write-and-flush", out, ended));
      assertFault(
          MemoryCode.CLOSED,
          guest.call(TestGuest.TYPES, "[method]descriptor.write", file, ended, u64(0)));
      assertEquals(0, Files.size(host.resolve("f")));
    }
  }

  @Test
  @DisplayName("a blocking splice gives up at the deadline")
  void spliceDeadline() throws IOException {
    try (PipedOutputStream silent = new PipedOutputStream();
        PipedInputStream stdin = new PipedInputStream(silent);
        TestGuest guest = new TestGuest(WasiOptions.standard().withStdin(stdin))) {
      guest.wasi.timeout(0);
      assertFault(
          WasiCode.DEADLINE_PASSED,
          guest.call(
              STREAMS,
              "[method]output-stream.blocking-splice",
              stdout(guest),
              stdin(guest),
              u64(1)));
    }
  }

  @Test
  @DisplayName("closing the host flushes stdout")
  void closeFlushes() {
    boolean[] flushed = {false};
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushed[0] = true;
          }
        };
    try (TestGuest guest = new TestGuest(WasiOptions.standard().withStdout(out))) {
      stdout(guest);
    }
    assertTrue(flushed[0]);
  }
}
