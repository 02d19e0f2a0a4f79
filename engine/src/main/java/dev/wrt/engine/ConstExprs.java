package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.ConstExpr;
import dev.wrt.decoder.core.ElemSegment;
import dev.wrt.decoder.core.Opcode;

/// Evaluates constant expressions of an instance whose imports, functions and earlier globals are
/// there.
final class ConstExprs {
  private final ModuleInst instance;
  private final CodeReader reader;

  ConstExprs(ModuleInst instance) {
    this.instance = instance;
    this.reader = instance.reader();
  }

  /// The value of an expression.
  long value(ConstExpr expr) {
    if (expr == ConstExpr.NULL) {
      return 0;
    }
    reader.enter(expr);
    return walk(expr.maxHeight());
  }

  /// Evaluates an expression and writes its value, of as many slots as its type has.
  void value(ConstExpr expr, long[] to, int at) {
    to[at] = value(expr);
  }

  /// The references of an element segment.
  int[] references(ElemSegment elem) {
    int[] refs = new int[elem.count()];
    reader.enterItems(elem);
    for (int i = 0; i < refs.length; i++) {
      if (elem.funcIndices()) {
        refs[i] = (int) instance.func(reader.nextFuncIndex()).ref();
      } else {
        reader.nextItem();
        refs[i] = (int) walk(1);
      }
    }
    return refs;
  }

  private long walk(int maxHeight) {
    long[] stack = new long[maxHeight];
    int height = 0;
    while (reader.next()) {
      Opcode op = reader.opcode();
      switch (op) {
        case I32_CONST, F32_CONST -> stack[height++] = Integer.toUnsignedLong(reader.i32());
        case I64_CONST, F64_CONST -> stack[height++] = reader.i64();
        case GLOBAL_GET -> stack[height++] = instance.global(reader.index()).get();
        case REF_NULL -> stack[height++] = 0;
        case REF_FUNC -> stack[height++] = instance.func(reader.index()).ref();
        case END -> {}
        default -> {
          height--;
          stack[height - 1] = binary(op, stack[height - 1], stack[height]);
        }
      }
    }
    return stack[0];
  }

  private static long binary(Opcode op, long x, long y) {
    return switch (op) {
      case I32_ADD -> Integer.toUnsignedLong((int) x + (int) y);
      case I32_SUB -> Integer.toUnsignedLong((int) x - (int) y);
      case I32_MUL -> Integer.toUnsignedLong((int) x * (int) y);
      case I64_ADD -> x + y;
      case I64_SUB -> x - y;
      case I64_MUL -> x * y;
      default -> throw new Invariant.Violation("validation allows no other instruction here");
    };
  }
}
