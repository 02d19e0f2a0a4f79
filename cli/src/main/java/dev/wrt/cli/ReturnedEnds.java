package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.FutureSink;
import dev.wrt.component.Outcome;
import dev.wrt.component.StreamCollector;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads the streams and futures of a result to their ends, and lets the components do what they
/// still have to do.
// [impl->req~cli-stream-results~1]
final class ReturnedEnds {
  /// Streams of streams of streams: so often what was read is looked through again.
  private static final int ROUNDS_MAX = 64;

  private final ComponentInstance instance;
  private final Drive drive;
  private final int elementsMax;
  private final @Nullable ByteSink bytes;

  /// Creates a reader.
  ///
  /// @param elementsMax the most elements of a stream
  /// @param bytes takes the bytes of a result that is bytes; null to have it as a value
  ReturnedEnds(ComponentInstance instance, Drive drive, int elementsMax, @Nullable ByteSink bytes) {
    this.instance = instance;
    this.drive = drive;
    this.elementsMax = elementsMax;
    this.bytes = bytes;
  }

  /// A stream or future that is being read.
  private record Reading(BooleanSupplier ended, Supplier<Result<Value>> value) {}

  /// Whether bytes can be made of a function's result.
  static boolean isBytes(ComponentFuncType type) {
    Optional<ValType> u8 = Optional.of(PrimValType.U8);
    return switch (type.result().orElse(PrimValType.BOOL)) {
      case ValType.StreamType t -> t.element().equals(u8);
      case ValType.ListType t -> t.element() == PrimValType.U8;
      case PrimValType t -> t == PrimValType.STRING;
      default -> false;
    };
  }

  /// Reads what has been returned to its end.
  ///
  /// @return the result with lists and values in the place of streams and futures, no result if its
  ///   bytes have been copied; or what went wrong
  Outcome finish(Values returned) {
    ByteSink sink = bytes;
    if (sink != null) {
      return copied(returned.get(0), sink);
    }
    Values values = returned;
    for (int i = 0; i < ROUNDS_MAX; i++) {
      Map<ReadableEnd, Reading> readings = new IdentityHashMap<>();
      for (Value value : values.list()) {
        Ends.in(value, end -> readings.put(end, reading(end)));
      }
      Outcome settled = settled();
      if (readings.isEmpty() || !(settled instanceof Outcome.Returned)) {
        return settled instanceof Outcome.Returned ? new Outcome.Returned(values) : settled;
      }
      switch (replaced(values, readings)) {
        case Result.Ok<Values> ok -> values = ok.value();
        case Result.Err<Values> err -> {
          return new Outcome.Failed(err.fault());
        }
      }
    }
    return new Outcome.Failed(unfinished());
  }

  private Outcome settled() {
    return drive.run(instance.settling());
  }

  private static Fault unfinished() {
    return new Fault.HostFault(CliCode.UNFINISHED, "the result", "all tasks are over or wait");
  }

  private Reading reading(ReadableEnd end) {
    if (end.type() instanceof ValType.FutureType) {
      Resolved sink = new Resolved();
      Result<Unit> begun = instance.consume(new Value.FutureValue(end), sink);
      return new Reading(() -> sink.over || begun instanceof Result.Err, () -> sink.value(begun));
    }
    StreamCollector sink = new StreamCollector(elementsMax);
    Result<Unit> begun = instance.consume(new Value.StreamValue(end), sink);
    return new Reading(
        () -> sink.isEnded() || begun instanceof Result.Err, () -> collected(begun, sink));
  }

  private static Result<Value> collected(Result<Unit> begun, StreamCollector sink) {
    if (begun instanceof Result.Err<Unit> err) {
      return Result.err(err.fault());
    }
    return switch (sink.collected()) {
      case Result.Ok<Sequence> ok -> Result.ok(ok.value());
      case Result.Err<Sequence> err -> Result.err(err.fault());
    };
  }

  /// Takes a future's value.
  private static final class Resolved implements FutureSink {
    private @Nullable Value value;
    private @Nullable Fault fault;
    private boolean over;

    @Override
    public void resolved(Value resolved) {
      value = resolved;
      over = true;
    }

    @Override
    public void ended(@Nullable Fault why) {
      fault = why;
      over = true;
    }

    Result<Value> value(Result<Unit> begun) {
      Value found = value;
      if (found != null) {
        return Result.ok(found);
      }
      Fault why = fault;
      return begun instanceof Result.Err<Unit> err
          ? Result.err(err.fault())
          : Result.err(why == null ? unfinished() : why);
    }
  }

  private static Result<Values> replaced(Values values, Map<ReadableEnd, Reading> readings) {
    Map<ReadableEnd, Value> read = new IdentityHashMap<>();
    for (Map.Entry<ReadableEnd, Reading> entry : readings.entrySet()) {
      if (!entry.getValue().ended().getAsBoolean()) {
        return Result.err(unfinished());
      }
      switch (entry.getValue().value().get()) {
        case Result.Ok<Value> ok -> read.put(entry.getKey(), ok.value());
        case Result.Err<Value> err -> {
          return Result.err(err.fault());
        }
      }
    }
    List<Value> all = values.list().stream().map(v -> Ends.replaced(v, read)).toList();
    return Result.ok(new Values(all));
  }

  // [impl->req~cli-raw~1]
  private Outcome copied(Value value, ByteSink sink) {
    switch (value) {
      case Value.StreamValue stream -> {
        if (instance.consume(stream, sink) instanceof Result.Err<Unit> err) {
          return new Outcome.Failed(err.fault());
        }
      }
      case ByteList list -> sink.accept(list);
      case Value.Str text ->
          sink.accept(ByteList.owned(text.value().getBytes(StandardCharsets.UTF_8)));
      default -> {}
    }
    Outcome settled = settled();
    Fault fault = sink.fault();
    if (fault != null) {
      return new Outcome.Failed(fault);
    }
    boolean open = value instanceof Value.StreamValue && !sink.isEnded();
    return open && settled instanceof Outcome.Returned ? new Outcome.Failed(unfinished()) : settled;
  }
}
