package dev.wrt.wasi;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.wasi.WasiInputStream.Got;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `wasi:io/streams`
// [impl->req~wasi-streams~1]
final class StreamFunctions {
  /// The resource `input-stream`.
  static final String INPUT_STREAM = WasiInterface.resource("wasi:io/streams", "input-stream");

  /// The resource `output-stream`.
  static final String OUTPUT_STREAM = WasiInterface.resource("wasi:io/streams", "output-stream");

  /// The most bytes of the blocking writes, fixed by the WIT.
  static final int BLOCKING_WRITE_MAX = 4096;

  private static final int LAST_OPERATION_FAILED = 0;
  private static final Value CLOSED = new Value.VariantValue(1, null);
  private static final String IN = "(self: borrow<input-stream>, len: u64) -> ";
  private static final String OUT = "(self: borrow<output-stream>";
  private static final String DONE = ") -> result<_, $stream-error>";
  private static final String SPLICE =
      OUT + ", src: borrow<input-stream>, len: u64) -> result<u64, $stream-error>";

  private final WasiWorld world;

  StreamFunctions(WasiWorld world) {
    this.world = world;
  }

  /// The interface.
  WasiInterface streams() {
    WasiInterface streams =
        new WasiInterface("wasi:io/streams")
            .resource("input-stream", rep -> WasiWorld.drop(world.inputs(), rep))
            .resource("output-stream", rep -> WasiWorld.drop(world.outputs(), rep));
    defineInput(streams);
    defineOutput(streams);
    return streams;
  }

  private void defineInput(WasiInterface streams) {
    String bytes = IN + "result<list<u8>, $stream-error>";
    String count = IN + "result<u64, $stream-error>";
    streams
        .func("[method]input-stream.read", bytes, c -> read(c, StreamFunctions::list))
        .func("[method]input-stream.blocking-read", bytes, c -> await(c, StreamFunctions::list))
        .func("[method]input-stream.skip", count, c -> read(c, StreamFunctions::count))
        .func("[method]input-stream.blocking-skip", count, c -> await(c, StreamFunctions::count))
        .func(
            "[method]input-stream.subscribe",
            "(self: borrow<input-stream>) -> own<pollable>",
            c -> IoInterfaces.subscribe(world, c, input(c, 0)));
  }

  private void defineOutput(WasiInterface streams) {
    String contents = OUT + ", contents: list<u8>" + DONE;
    String zeroes = OUT + ", len: u64" + DONE;
    streams
        .func(
            "[method]output-stream.check-write",
            OUT + ") -> result<u64, $stream-error>",
            this::checkWrite)
        .func("[method]output-stream.write", contents, this::write)
        .func(
            "[method]output-stream.blocking-write-and-flush", contents, this::blockingWriteAndFlush)
        .func("[method]output-stream.flush", OUT + DONE, this::flush)
        .func("[method]output-stream.blocking-flush", OUT + DONE, this::flush)
        .func(
            "[method]output-stream.subscribe",
            OUT + ") -> own<pollable>",
            c -> IoInterfaces.subscribe(world, c, output(c)))
        .func("[method]output-stream.write-zeroes", zeroes, this::writeZeroes)
        .func(
            "[method]output-stream.blocking-write-zeroes-and-flush",
            zeroes,
            this::blockingWriteZeroesAndFlush)
        .func("[method]output-stream.splice", SPLICE, c -> splice(c, false))
        .func("[method]output-stream.blocking-splice", SPLICE, c -> splice(c, true));
  }

  private WasiInputStream input(HostCall call, int index) {
    return world.inputs().get(Wit.rep(call, index));
  }

  private WasiOutputStream output(HostCall call) {
    return world.outputs().get(Wit.rep(call, 0));
  }

  private static Value list(byte[] bytes) {
    return ByteList.owned(bytes);
  }

  private static Value count(byte[] bytes) {
    return new Value.U64(bytes.length);
  }

  private int readMax(HostCall call) {
    return FileOperations.shorten(Wit.u64(call, 1), world.limits().readBytesMax());
  }

  private Result<Values> read(HostCall call, Function<byte[], Value> form) {
    return answer(call, input(call, 0).read(readMax(call)), form);
  }

  private Result<Values> await(HostCall call, Function<byte[], Value> form) {
    return switch (await(input(call, 0), readMax(call))) {
      case Result.Ok<Got> ok -> answer(call, ok.value(), form);
      case Result.Err<Got> err -> Result.err(err.fault());
    };
  }

  /// Reads, after waiting for at least one byte, the end or an error; not for no bytes at all.
  private Result<Got> await(WasiInputStream in, int max) {
    Got got = in.read(max);
    while (max > 0 && !got.isAnswer()) {
      if (world.waiting().until(in) instanceof Result.Err<Unit> err) {
        return Result.err(err.fault());
      }
      got = in.read(max);
    }
    return Result.ok(got);
  }

