package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Packing;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A {@link StreamSink} that collects a whole stream into one list, up to a bound.
// [impl->req~stream-collected~1]
public final class StreamCollector implements StreamSink {
  private final int max;
  private final List<Value> values = new ArrayList<>();
  private @Nullable PrimValType packed;
  private byte[] bytes = new byte[0];
  private int filled;
  private int count;
  private boolean ended;
  private @Nullable Fault fault;

  /// A collector.
  ///
  /// @param max the most elements that are collected; a longer stream is stopped, and is a fault
  public StreamCollector(int max) {
    this.max = max;
  }

  /// Whether the stream is over.
  public boolean isEnded() {
    return ended;
  }

  /// The whole stream, packed if its elements are numbers.
  ///
  /// @return the elements so far if it has not ended; a fault if it was too long or has ended
  ///   before its time
  public Result<Sequence> collected() {
    Fault why = fault;
    if (why != null) {
      return Result.err(why);
    }
    PrimValType number = packed;
    return Result.ok(
        number == null
            ? new Value.ListValue(values)
            : Packing.of(number, ByteList.owned(Arrays.copyOf(bytes, filled))));
  }

  @Override
  public int accept(Sequence elements) {
    if (elements.size() > max - count) {
      fail(
          new LimitFault(
              ComponentCode.COLLECTED_TOO_MUCH, "elements", (long) count + elements.size(), max));
      return STOP;
    }
    count += elements.size();
    return switch (elements) {
      case ByteList list -> append(PrimValType.U8, list, elements.size());
      case NumberList list -> append(list.element(), list.bytes(), elements.size());
      case Value.ListValue list -> {
        values.addAll(list.elements());
        yield elements.size();
      }
    };
  }

  private int append(PrimValType element, ByteList list, int accepted) {
    packed = element;
    if (list.size() > bytes.length - filled) {
      bytes = Arrays.copyOf(bytes, Math.max(filled + list.size(), 2 * bytes.length));
    }
    if (list.read(0, bytes, filled, list.size()) instanceof Result.Err<Unit> err) {
      fail(err.fault());
      return STOP;
    }
    filled += list.size();
    return accepted;
  }

  private void fail(Fault why) {
    if (fault == null) {
      fault = why;
    }
  }

  @Override
  public void ended(@Nullable Fault why) {
    ended = true;
    if (why != null) {
      fail(why);
    }
  }
}
