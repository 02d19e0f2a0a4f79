package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a component's bytes within a budget.
final class ComponentFile {
  private ComponentFile() {}

  /// Reads a whole file, after its bytes are reserved.
  ///
  /// @param path the file
  /// @param budget account of the bytes
  // [impl->req~cli-input-file~1]
  static Result<byte[]> read(Path path, MemoryBudget budget) {
    try {
      if (Files.isDirectory(path)) {
        return refused(CliCode.IS_DIRECTORY, path, path.toString());
      }
      long size = Files.size(path);
      if (!budget.offer(size)) {
        return Result.err(budget.refusal(size));
      }
      return Result.ok(Files.readAllBytes(path));
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
