package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.StreamSink;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Sequence;
import java.io.IOException;
import java.io.OutputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Copies bytes to standard output or a file as they come. A slow reader there holds the component
/// back.
final class ByteSink implements StreamSink {
  private final String name;
  private final OutputStream out;
  private @Nullable Fault fault;
  private boolean ended;

  /// Creates a sink.
  ///
  /// @param name of the file, for faults
  ByteSink(String name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  @Override
  public int accept(Sequence elements) {
    if (!(elements instanceof ByteList list)) {
      return STOP;
    }
    byte[] bytes = new byte[list.size()];
    if (list.read(0, bytes, 0, bytes.length) instanceof Result.Err<Unit> err) {
      fault = err.fault();
      return STOP;
    }
    try {
      out.write(bytes);
      out.flush();
      return bytes.length;
    } catch (IOException e) {
      fault = new Fault.HostFault(CliCode.UNWRITABLE, name, String.valueOf(e.getMessage()));
      return STOP;
    }
  }

  @Override
  public void ended(@Nullable Fault why) {
    ended = true;
    if (fault == null) {
      fault = why;
    }
  }

  /// Whether the stream is over.
  boolean isEnded() {
    return ended;
  }

  /// What went wrong, or null.
  @Nullable Fault fault() {
    return fault;
  }
}
