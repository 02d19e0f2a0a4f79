package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Packing;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.SafeMemory;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Lifting: core values, and what they point to in a guest's memory, become component-level values
/// ("Loading", "Flat Lifting", "Lifting and Lowering Values" of CanonicalABI.md).
///
/// Lifting never calls the guest, so it runs to its end. A stack of frames, one for each compound
/// value under construction, takes the place of recursion; it is as deep as types may be nested
/// ({@link Layouts#DEPTH_MAX}), so it can't overflow. Core values are taken from the front of the
/// flat array; a value in memory is read through a window that the {@link Crossing} provides.
///
/// Joined core values of a variant need no conversion: the engine keeps i32 and f32 zero-extended
/// in 64 bits, so that each join only adds zero bits above.
///
/// One machine serves any number of calls, one after the other.
public final class Lift implements AutoCloseable {
  private static final long[] NO_FLAT = {};

  private final MemoryBudget budget;
  private final LiftFrame[] frames = new LiftFrame[Layouts.DEPTH_MAX + 1];
  private @Nullable LiftLowerContext cx;
  private long[] flat = NO_FLAT;
  private int flatNext;
  private int depth;
  private @Nullable Fault fault;

  private Lift(MemoryBudget budget) {
    this.budget = budget;
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new LiftFrame();
    }
  }

  private static long bytes() {
    return (long) (Layouts.DEPTH_MAX + 1) * LiftFrame.BYTES;
  }

  /// Creates a machine.
  ///
  /// @param budget pays for its stack
  public static Result<Lift> create(MemoryBudget budget) {
    return budget.offer(bytes())
        ? Result.ok(new Lift(budget))
        : Result.err(budget.refusal(bytes()));
  }

  /// `lift_flat_values`.
  ///
  /// @param context the side that the core values come from
  /// @param layout layout of their component-level types
  /// @param maxFlat above how many core values they are in memory: {@link
  ///   FuncLayout#MAX_FLAT_PARAMS} or {@link FuncLayout#MAX_FLAT_RESULTS}
  /// @param coreValues the core values; may be longer than needed
  public Result<Values> values(
      LiftLowerContext context, Layout layout, int maxFlat, long[] coreValues) {
    Layout types = context.side(layout);
    cx = context;
    flat = coreValues;
    flatNext = 0;
    LiftFrame root = frames[0];
    boolean inMemory = types.flatCount() > maxFlat;
    if (crossing().charge(types.valueBytes()) && (!inMemory || openTuple(types))) {
      byte[] window = inMemory ? crossing().window() : null;
      push(types, types.partCount(), window, crossing().at());
      run(root);
    }
    Fault why = outcome();
    Result<Values> result = why == null ? Result.ok(new Values(root.parts())) : Result.err(why);
    reset();
    return result;
  }

  /// `load_list_from_valid_range`: elements side by side in memory, such as those that are written
  /// to a stream.
  ///
  /// @param context the side that they come from
  /// @param element layout of their type
  /// @param ptr the first one, aligned
  /// @param count how many; all are within the memory
  // [impl->req~abi-ranges~1]
  public Result<Sequence> list(LiftLowerContext context, Layout element, int ptr, int count) {
    cx = context;
    LiftFrame root = frames[0];
    push(Layouts.EMPTY, 1, null, 0);
    elements(context.side(element).range(), ptr, count);
    run(root);
    Fault why = outcome();
    Result<Sequence> result =
        why == null ? Result.ok((Sequence) root.parts().get(0)) : Result.err(why);
    reset();
    return result;
  }

  /// Why values were not lifted, or were lifted from a buffer that has changed since it was filled.
  private @Nullable Fault outcome() {
    if (isSound()) {
      crossing().verify();
    }
    return fault == null ? crossing().fault() : fault;
  }

  private void run(LiftFrame root) {
    while (isSound() && !root.isComplete()) {
      LiftFrame top = frames[depth - 1];
      if (top.isComplete()) {
        pop(top);
      } else {
        lift(top.nextLayout(), top.window(), top.window() == null ? 0 : top.nextAt());
      }
    }
  }

  private boolean openTuple(Layout types) {
    long ptr = cx().pointer(flat[flatNext++]);
    AbiCode code = range(ptr, types.size, types.alignment, AbiCode.POINTER_OUT_OF_BOUNDS);
    return code == null ? open((int) ptr, types.size) : trap(code);
  }

  private void push(Layout layout, int parts, byte @Nullable [] window, int at) {
    frames[depth++].begin(layout, parts, window, at);
  }

  private void pop(LiftFrame top) {
    Value value = top.value();
    if (top.window() == null && isVariant(top.layout())) {
      flatNext = top.flatEnd();
    }
    top.end();
    depth--;
    deliver(value);
  }

  private static boolean isVariant(Layout layout) {
    return switch (layout.kind) {
      case VARIANT, OPTION, RESULT -> true;
      default -> false;
    };
  }

  private void deliver(Value value) {
    frames[depth - 1].add(value);
  }

  /// `load` where there is a window, else `lift_flat`.
  // [impl->req~abi-lift~1]
  private void lift(Layout layout, byte @Nullable [] window, int at) {
    switch (layout.kind) {
      case STRING, BYTES, NUMBERS, LIST -> {
        int width = cx().pointerBytes();
        long ptr = cx().pointer(word(window, at, width));
        pointed(layout, ptr, cx().pointer(word(window, at + width, width)));
      }
      case RECORD, TUPLE -> push(layout, layout.partCount(), window, at);
      case FIXED_LIST -> fixedList(layout, window, at);
      case VARIANT, OPTION, RESULT -> variant(layout, window, at);
      case ENUM -> enumeration(layout, word(window, at, layout.discriminantBytes()));
      case CHAR -> character(word(window, at, layout.size));
      case OWN, BORROW, STREAM, FUTURE, ERROR_CONTEXT -> handle(layout, (int) word(window, at, 4));
      default -> deliver(Scalars.value(layout, word(window, at, layout.size)));
    }
  }

  /// The next core value, or as many bytes of memory.
  private long word(byte @Nullable [] window, int at, int width) {
    return window == null ? flat[flatNext++] : Packing.load(window, at, width);
  }

  /// `convert_i32_to_char`
  private void character(long word) {
    int codePoint = (int) word;
    if (Value.Char.isScalar(codePoint)) {
      deliver(new Value.Char(codePoint));
    } else {
      trap(AbiCode.INVALID_CHAR);
    }
  }

  private void enumeration(Layout layout, long word) {
    if (isCase(layout, word)) {
      deliver(new Value.EnumValue((int) word));
    }
  }

  /// `load_variant`, `lift_flat_variant`
  private void variant(Layout layout, byte @Nullable [] window, int at) {
    int flatEnd = flatNext + layout.flatCount();
    long word = word(window, at, layout.discriminantBytes());
    if (!isCase(layout, word)) {
      return;
    }
    int index = (int) word;
    push(layout, layout.payload(index) == null ? 0 : 1, window, at);
    frames[depth - 1].choose(index, flatEnd);
  }

  private boolean isCase(Layout layout, long word) {
    return (word & 0xFFFF_FFFFL) < layout.labels() || trap(AbiCode.INVALID_DISCRIMINANT);
  }

  /// `lift_own`, `lift_borrow`, `lift_stream`, `lift_future`, `lift_error_context`
  // [impl->req~abi-ends~1]
  private void handle(Layout layout, int index) {
    HandleScope handles = cx().handles();
    switch (layout.kind) {
      case OWN -> take(handles.liftOwn(index, layout.resource()), own -> own);
      case BORROW -> take(handles.liftBorrow(index, layout.resource()), borrow -> borrow);
      case STREAM -> take(handles.liftEnd(index, layout.end()), Value.StreamValue::new);
      case FUTURE -> take(handles.liftEnd(index, layout.end()), Value.FutureValue::new);
      default -> take(handles.liftErrorContext(index), Value.ErrorContextValue::new);
    }
  }

  private <T> void take(Result<T> lifted, Function<T, Value> value) {
    switch (lifted) {
      case Result.Ok<T> ok -> deliver(value.apply(ok.value()));
      case Result.Err<T> err -> fault = err.fault();
    }
  }

  /// `load_list`, `lift_flat_list` of a fixed length: numbers in memory in bulk.
  private void fixedList(Layout layout, byte @Nullable [] window, int at) {
    PrimValType number = layout.element().packs();
    if (number == null || window == null) {
      push(layout, layout.labels(), window, at);
    } else {
      deliver(Packing.of(number, crossing().copy(window, at, layout.size, number)));
    }
  }

  /// What a pointer and a length, both unsigned, say.
  private void pointed(Layout layout, long ptr, long length) {
    if (layout.kind == Layout.Kind.STRING) {
      string(ptr, length);
    } else if (isList(layout.element(), ptr, length)) {
      elements(layout, (int) ptr, (int) length);
    }
  }

  /// `load_list_from_range`: whether the elements are where they may be.
  private boolean isList(Layout element, long ptr, long length) {
    if (Long.compareUnsigned(length, Layouts.SIZE_MAX) > 0
        || length * element.size > Layouts.SIZE_MAX) {
      return trap(AbiCode.LIST_TOO_LONG);
    }
    long bytes = length * element.size;
    AbiCode code = range(ptr, bytes, element.alignment, AbiCode.LIST_OUT_OF_BOUNDS);
    if (code != null) {
      return trap(code);
    }
    fault = cx().limits().ofList(length);
    return fault == null;
  }

  /// Makes a part of memory readable, which is within it.
  private boolean open(int ptr, int length) {
    return crossing().count(length) && crossing().open(memory(), ptr, length);
  }

  /// `load_list_from_valid_range`: numbers in bulk, others one by one.
  private void elements(Layout layout, int ptr, int count) {
    Layout element = layout.element();
    if (layout.kind != Layout.Kind.LIST) {
      numbers(layout, ptr, count * element.size);
    } else if (crossing().charge(ValueBytes.elements(count, element))
        && open(ptr, count * element.size)) {
      push(layout, count, crossing().window(), crossing().at());
    }
  }

  private void numbers(Layout layout, int ptr, int size) {
    if (crossing().charge(ValueBytes.LIST) && crossing().count(size)) {
      ByteList bytes = crossing().list(memory(), ptr, size, layout.number());
      if (bytes != null) {
        deliver(Packing.of(layout.number(), bytes));
      }
    }
  }

  /// `load_string_from_range`
  private void string(long ptr, long tagged) {
    StringSource source = StringSource.of(cx(), tagged);
    if (source.byteLength() > Layouts.SIZE_MAX) {
      trap(AbiCode.STRING_TOO_LONG);
      return;
    }
    int length = (int) source.byteLength();
    AbiCode code = range(ptr, length, source.alignment(), AbiCode.STRING_OUT_OF_BOUNDS);
    if (code != null) {
      trap(code);
      return;
    }
    fault = cx().limits().ofString(length);
    if (fault == null && crossing().charge(2L * length) && open((int) ptr, length)) {
      decode(source, length);
    }
  }

  private void decode(StringSource source, int length) {
    byte[] window = crossing().window();
    int at = crossing().at();
    String text = source.decode(window, at, length);
    AbiCode code = source.check(text, window, at, length);
    if (code == null) {
      deliver(new Value.Str(text, source.form()));
    } else {
      trap(code);
    }
  }

  /// Whether a part of memory is aligned and within the memory; null if so.
  // [impl->req~abi-lift-traps~1]
  private @Nullable AbiCode range(long ptr, long length, int alignment, AbiCode outside) {
    if ((ptr & alignment - 1) != 0) {
      return AbiCode.UNALIGNED_POINTER;
    }
    return ptr < 0 || ptr > memory().sizeBytes() - length ? outside : null;
  }

  private boolean trap(AbiCode code) {
    fault = AbiCode.trap(code);
    return false;
  }

  private boolean isSound() {
    return fault == null && crossing().isSound();
  }

  private Crossing crossing() {
    return cx().crossing();
  }

  private SafeMemory memory() {
    SafeMemory memory = cx().memory();
    if (memory == null) {
      throw new Invariant.Violation("validated: `memory` is required for types with pointers");
    }
    return memory;
  }

  private LiftLowerContext cx() {
    LiftLowerContext context = cx;
    if (context == null) {
      throw new Invariant.Violation("lifting has a context");
    }
    return context;
  }

  private void reset() {
    for (int i = 0; i < depth; i++) {
      frames[i].end();
    }
    depth = 0;
    fault = null;
    flat = NO_FLAT;
    cx = null;
  }

  /// Gives the bytes back.
  @Override
  public void close() {
    budget.release(bytes());
  }
}
