package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a component's bytes within a budget.
final class ComponentFile {
  private ComponentFile() {}

  /// Reads a whole regular file, after its bytes are reserved; what is appended meanwhile is not
  /// read.
  ///
  /// @param path the file
  /// @param bytesMax the largest size that is read
  /// @param budget account of the bytes
  // [impl->req~cli-input-file~1]
  static Result<byte[]> read(Path path, int bytesMax, MemoryBudget budget) {
    try {
      if (Files.isDirectory(path)) {
        return refused(CliCode.IS_DIRECTORY, path, path.toString());
      }
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        return refused(CliCode.UNREADABLE, path, path + " is not a regular file");
      }
      long size = Files.size(path);
      if (size > bytesMax) {
        return Result.err(
            new Fault.LimitFault(DecoderCode.LIMIT_EXCEEDED, "bytes", size, bytesMax));
      }
      if (!budget.offer(size)) {
        return Result.err(budget.refusal(size));
      }
      try (InputStream in = Files.newInputStream(path)) {
        return Result.ok(in.readNBytes((int) size));
      }
    } catch (NoSuchFileException e) {
      return refused(CliCode.NO_SUCH_FILE, path, path.toString());
    } catch (IOException e) {
      return refused(CliCode.UNREADABLE, path, String.valueOf(e.getMessage()));
    }
  }

  private static Result<byte[]> refused(CliCode code, Path path, String detail) {
    return Result.err(new Fault.HostFault(code, path.toString(), detail));
  }
}
