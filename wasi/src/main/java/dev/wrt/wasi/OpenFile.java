package dev.wrt.wasi;

import dev.wrt.bounded.Invariant;
import java.io.IOException;
import java.nio.channels.FileChannel;

/// An open file of the host, shared by a descriptor and the streams made from it, and closed when
/// the last of them is dropped.
final class OpenFile {
  private final FileChannel channel;
  private int users = 1;

  OpenFile(FileChannel channel) {
    this.channel = channel;
  }

  /// The file's channel; only its methods with a position are used.
  FileChannel channel() {
    return channel;
  }

  /// Adds a user.
  OpenFile retain() {
    Invariant.check(users > 0, "an open file has a user");
    users++;
    return this;
  }

  /// Takes a user off.
  void release() throws IOException {
    Invariant.check(users > 0, "an open file has a user");
    users--;
    if (users == 0) {
      channel.close();
    }
  }
}
