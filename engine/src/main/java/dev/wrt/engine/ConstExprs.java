package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.ConstExpr;
import dev.wrt.decoder.core.ElemSegment;
import dev.wrt.decoder.core.Opcode;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Evaluates constant expressions of an instance whose imports, functions and earlier globals are
/// there.
///
/// The operand stack is of slots, as a frame's; it knows which of them are references, because what
/// an expression allocates may make the collector run. An expression that can't be evaluated leaves
/// a {@link #fault}: there is no room for what it allocates. Nothing is charged here: the work of
/// instantiation is bounded by the module's bytes and by the heap.
// [impl->req~engine-const-exprs~1]
final class ConstExprs implements RootSource, AutoCloseable {
  private static final int FIRST_CAPACITY = 16;
  private static final int BYTES_PER_SLOT = Long.BYTES + 1;
  private static final long U32 = 0xFFFF_FFFFL;

  private final ModuleInst instance;
  private final Store store;
  private final CodeReader reader;
  private long[] stack = new long[0];
  private boolean[] collected = new boolean[0];
  private int height;
  private @Nullable Fault fault;

  ConstExprs(ModuleInst instance) {
    this.instance = instance;
    this.store = instance.store();
    this.reader = instance.reader();
    store.roots().add(this);
  }

  /// Makes room for operands, so that expressions of that height can't be refused.
  ///
  /// @param values largest height, in values
  void reserve(int values) {
    while (stack.length < 2 * values && fault == null) {
      if (!grow()) {
        fault = store.storage().refusal();
      }
    }
  }

  /// Why an expression could not be evaluated; null as long as all could.
  @Nullable Fault fault() {
    return fault;
  }

  /// The value of an expression of one slot; 0 after a fault.
  long value(ConstExpr expr) {
    if (expr == ConstExpr.NULL) {
      return Refs.NULL;
    }
    reader.enter(expr);
    return walk();
  }

  /// Evaluates an expression and gives a global its value, of as many slots as its type has.
  ///
  /// @param address of the global
  void value(ConstExpr expr, int address) {
    value(expr);
    for (int i = 0; i < height && fault == null; i++) {
      store.globals().set(address + i, stack[i]);
    }
  }

  /// Evaluates the items of an element segment.
  ///
  /// @param refs one for each item, which the collector already visits
  void references(ElemSegment elem, int[] refs) {
    reader.enterItems(elem);
    for (int i = 0; i < refs.length && fault == null; i++) {
      if (elem.funcIndices()) {
        refs[i] = (int) instance.func(reader.nextFuncIndex()).ref();
      } else {
        reader.nextItem();
        refs[i] = (int) walk();
      }
    }
  }

  /// Gives the operand stack back.
  @Override
  public void close() {
    store.roots().remove(this);
    store.storage().release((long) stack.length * BYTES_PER_SLOT);
    stack = new long[0];
    height = 0;
  }

  /// The collector visits the operands.
  @Override
  public void visit(RefVisitor visitor) {
    for (int i = 0; i < height; i++) {
      if (collected[i]) {
        stack[i] = visitor.visit(stack[i]);
      }
    }
  }

  private long walk() {
    height = 0;
    try {
      while (fault == null && reader.next()) {
        instruction(reader.opcode());
      }
    } catch (TrapSignal | IndexOutOfBoundsException _) {
      fault = Corruption.of(store);
    }
    return fault == null ? stack[0] : 0;
  }

  private void instruction(Opcode op) {
    switch (op) {
      case I32_CONST, F32_CONST -> push(Integer.toUnsignedLong(reader.i32()), false);
      case I64_CONST, F64_CONST -> push(reader.i64(), false);
      case V128_CONST -> {
        push(reader.i64(), false);
        push(reader.i64High(), false);
      }
      case GLOBAL_GET -> globalGet(instance.global(reader.index()));
      case REF_NULL -> push(Refs.NULL, false);
      case REF_FUNC -> push(instance.func(reader.index()).ref(), false);
      case REF_I31 -> stack[height - 1] = Refs.ofI31((int) stack[height - 1]);
      case STRUCT_NEW, STRUCT_NEW_DEFAULT -> structNew(op, instance.typeId(reader.index()));
      case ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED ->
          arrayNew(op, instance.typeId(reader.index()));
      case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY, END -> {}
      default -> {
        height--;
        stack[height - 1] = binary(op, stack[height - 1], stack[height]);
      }
    }
  }

  private void globalGet(GlobalInst global) {
    push(global.get(), HeapTypes.collected(store.types(), global.typeCode));
    if (global.type().type().isVec()) {
      push(global.getHigh(), false);
    }
  }

  private void structNew(Opcode op, int typeId) {
    ObjectLayout layout = store.heap().layouts().get(typeId);
    boolean given = op == Opcode.STRUCT_NEW;
    int at = height - (given ? layout.slots() : 0);
    int ref = allocate(typeId, 0, layout.bytes());
    if (ref != 0 && given) {
      HeapOps.fields(store.heap().memory(), layout, ref, stack, at);
    }
    height = at;
    push(ref, true);
  }

  private void arrayNew(Opcode op, int typeId) {
    int width = store.heap().layouts().get(typeId).width();
    int slots = FieldWidth.slots(width);
    boolean fixed = op == Opcode.ARRAY_NEW_FIXED;
    long length = fixed ? reader.index2() : stack[height - 1];
    int at =
        switch (op) {
          case ARRAY_NEW -> height - slots - 1;
          case ARRAY_NEW_DEFAULT -> height - 1;
          default -> height - slots * reader.index2();
        };
    int ref = allocate(typeId, (int) length, ObjectLayout.HEADER_BYTES + (length << width));
    if (ref != 0 && fixed) {
      ArrayOps.elements(store.heap(), ref, (int) length, stack, at);
    } else if (ref != 0 && op == Opcode.ARRAY_NEW && length > 0) {
      int address = ref + ObjectLayout.HEADER_BYTES;
      FieldWidth.store(store.heap().memory(), width, address, stack, at);
      ArrayOps.repeat(store.heap().memory(), width, address, length);
    }
    height = at;
    push(ref, true);
  }

  private int allocate(int typeId, int second, long bytes) {
    fault = store.heap().prepare(bytes, store.roots());
    return fault == null ? store.heap().allocate(typeId, second, bytes) : 0;
  }

  private void push(long value, boolean isCollected) {
    if (height == stack.length && !grow()) {
      fault = store.storage().refusal();
      return;
    }
    stack[height] = value;
    collected[height] = isCollected;
    height++;
  }

  private boolean grow() {
    int capacity = Math.max(FIRST_CAPACITY, 2 * stack.length);
    if (!store.storage().offer((long) capacity * BYTES_PER_SLOT)) {
      return false;
    }
    store.storage().release((long) stack.length * BYTES_PER_SLOT);
    stack = Arrays.copyOf(stack, capacity);
    collected = Arrays.copyOf(collected, capacity);
    return true;
  }

  private static long binary(Opcode op, long x, long y) {
    return switch (op) {
      case I32_ADD -> x + y & U32;
      case I32_SUB -> x - y & U32;
      case I32_MUL -> x * y & U32;
      case I64_ADD -> x + y;
      case I64_SUB -> x - y;
      case I64_MUL -> x * y;
      default -> throw new Invariant.Violation("validation allows no other instruction here");
    };
  }
}
