package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.LowerFrame.Shape;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Packing;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.SafeMemory;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Lowering: component-level values become core values, and bytes in a guest's memory that the
/// guest's `realloc` provides ("Storing", "Flat Lowering", "Lifting and Lowering Values" of
/// CanonicalABI.md).
///
/// The machine never calls the guest itself: where the ABI calls `realloc` it stops with {@link
/// Step#CALL_REALLOC}, its user calls the function with {@link #reallocArgument} 0 to 3, gives the
/// result to {@link #reallocated} and goes on with {@link #step}. Whatever was stored before is in
/// memory by then. A stack of frames takes the place of recursion, as in {@link Lift}.
///
/// One machine serves any number of calls, one after the other; {@link #start} forgets what was
/// under way.
public final class Lower implements AutoCloseable {
  /// Why {@link #step} has stopped.
  public enum Step {
    /// The core values are ready.
    DONE,
    /// The guest's `realloc` has to be called.
    CALL_REALLOC,
    /// The call fails with {@link Lower#fault}.
    FAULT
  }

  /// What waits for an answer of `realloc`.
  private enum Waiting {
    NOTHING,
    TUPLE,
    STRING,
    NUMBERS,
    LIST
  }

  private final MemoryBudget budget;
  private final LowerFrame[] frames = new LowerFrame[Layouts.DEPTH_MAX + 1];
  private final long[] flat = new long[FuncLayout.MAX_FLAT_PARAMS];
  private final ReallocRequest request = new ReallocRequest();
  private final StringStoring string = new StringStoring(request);
  private @Nullable LiftLowerContext cx;
  private int flatCount;
  private int depth;
  private @Nullable Fault fault;
  private Waiting waiting = Waiting.NOTHING;
  private Layout waitingLayout = Layouts.EMPTY;
  private Value waitingValue = Value.OptionValue.NONE;
  private boolean waitingInMemory;
  private int waitingPtr;