  private Result<Values> answer(HostCall call, Got got, Function<byte[], Value> form) {
    byte[] bytes = got.bytes();
    return bytes == null ? failed(call, got.error()) : Wit.ok(form.apply(bytes));
  }

  /// `err(stream-error)`: `last-operation-failed` with its error, `closed` without one.
  private Result<Values> failed(HostCall call, @Nullable IoError error) {
    if (error == null) {
      return Wit.returns(Value.ResultValue.err(CLOSED));
    }
    return switch (Wit.own(call, IoInterfaces.ERROR, world.errors(), error)) {
      case Result.Ok<Value> ok ->
          Wit.returns(
              Value.ResultValue.err(new Value.VariantValue(LAST_OPERATION_FAILED, ok.value())));
      case Result.Err<Value> err -> Result.err(err.fault());
    };
  }

  private Result<Values> done(HostCall call, @Nullable IoError error) {
    return error == null ? Wit.ok(null) : failed(call, error);
  }

  private Result<Values> checkWrite(HostCall call) {
    WasiOutputStream out = output(call);
    if (out.isClosed()) {
      return failed(call, null);
    }
    int max = world.limits().writeBytesMax();
    out.permit(max);
    return Wit.ok(new Value.U64(max));
  }

  private Result<Values> write(HostCall call) {
    Sequence contents = Wit.list(call, 1);
    if (!output(call).permits(contents.size())) {
      return Wit.trap(WasiCode.WRITE_NOT_PERMITTED, "output-stream.write");
    }
    return switch (Wit.bytes(contents, 0, contents.size())) {
      case Result.Ok<byte[]> ok -> writeBytes(call, ok.value());
      case Result.Err<byte[]> err -> Result.err(err.fault());
    };
  }

  private Result<Values> writeZeroes(HostCall call) {
    long length = Wit.u64(call, 1);
    if (!output(call).permits(length)) {
      return Wit.trap(WasiCode.WRITE_NOT_PERMITTED, "output-stream.write-zeroes");
    }
    return writeBytes(call, new byte[(int) length]);
  }

  private Result<Values> writeBytes(HostCall call, byte[] bytes) {
    WasiOutputStream out = output(call);
    return out.isClosed() ? failed(call, null) : done(call, out.write(bytes));
  }

  private Result<Values> blockingWriteAndFlush(HostCall call) {
    Sequence contents = Wit.list(call, 1);
    if (contents.size() > BLOCKING_WRITE_MAX) {
      return Wit.trap(WasiCode.WRITE_NOT_PERMITTED, "output-stream.blocking-write-and-flush");
    }
    return switch (Wit.bytes(contents, 0, contents.size())) {
      case Result.Ok<byte[]> ok -> writeAndFlush(call, ok.value());
      case Result.Err<byte[]> err -> Result.err(err.fault());
    };
  }

  private Result<Values> blockingWriteZeroesAndFlush(HostCall call) {
    long length = Wit.u64(call, 1);
    if (length < 0 || length > BLOCKING_WRITE_MAX) {
      return Wit.trap(
          WasiCode.WRITE_NOT_PERMITTED, "output-stream.blocking-write-zeroes-and-flush");
    }
    return writeAndFlush(call, new byte[(int) length]);
  }

  private Result<Values> writeAndFlush(HostCall call, byte[] bytes) {
    WasiOutputStream out = output(call);
    if (out.isClosed()) {
      return failed(call, null);
    }
    out.permit(bytes.length);
    IoError error = out.write(bytes);
    return done(call, error == null ? out.flush() : error);
  }

  /// `flush` and `blocking-flush`: our sinks flush at once.
  private Result<Values> flush(HostCall call) {
    WasiOutputStream out = output(call);
    return out.isClosed() ? failed(call, null) : done(call, out.flush());
  }

  private Result<Values> splice(HostCall call, boolean blocking) {
    WasiOutputStream out = output(call);
    if (out.isClosed()) {
      return failed(call, null);
    }
    WasiInputStream in = input(call, 1);
    WasiLimits limits = world.limits();
    int max = Math.min(limits.readBytesMax(), limits.writeBytesMax());
    int length = FileOperations.shorten(Wit.u64(call, 2), max);
    Result<Got> got = blocking ? await(in, length) : Result.ok(in.read(length));
    return switch (got) {
      case Result.Ok<Got> ok -> forward(call, ok.value(), out);
      case Result.Err<Got> err -> Result.err(err.fault());
    };
  }

  private Result<Values> forward(HostCall call, Got got, WasiOutputStream out) {
    byte[] bytes = got.bytes();
    if (bytes == null) {
      return failed(call, got.error());
    }
    out.permit(bytes.length);
    IoError error = out.write(bytes);
    return error == null ? Wit.ok(count(bytes)) : failed(call, error);
  }
}
