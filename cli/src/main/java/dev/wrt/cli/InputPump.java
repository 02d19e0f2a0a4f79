package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.component.Chunk;
import dev.wrt.component.StreamSource;
import dev.wrt.component.value.ByteList;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Standard input as a stream of bytes: a thread reads it, a few parts ahead, so that the
/// components go on while nothing comes.
final class InputPump implements StreamSource {
  private static final int PARTS_AHEAD = 4;
  private static final byte[] END = {};

  private final InputStream in;
  private final Runnable wake;
  private final BlockingQueue<byte[]> parts = new ArrayBlockingQueue<>(PARTS_AHEAD);
  private volatile @Nullable Fault fault;
  private boolean ended;

  private InputPump(InputStream in, Runnable wake) {
    this.in = in;
    this.wake = wake;
  }

  /// Starts to read.
  ///
  /// @param wake tells the components that there is something
  static InputPump start(InputStream in, Runnable wake) {
    InputPump pump = new InputPump(in, wake);
    Thread reader = new Thread(pump::read, "wrtd-input");
    reader.setDaemon(true);
    reader.start();
    return pump;
  }

  private void read() {
    byte[] buffer = new byte[InputSource.PART_BYTES];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (count > 0) {
          give(Arrays.copyOf(buffer, count));
        }
      }
    } catch (IOException e) {
      fault =
          new Fault.HostFault(CliCode.UNREADABLE, "standard input", String.valueOf(e.getMessage()));
    }
    give(END);
  }

  private void give(byte[] part) {
    try {
      parts.put(part);
      wake.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Chunk produce(int max) {
    byte[] part = ended ? END : parts.poll();
    if (part == null) {
      return Chunk.LATER;
    }
    ended = part == END;
    return ended ? Chunk.END : Chunk.of(ByteList.owned(part));
  }

  /// Why the stream ended before its time, or null.
  @Nullable Fault fault() {
    return fault;
  }
}
