package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a guest may use of everything that can be counted, see {@link GuestLimit}.
///
/// @param fuel {@link GuestLimit#FUEL}
/// @param memoryPages {@link GuestLimit#MEMORY_PAGES}
/// @param tableElements {@link GuestLimit#TABLE_ELEMENTS}
/// @param frames {@link GuestLimit#FRAMES}
/// @param valueSlots {@link GuestLimit#VALUE_SLOTS}
/// @param depth {@link GuestLimit#DEPTH}
/// @param instances {@link GuestLimit#INSTANCES}
/// @param handles {@link GuestLimit#HANDLES}
/// @param waitables {@link GuestLimit#WAITABLES}
/// @param tasks {@link GuestLimit#TASKS}
/// @param stringBytes {@link GuestLimit#STRING_BYTES}
/// @param listElements {@link GuestLimit#LIST_ELEMENTS}
/// @param callBytes {@link GuestLimit#CALL_BYTES}
/// @param hostTime {@link GuestLimit#HOST_TIME}
/// @param heapBytes {@link GuestLimit#HEAP_BYTES}
public record GuestLimits(
    long fuel,
    int memoryPages,
    int tableElements,
    int frames,
    int valueSlots,
    int depth,
    int instances,
    int handles,
    int waitables,
    int tasks,
    int stringBytes,
    int listElements,
    long callBytes,
    long hostTime,
    int heapBytes) {
  private static final GuestLimits STANDARD =
      of(Arrays.stream(GuestLimit.values()).mapToLong(GuestLimit::usual).toArray());

  /// Checks that each is in its range.
  // [impl->req~limits-range~1]
  public GuestLimits {
    check(GuestLimit.FUEL, fuel);
    check(GuestLimit.MEMORY_PAGES, memoryPages);
    check(GuestLimit.TABLE_ELEMENTS, tableElements);
    check(GuestLimit.FRAMES, frames);
    check(GuestLimit.VALUE_SLOTS, valueSlots);
    check(GuestLimit.DEPTH, depth);
    check(GuestLimit.INSTANCES, instances);
    check(GuestLimit.HANDLES, handles);
    check(GuestLimit.WAITABLES, waitables);
    check(GuestLimit.TASKS, tasks);
    check(GuestLimit.STRING_BYTES, stringBytes);
    check(GuestLimit.LIST_ELEMENTS, listElements);
    check(GuestLimit.CALL_BYTES, callBytes);
    check(GuestLimit.HOST_TIME, hostTime);
    check(GuestLimit.HEAP_BYTES, heapBytes);
  }

  private static void check(GuestLimit limit, long value) {
    Invariant.check(limit.allows(value), "a limit is in its range");
  }

  /// What each usually is.
  public static GuestLimits standard() {
    return STANDARD;
  }

  /// Limits in the order of {@link GuestLimit}.
  private static GuestLimits of(long[] all) {
    return new GuestLimits(
        all[0],
        (int) all[1],
        (int) all[2],
        (int) all[3],
        (int) all[4],
        (int) all[5],
        (int) all[6],
        (int) all[7],
        (int) all[8],
        (int) all[9],
        (int) all[10],
        (int) all[11],
        all[12],
        all[13],
        (int) all[14]);
  }

  /// One of them.
  public long value(GuestLimit limit) {
    return switch (limit) {
      case FUEL -> fuel;
      case MEMORY_PAGES -> memoryPages;
      case TABLE_ELEMENTS -> tableElements;
      case FRAMES -> frames;
      case VALUE_SLOTS -> valueSlots;
      case DEPTH -> depth;
      case INSTANCES -> instances;
      case HANDLES -> handles;
      case WAITABLES -> waitables;
      case TASKS -> tasks;
      case STRING_BYTES -> stringBytes;
      case LIST_ELEMENTS -> listElements;
      case CALL_BYTES -> callBytes;
      case HOST_TIME -> hostTime;
      case HEAP_BYTES -> heapBytes;
    };
  }

  /// The same with one of them changed.
  ///
  /// @param value in the range of the limit
  public GuestLimits with(GuestLimit limit, long value) {
    check(limit, value);
    long[] all = Arrays.stream(GuestLimit.values()).mapToLong(this::value).toArray();
    all[limit.ordinal()] = value;
    return of(all);
  }

  /// The same with one of them changed, both as text.
  ///
  /// @param name a {@link GuestLimit#word}
  /// @param number decimal, `_` may group its digits
  // [impl->req~limits-text~1]
  public Result<GuestLimits> with(String name, String number) {
    for (GuestLimit limit : GuestLimit.values()) {
      if (limit.word().equals(name)) {
        return with(limit, name, number);
      }
    }
    String known =
        Arrays.stream(GuestLimit.values()).map(GuestLimit::word).collect(Collectors.joining(", "));
    return Result.err(new Fault.HostFault(ComponentCode.LIMIT_UNKNOWN, name, known));
  }

  private Result<GuestLimits> with(GuestLimit limit, String name, String number) {
    String digits = number.replace("_", "");
    boolean plain = digits.matches("\\d{1,18}") || digits.equals(Long.toString(Long.MAX_VALUE));
    if (plain && limit.allows(Long.parseLong(digits))) {
      return Result.ok(with(limit, Long.parseLong(digits)));
    }
    String range = limit.smallest() + " to " + limit.largest() + " " + limit.unit();
    return Result.err(new Fault.HostFault(ComponentCode.LIMIT_RANGE, name + "=" + number, range));
  }
}
