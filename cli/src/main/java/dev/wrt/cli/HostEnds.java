package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.SequenceSource;
import dev.wrt.component.StreamSource;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.ValueCode;
import dev.wrt.component.value.WaveEnds;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The streams and futures that the arguments of a call are written as: lists, values, files and
/// standard input.
// [impl->req~cli-stream-arguments~1]
final class HostEnds implements WaveEnds, AutoCloseable {
  private static final String STDIN = "-";

  private final ComponentInstance instance;
  private final @Nullable InputStream stdin;
  private final List<InputSource> files = new ArrayList<>();
  private @Nullable InputPump pump;

  /// Creates a maker for one call.
  ///
  /// @param stdin what `@-` reads; null where it can't be read
  HostEnds(ComponentInstance instance, @Nullable InputStream stdin) {
    this.instance = instance;
    this.stdin = stdin;
  }

  @Override
  public Result<Value> stream(ValType.StreamType type, Sequence elements) {
    return stream(type, new SequenceSource(elements));
  }

  private Result<Value> stream(ValType.StreamType type, StreamSource source) {
    return switch (instance.stream(type.element().orElse(null), source)) {
      case Result.Ok<Value.StreamValue> ok -> Result.ok(ok.value());
      case Result.Err<Value.StreamValue> err -> Result.err(err.fault());
    };
  }

  @Override
  public Result<Value> future(ValType.FutureType type, Value value) {
    return switch (instance.future(type.element().orElse(null), () -> value)) {
      case Result.Ok<Value.FutureValue> ok -> Result.ok(ok.value());
      case Result.Err<Value.FutureValue> err -> Result.err(err.fault());
    };
  }

  @Override
  public Result<Value> named(ValType type, String name) {
    if (!(type instanceof ValType.StreamType stream)
        || !stream.element().equals(Optional.of(PrimValType.U8))) {
      String found = "`@" + name + "`, which is bytes";
      return Result.err(new Fault.CallFault(ValueCode.UNEXPECTED, "", WitTypes.print(type), found));
    }
    return name.equals(STDIN) ? standardInput(stream) : file(stream, Path.of(name));
  }

  private Result<Value> standardInput(ValType.StreamType type) {
    InputStream in = stdin;
    if (in == null || pump != null) {
      return refused(CliCode.NOT_REPEATABLE, "@-", "standard input");
    }
    InputPump started = InputPump.start(in, instance::wake);
    pump = started;
    return stream(type, started);
  }

  private Result<Value> file(ValType.StreamType type, Path path) {
    try {
      if (Files.isDirectory(path)) {
        return refused(CliCode.IS_DIRECTORY, "@" + path, path.toString());
      }
      InputSource source = new InputSource(path.toString(), Files.newInputStream(path));
      files.add(source);
      return stream(type, source);
    } catch (NoSuchFileException e) {
      return refused(CliCode.NO_SUCH_FILE, "@" + path, path.toString());
    } catch (IOException e) {
      return refused(CliCode.UNREADABLE, "@" + path, String.valueOf(e.getMessage()));
    }
  }

  private static Result<Value> refused(CliCode code, String subject, String detail) {
    return Result.err(new Fault.HostFault(code, subject, detail));
  }

  /// The fault of an argument that ended before its time because it could not be read; null if
  /// there is none.
  @Nullable Fault fault() {
    for (InputSource file : files) {
      if (file.fault() != null) {
        return file.fault();
      }
    }
    InputPump started = pump;
    return started == null ? null : started.fault();
  }

  /// Closes the files.
  @Override
  public void close() {
    files.forEach(InputSource::close);
  }
}
