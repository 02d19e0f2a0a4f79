package dev.wrt.tests.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.Crossings;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.HandleScope;
import dev.wrt.component.abi.Layout;
import dev.wrt.component.abi.Layouts;
import dev.wrt.component.abi.Lift;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.component.abi.Lower;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.component.ValType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What lists of numbers of 64 KiB allocate on their way from a Java array into a guest's memory
/// and back: at most a copy at each step, and nothing for an element.
// [utest->req~value-arrays~1]
class ListAllocationTest {
  private static final int BYTES = 65_536;
  private static final int PTR = 16;

  /// Room for records, buffers' views and slices, whatever the number of elements.
  private static final long OVERHEAD = 4_096;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final MemoryBudget budget = MemoryBudget.root("test", 1L << 26);
  private final Lift lift = ok(Lift.create(budget));
  private final Lower lower = ok(Lower.create(budget));
  private final Layouts layouts = ok(Layouts.create(budget));

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }

  static Stream<Arguments> lists() {
    byte[] bytes = new byte[BYTES];
    int[] ints = new int[BYTES / 4];
    double[] doubles = new double[BYTES / 8];
    return Stream.of(new MemoryStrategy.ZeroCopy(), new MemoryStrategy.BoundedCopy(2 * BYTES))
        .flatMap(strategy ->
            Stream.of(
                Arguments.of(strategy, PrimValType.U8, made(() -> ByteList.of(bytes))),
                Arguments.of(strategy, PrimValType.S32, made(() -> NumberList.of(ints))),
                Arguments.of(strategy, PrimValType.F64, made(() -> NumberList.of(doubles)))));
  }

  private static Supplier<Value> made(Supplier<Value> list) {
    return list;
  }

  private static Object array(Value list) {
    return switch (list) {
      case ByteList bytes -> ok(bytes.bytes());
      case NumberList numbers when numbers.element() == PrimValType.S32 -> ok(numbers.ints());
      case NumberList numbers -> ok(numbers.doubles());
      default -> throw new AssertionError(list);
    };
  }

  /// Bytes that the current thread allocates, the least of several runs.
  private static long allocated(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static void assertAtMost(long most, long found, String what) {
    assertTrue(found <= most, what + ": " + found + " bytes, at most " + most);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("lists")
  @DisplayName("a list of 64 KiB takes one copy as a value, none to be lowered, lifted, looked at")
  void oneCopy(MemoryStrategy strategy, PrimValType element, Supplier<Value> list) {
    assertAtMost(BYTES + OVERHEAD, allocated(list::get), "a value of an array");
    Value value = list.get();
    assertAtMost(BYTES + OVERHEAD, allocated(() -> array(value)), "an array of a value");
    Verification level = new Verification(VerificationLevel.STANDARD, 1);
    try (SafeMemory memory = ok(SafeMemory.create(budget, "memory", 2 * BYTES, 2 * BYTES, level));
        Crossings crossings = ok(Crossings.create(budget, strategy, 2))) {
      Crossing crossing = crossings.crossing();
      LiftLowerContext cx =
          new LiftLowerContext(memory, StringEncoding.UTF8, new NoHandles(), crossing);
      Layout type = ok(layouts.tuple(List.of(new ValType.ListType(element))));
      Values values = Values.of(value);
      assertAtMost(OVERHEAD, allocated(() -> lower(cx, type, values)), "to lower");
      long[] flat = {lower.flat(0), lower.flat(1)};
      assertAtMost(OVERHEAD, allocated(() -> view(cx, type, flat)), "to lift a view");
      assertAtMost(BYTES + OVERHEAD, allocated(() -> keep(cx, type, flat)), "to lift and keep");
    }
  }

  private void lower(LiftLowerContext cx, Layout type, Values values) {
    lower.start(cx, type, values, FuncLayout.MAX_FLAT_PARAMS);
    assertEquals(Lower.Step.CALL_REALLOC, lower.step());
    lower.reallocated(PTR);
    assertEquals(Lower.Step.DONE, lower.step());
    cx.crossing().close();
  }

  private Value view(LiftLowerContext cx, Layout type, long[] flat) {
    Value list = ok(lift.values(cx, type, FuncLayout.MAX_FLAT_PARAMS, flat)).get(0);
    cx.crossing().close();
    return list;
  }

  /// Lifts a list that owns its bytes, and looks at them where they are.
  private void keep(LiftLowerContext cx, Layout type, long[] flat) {
    cx.crossing().outlive();
    Value list = view(cx, type, flat);
    ByteList bytes = list instanceof NumberList numbers ? numbers.bytes() : (ByteList) list;
    assertEquals(BYTES, ok(bytes.buffer()).remaining());
  }

  /// Lists of numbers have no handles.
  private static final class NoHandles implements HandleScope {
    @Override
    public Result<Value.Handle> liftOwn(int index, ResourceType type) {
      return fail("no handles");
    }

    @Override
    public Result<Value.Handle> liftBorrow(int index, ResourceType type) {
      return fail("no handles");
    }

    @Override
    public Result<Integer> lowerOwn(Value.Handle handle) {
      return fail("no handles");
    }

    @Override
    public Result<Integer> lowerBorrow(Value.Handle handle) {
      return fail("no handles");
    }

    @Override
    public Result<ReadableEnd> liftEnd(int index, ValType type) {
      return fail("no handles");
    }

    @Override
    public Result<Integer> lowerEnd(ReadableEnd end, ValType type) {
      return fail("no handles");
    }

    @Override
    public Result<String> liftErrorContext(int index) {
      return fail("no handles");
    }

    @Override
    public Result<Integer> lowerErrorContext(String debugMessage) {
      return fail("no handles");
    }
  }
}
