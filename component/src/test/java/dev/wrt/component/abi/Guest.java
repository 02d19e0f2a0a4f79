package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.component.ValType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One side of a call in tests: a memory, a `realloc` that always takes new memory, a handle table
/// without rules, a passage.
final class Guest implements AutoCloseable {
  static final int PAGE = 65_536;

  final MemoryBudget budget = MemoryBudget.root("test", 1L << 30);
  final SafeMemory memory;
  final StringEncoding encoding;
  final Crossings crossings;
  final Crossing crossing;
  final Layouts layouts;
  final Lift lift;
  final Lower lower;
  final List<long[]> reallocs = new ArrayList<>();
  final List<Object> handles = new ArrayList<>();
  int top = 16;

  Guest(StringEncoding encoding, MemoryStrategy strategy, int bytes) {
    this(encoding, strategy, bytes, VerificationLevel.STANDARD);
  }

  Guest(StringEncoding encoding, MemoryStrategy strategy, int bytes, VerificationLevel level) {
    this.encoding = encoding;
    memory = ok(SafeMemory.create(budget, "memory 0", bytes, bytes, new Verification(level, 1)));
    crossings = ok(Crossings.create(budget.child("crossings", 1L << 30), strategy, 4));
    crossing = crossings.crossing();
    layouts = ok(Layouts.create(budget));
    lift = ok(Lift.create(budget));
    lower = ok(Lower.create(budget));
  }

  static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }

  static Fault err(Result<?> result) {
    return switch (result) {
      case Result.Ok<?> ok -> fail("no fault but " + ok.value());
      case Result.Err<?> err -> err.fault();
    };
  }

  Layout layout(ValType... types) {
    return ok(layouts.tuple(List.of(types)));
  }

  FuncLayout func(List<ValType> params, Optional<ValType> result) {
    List<ComponentFuncType.Param> named = new ArrayList<>();
    for (ValType type : params) {
      named.add(new ComponentFuncType.Param("p" + named.size(), type));
    }
    return ok(layouts.of(new ComponentFuncType(named, result)));
  }

  LiftLowerContext context() {
    return new LiftLowerContext(memory, encoding, new Table(), crossing);
  }

  /// `realloc`: the next aligned place; contents are kept.
  int realloc(long[] call) {
    reallocs.add(call);
    int alignment = (int) call[2];
    int ptr = (top + alignment - 1) & -alignment;
    top = ptr + (int) call[3];
    move((int) call[0], ptr, (int) Math.min(call[1], call[3]));
    return ptr;
  }

  void move(int from, int to, int length) {
    byte[] kept = new byte[length];
    ok(memory.read(from, kept, 0, length));
    ok(memory.write(to, kept, 0, length));
  }

  long[] request() {
    long[] call = new long[4];
    for (int i = 0; i < 4; i++) {
      call[i] = lower.reallocArgument(i);
    }
    return call;
  }

  /// Lowers as arguments and gives the core values.
  Result<long[]> lowerAll(Layout types, Values values) {
    lower.start(context(), types, values, FuncLayout.MAX_FLAT_PARAMS);
    return finish();
  }

  Result<long[]> finish() {
    Lower.Step step = lower.step();
    while (step == Lower.Step.CALL_REALLOC) {
      lower.reallocated(realloc(request()));
      step = lower.step();
    }
    if (step == Lower.Step.FAULT) {
      return Result.err(lower.fault());
    }
    long[] flat = new long[lower.flatCount()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = lower.flat(i);
    }
    return Result.ok(flat);
  }

  Result<Values> liftAll(Layout types, long... flat) {
    return lift.values(context(), types, FuncLayout.MAX_FLAT_PARAMS, flat);
  }

  void write(int at, byte... bytes) {
    ok(memory.write(at, bytes, 0, bytes.length));
  }

  @Override
  public void close() {
    crossing.close();
    crossings.close();
    lift.close();
    lower.close();
    layouts.close();
    memory.close();
    assertEquals(0, budget.reservedBytes(), "everything goes back to the budget");
  }

  /// A handle table without the rules of resources.
  private final class Table implements HandleScope {
    @Override
    public Result<Handle> liftOwn(int index, ResourceType type) {
      return entry(index, Handle.class);
    }

    @Override
    public Result<Handle> liftBorrow(int index, ResourceType type) {
      return liftOwn(index, type);
    }

    @Override
    public Result<Integer> lowerOwn(Handle handle) {
      return add(handle);
    }

    @Override
    public Result<Integer> lowerBorrow(Handle handle) {
      return lowerOwn(handle);
    }

    @Override
    public Result<ReadableEnd> liftEnd(int index, ValType type) {
      return entry(index, ReadableEnd.class);
    }

    @Override
    public Result<Integer> lowerEnd(ReadableEnd end, ValType type) {
      return add(end);
    }

    @Override
    public Result<String> liftErrorContext(int index) {
      return entry(index, String.class);
    }

    @Override
    public Result<Integer> lowerErrorContext(String debugMessage) {
      return add(debugMessage);
    }

    private <T> Result<T> entry(int index, Class<T> kind) {
      return index >= 0 && index < handles.size() && kind.isInstance(handles.get(index))
          ? Result.ok(kind.cast(handles.get(index)))
          : Result.err(new Fault.Trap(AbiCode.INVALID_CHAR, "no handle", List.of()));
    }

    private Result<Integer> add(Object entry) {
      handles.add(entry);
      return Result.ok(handles.size() - 1);
    }
  }
}
