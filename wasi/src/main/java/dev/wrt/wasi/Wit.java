package dev.wrt.wasi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.time.Instant;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Arguments and results of the host's functions: component values to Java and back. {@link
/// TypedFunction} has checked the types before.
final class Wit {
  private static final String CHECKED =
      "the signature of a host function is checked before its call";

  private Wit() {}

  /// A `u64` argument, to be read unsigned.
  static long u64(HostCall call, int index) {
    return call.arguments().get(index) instanceof Value.U64 u ? u.bits() : Wit.<Long>mismatch();
  }

  /// A `u8` argument.
  static int u8(HostCall call, int index) {
    return call.arguments().get(index) instanceof Value.U8 u ? u.value() : Wit.<Integer>mismatch();
  }

  /// A `string` argument.
  static String string(HostCall call, int index) {
    return call.arguments().get(index) instanceof Value.Str s ? s.value() : mismatch();
  }

  /// A `flags` argument, label 0 in bit 0.
  static int flags(HostCall call, int index) {
    return call.arguments().get(index) instanceof Value.FlagsValue f
        ? f.bits()
        : Wit.<Integer>mismatch();
  }

  /// The representation of a handle.
  static int rep(HostCall call, int index) {
    return rep(call.arguments().get(index));
  }

  /// The representation of a handle.
  static int rep(Value value) {
    return value instanceof Value.Handle h ? h.rep() : Wit.<Integer>mismatch();
  }

  /// A `list` argument.
  static Sequence list(HostCall call, int index) {
    return call.arguments().get(index) instanceof Sequence s ? s : mismatch();
  }

  /// A part of a `list<u8>`, copied.
  ///
  /// @param from first byte within the list
  // [impl->req~wasi-bytes-verified~1]
  static Result<byte[]> bytes(Sequence list, int from, int count) {
    byte[] copy = new byte[count];
    if (list instanceof ByteList bytes) {
      return switch (bytes.read(from, copy, 0, count)) {
        case Result.Ok<Unit> _ -> Result.ok(copy);
        case Result.Err<Unit> err -> Result.err(err.fault());
      };
    }
    for (int i = 0; i < count; i++) {
      copy[i] = list.get(from + i) instanceof Value.U8 u ? (byte) u.value() : Wit.<Byte>mismatch();
    }
    return Result.ok(copy);
  }

  /// What can't be, since types were checked.
  static <T> T mismatch() {
    throw new Invariant.Violation(CHECKED);
  }

  /// The results of a function that returns one value.
  static Result<Values> returns(Value value) {
    return Result.ok(Values.of(value));
  }

  /// `ok`, with its payload if it has one.
  static Result<Values> ok(@Nullable Value payload) {
    return returns(Value.ResultValue.ok(payload));
  }

  /// `err(error-code)`
  static Result<Values> err(ErrorCode code) {
    return returns(Value.ResultValue.err(new Value.EnumValue(code.ordinal())));
  }

  /// The end of the call with a trap.
  static Result<Values> trap(WasiCode code, String subject) {
    return Result.err(new Fault.Trap(code, subject, List.of()));
  }

  /// A `datetime`; times before 1970 are 1970.
  static Value datetime(Instant time) {
    boolean early = time.getEpochSecond() < 0;
    return new Value.RecordValue(
        List.of(
            new Value.U64(early ? 0 : time.getEpochSecond()),
            new Value.U32(early ? 0 : time.getNano())));
  }

  /// A new handle inside a result, or the fault of a full table.
  ///
  /// @param name the resource as in {@link HostCall#own}
  static <T extends Object> Result<Value> own(
      HostCall call, String name, ResourceTable<T> table, T element) {
    return switch (table.offer(element)) {
      case Result.Ok<Integer> ok -> Result.ok(call.own(name, ok.value()));
      case Result.Err<Integer> err -> Result.err(err.fault());
    };
  }
}
