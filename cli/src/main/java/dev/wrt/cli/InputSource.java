package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.component.Chunk;
import dev.wrt.component.StreamSource;
import dev.wrt.component.value.ByteList;
import java.io.IOException;
import java.io.InputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A file that a component reads as a stream of bytes, a part at a time.
final class InputSource implements StreamSource, AutoCloseable {
  /// The most bytes that are read at a time.
  static final int PART_BYTES = 1 << 16;

  private final String name;
  private final InputStream in;
  private @Nullable Fault fault;

  InputSource(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  @Override
  public Chunk produce(int max) {
    try {
      byte[] bytes = in.readNBytes(Math.min(max, PART_BYTES));
      return bytes.length == 0 ? Chunk.END : Chunk.of(ByteList.owned(bytes));
    } catch (IOException e) {
      fault = new Fault.HostFault(CliCode.UNREADABLE, name, String.valueOf(e.getMessage()));
      return Chunk.END;
    }
  }

  /// Why the stream ended before its time, or null.
  @Nullable Fault fault() {
    return fault;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      fault = new Fault.HostFault(CliCode.UNREADABLE, name, String.valueOf(e.getMessage()));
    }
  }
}