  private Lower(MemoryBudget budget) {
    this.budget = budget;
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new LowerFrame();
    }
  }

  private static long bytes() {
    return (long) (Layouts.DEPTH_MAX + 1) * LowerFrame.BYTES;
  }

  /// Creates a machine.
  ///
  /// @param budget pays for its stack
  public static Result<Lower> create(MemoryBudget budget) {
    return budget.offer(bytes())
        ? Result.ok(new Lower(budget))
        : Result.err(budget.refusal(bytes()));
  }

  /// `lower_flat_values` without out-parameter: arguments of a callee, or results that stay flat.
  ///
  /// @param context the side that the core values go to
  /// @param layout layout of their types
  /// @param values what to lower; conforms to the types
  /// @param maxFlat above how many core values they go to memory
  public void start(LiftLowerContext context, Layout layout, Values values, int maxFlat) {
    begin(context);
    Layout types = context.side(layout);
    if (types.flatCount() <= maxFlat) {
      push(Shape.FIELDS, types, values.list());
      return;
    }
    waitingLayout = types;
    waitingValue = new Value.TupleValue(values.list());
    request(Waiting.TUPLE, types.alignment, types.size);
  }

  /// `lower_flat_values` with out-parameter: results that don't stay flat go to memory that the
  /// caller has provided.
  ///
  /// @param outParam the caller's pointer; not used where the results stay flat
  public void start(
      LiftLowerContext context, Layout layout, Values values, int maxFlat, long outParam) {
    begin(context);
    Layout types = context.side(layout);
    long ptr = context.pointer(outParam);
    boolean inMemory = types.flatCount() > maxFlat;
    if (inMemory && (ptr & types.alignment - 1) != 0) {
      trap(AbiCode.UNALIGNED_POINTER);
    } else if (inMemory && isOutside(ptr, types.size)) {
      trap(AbiCode.POINTER_OUT_OF_BOUNDS);
    } else {
      LowerFrame root = push(Shape.FIELDS, types, values.list());
      if (inMemory) {
        root.place((int) ptr);
      }
    }
  }

  /// `store_list_into_valid_range`: elements side by side in memory that is there already, such as
  /// those that are read from a stream.
  ///
  /// @param context the side that they go to
  /// @param element layout of their type
  /// @param elements what to lower; each conforms to the type
  /// @param ptr where the first one goes, aligned; all are within the memory
  // [impl->req~abi-ranges~1]
  public void startList(LiftLowerContext context, Layout element, Sequence elements, int ptr) {
    begin(context);
    range(context.side(element), elements, true, ptr);
  }

  private void begin(LiftLowerContext context) {
    while (depth > 0) {
      frames[--depth].clear();
    }
    cx = context;
    flatCount = 0;
    fault = null;
    waiting = Waiting.NOTHING;
  }

  /// Goes on until done, failed, or `realloc` is needed.
  public Step step() {
    while (isSound() && waiting == Waiting.NOTHING && depth > 0) {
      LowerFrame top = frames[depth - 1];
      if (top.isComplete()) {
        pop(top);
      } else {
        lower(top);
      }
    }
    flush();
    if (!isSound()) {
      return Step.FAULT;
    }
    return waiting == Waiting.NOTHING ? Step.DONE : Step.CALL_REALLOC;
  }

  /// At {@link Step#CALL_REALLOC}: argument 0 to 3: old pointer, old size, alignment, new size.
  public long reallocArgument(int i) {
    return request.argument(i);
  }

  /// Takes what `realloc` has returned; {@link #step} goes on.
  ///
  /// @param answer the pointer, of which the bits of an address count
  // [impl->req~abi-lower-traps~1]
  public void reallocated(long answer) {
    Invariant.check(waiting != Waiting.NOTHING, "an answer follows a request");
    long ptr = cx().pointer(answer);
    if ((ptr & request.alignment() - 1) != 0) {
      trap(AbiCode.REALLOC_UNALIGNED);
      return;
    }
    if (isOutside(ptr, request.newSize())) {
      trap(AbiCode.REALLOC_OUT_OF_BOUNDS);
      return;
    }
    place((int) ptr);
  }

  private void place(int ptr) {
    Waiting answered = waiting;
    waiting = Waiting.NOTHING;
    switch (answered) {
      case TUPLE -> placeTuple(ptr);
      case STRING -> placeString(ptr);
      case NUMBERS -> placeNumbers(ptr);
      case LIST -> placeList(ptr);
      case NOTHING -> {}
    }
  }

  /// At {@link Step#DONE}: how many core values there are.
  public int flatCount() {
    return flatCount;
  }

  /// At {@link Step#DONE}: a core value, represented as the engine represents them.
  public long flat(int i) {
    Invariant.check(i >= 0 && i < flatCount, "only core values that there are are asked for");
    return flat[i];
  }

  /// At {@link Step#FAULT}: why.
  public Fault fault() {
    Fault why = fault;
    return why == null ? crossing().failure() : why;
  }

  private LowerFrame push(Shape shape, Layout layout, List<Value> parts) {
    LowerFrame frame = frames[depth++];
    frame.begin(shape, layout, parts);
    return frame;
  }

  private void pop(LowerFrame top) {
    depth--;
    if (top.shape() == Shape.PAYLOAD && !top.inMemory()) {
      while (flatCount < top.end()) {
        flat[flatCount++] = 0;
      }
    }
    if (top.shape() == Shape.ELEMENTS) {
      pointer(frames[depth - 1].inMemory(), top.end(), top.base(), top.count());
    }
    top.clear();
  }

  /// `store` or `lower_flat` of the next part.
  // [impl->req~abi-lower~1]
  private void lower(LowerFrame top) {
    Layout layout = top.nextLayout();
    boolean inMemory = top.inMemory();
    int ptr = inMemory ? top.nextPtr() : 0;
    Value value = top.take();
    switch (layout.kind) {
      case STRING, BYTES, NUMBERS, LIST -> {
        waitingInMemory = inMemory;
        waitingPtr = ptr;
        waitingLayout = layout;
        waitingValue = value;
        pointed(layout, value);
      }
      case RECORD -> fields(layout, ((Value.RecordValue) value).fields(), inMemory, ptr);
      case TUPLE -> fields(layout, ((Value.TupleValue) value).elements(), inMemory, ptr);
      case VARIANT, OPTION, RESULT -> variant(layout, value, inMemory, ptr);
      case FIXED_LIST -> range(layout.element(), (Sequence) value, inMemory, ptr);
      case OWN, BORROW, STREAM, FUTURE, ERROR_CONTEXT -> handle(layout, value, inMemory, ptr);
      default -> put(inMemory, ptr, Scalars.word(value), layout.size);
    }
  }

  /// Appends a core value, or stores bytes.
  private void put(boolean inMemory, int ptr, long bits, int width) {
    if (!inMemory) {
      flat[flatCount++] = bits;
    } else if (crossing().count(width)) {
      crossing().store(memory(), ptr, bits, width);
    }
  }

  private void pointer(boolean inMemory, int at, int ptr, long length) {
    int width = cx().pointerBytes();
    put(inMemory, at, ptr, width);
    put(inMemory, at + width, length, width);
  }

  private void fields(Layout layout, List<Value> parts, boolean inMemory, int ptr) {
    LowerFrame frame = push(Shape.FIELDS, layout, parts);
    if (inMemory) {
      frame.place(ptr);
    }
  }

  /// `store_variant`, `lower_flat_variant`
  private void variant(Layout layout, Value value, boolean inMemory, int ptr) {
    int flatEnd = flatCount + layout.flatCount();
    int index = caseIndex(value);
    Layout payload = layout.payload(index);
    Value part = payload(value);
    put(inMemory, ptr, index, layout.discriminantBytes());
    boolean empty = payload == null || part == null;
    LowerFrame frame =
        payload == null || part == null
            ? push(Shape.PAYLOAD, Layouts.EMPTY, List.of())
            : push(Shape.PAYLOAD, payload, List.of(part));
    Invariant.check(!empty || payload == null && part == null, "a payload is there if its type is");
    if (inMemory) {
      frame.place(ptr + layout.payloadOffset());
    }
    frame.endAt(flatEnd);
  }

  private static int caseIndex(Value value) {
    return switch (value) {
      case Value.VariantValue v -> v.caseIndex();
      case Value.OptionValue v -> v.value() == null ? 0 : 1;
      case Value.ResultValue v -> v.ok() ? 0 : 1;
      default -> throw new Invariant.Violation("values conform to their types");
    };
  }

  private static @Nullable Value payload(Value value) {
    return switch (value) {
      case Value.VariantValue v -> v.payload();
      case Value.OptionValue v -> v.value();
      case Value.ResultValue v -> v.payload();
      default -> throw new Invariant.Violation("values conform to their types");
    };
  }

  /// Elements side by side: numbers in bulk, others one by one.
  private void range(Layout element, Sequence elements, boolean inMemory, int ptr) {
    if (inMemory && element.packs() != null) {
      numbers(element, elements, ptr);
      return;
    }
    LowerFrame frame = push(Shape.RANGE, element, separate(element, elements));
    if (inMemory) {
      frame.place(ptr);
    }
  }

  /// The few numbers of a list of a fixed length that stays flat, one by one.
  private List<Value> separate(Layout element, Sequence elements) {
    if (elements instanceof Value.ListValue list) {
      return list.elements();
    }
    ByteList packed = elements instanceof NumberList n ? n.bytes() : (ByteList) elements;
    PrimValType number = element.packs();
    return switch (packed.bytes()) {
      case Result.Ok<byte[]> ok when number != null ->
          Packing.values(Packing.of(number, ByteList.owned(ok.value())));
      case Result.Err<byte[]> err -> {
        crossing().fail(err.fault());
        yield List.of();
      }
      default -> throw new Invariant.Violation("values conform to their types");
    };
  }

  /// `lower_own`, `lower_borrow`, `lower_stream`, `lower_future`, `lower_error_context`
  // [impl->req~abi-ends~1]
  private void handle(Layout layout, Value value, boolean inMemory, int ptr) {
    HandleScope handles = cx().handles();
    Result<Integer> lowered =
        switch (value) {
          case Value.Handle v when layout.kind == Layout.Kind.OWN -> handles.lowerOwn(v);
          case Value.Handle v -> handles.lowerBorrow(v);
          case Value.StreamValue v -> handles.lowerEnd(v.end(), layout.end());
          case Value.FutureValue v -> handles.lowerEnd(v.end(), layout.end());
          case Value.ErrorContextValue v -> handles.lowerErrorContext(v.debugMessage());
          default -> throw new Invariant.Violation("values conform to their types");
        };
    switch (lowered) {
      case Result.Ok<Integer> ok -> put(inMemory, ptr, Integer.toUnsignedLong(ok.value()), 4);
      case Result.Err<Integer> err -> fault = err.fault();
    }
  }

  /// Asks for the memory of a string or list.
  private void pointed(Layout layout, Value value) {
    if (value instanceof Value.Str text) {
      fault = StringStoring.refusal(text.value(), cx());
      if (fault != null || !crossing().charge(StringStoring.bytes(text))) {
        return;
      }
      waiting = Waiting.STRING;
      if (!string.begin(text, cx())) {
        trap(AbiCode.STRING_TOO_LONG);
      }
      return;
    }
    Layout element = layout.element();
    int count = ((Sequence) value).size();
    long size = (long) count * element.size;
    if (size > Layouts.SIZE_MAX) {
      trap(AbiCode.LIST_TOO_LONG);
      return;
    }
    fault = cx().limits().ofList(count);
    if (fault == null) {
      Waiting next = layout.kind == Layout.Kind.LIST ? Waiting.LIST : Waiting.NUMBERS;
      request(next, element.alignment, (int) size);
    }
  }

  private void request(Waiting what, int alignment, int size) {
    waiting = what;
    request.allocate(alignment, size);
  }

  private void placeTuple(int ptr) {
    flat[flatCount++] = ptr;
    Value.TupleValue values = (Value.TupleValue) waitingValue;
    push(Shape.FIELDS, waitingLayout, values.elements()).place(ptr);
  }

  private void placeString(int ptr) {
    waiting = Waiting.STRING;
    string.reallocated(ptr, crossing(), memory());
    if (string.isDone()) {
      waiting = Waiting.NOTHING;
      pointer(waitingInMemory, waitingPtr, string.ptr(), string.taggedCodeUnits());
    }
  }

  /// A list of numbers, in bulk.
  private void placeNumbers(int ptr) {
    Sequence list = (Sequence) waitingValue;
    numbers(waitingLayout.element(), list, ptr);
    pointer(waitingInMemory, waitingPtr, ptr, list.size());
  }

  private void numbers(Layout element, Sequence list, int ptr) {
    switch (list) {
      case ByteList bytes -> write(ptr, bytes);
      case NumberList numbers -> write(ptr, numbers.bytes());
      case Value.ListValue values -> pack(element, values, ptr);
    }
  }

  private void write(int ptr, ByteList list) {
    if (crossing().count(list.size())) {
      crossing().write(memory(), ptr, list);
    }
  }

  private void pack(Layout element, Value.ListValue list, int ptr) {
    int width = element.size;
    int size = list.size() * width;
    if (!crossing().charge(size) || !crossing().count(size)) {
      return;
    }
    byte[] packed = new byte[size];
    for (int i = 0; i < list.size(); i++) {
      Packing.store(packed, i * width, Scalars.word(list.get(i)), width);
    }
    crossing().write(memory(), ptr, packed, 0, size);
  }

  private void placeList(int ptr) {
    List<Value> elements = ((Value.ListValue) waitingValue).elements();
    LowerFrame frame = push(Shape.ELEMENTS, waitingLayout.element(), elements);
    frame.place(ptr);
    frame.endAt(waitingPtr);
  }

  private boolean isOutside(long ptr, int size) {
    return ptr < 0 || ptr > memory().sizeBytes() - Integer.toUnsignedLong(size);
  }

  private void trap(AbiCode code) {
    fault = AbiCode.trap(code);
  }

  private boolean isSound() {
    return fault == null && crossing().isSound();
  }

  private void flush() {
    SafeMemory memory = cx().memory();
    if (memory != null) {
      crossing().flush(memory);
    }
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
      throw new Invariant.Violation("lowering has a context");
    }
    return context;
  }

  /// Gives the bytes back.
  @Override
  public void close() {
    budget.release(bytes());
  }
}
