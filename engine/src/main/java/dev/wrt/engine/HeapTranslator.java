package dev.wrt.engine;

import dev.wrt.decoder.core.ArrayType;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.FieldType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.StructType;
import dev.wrt.decoder.core.ValType;

/// The part of the {@link Translator} for instructions on structs, arrays, `i31`, casts and
/// conversions (prefix `0xFB`).
///
/// Types become numbers of the store, fields become offsets: {@link HeapOps} says what lies where.
/// Conversions between `any` and `extern` keep the bits and emit nothing.
final class HeapTranslator {
  private final Body body;

  HeapTranslator(Body body) {
    this.body = body;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    switch (op.rule()) {
      case STRUCT_NEW -> structNew(op, reader.index());
      case STRUCT -> struct(op, reader.index(), reader.index2());
      case ARRAY_NEW_FIXED -> {
        emit(op, reader.index2(), typeId(reader), reader.index2());
        body.push(object(reader.index()));
      }
      case ARRAY -> array(op, reader);
      case ARRAY_LEN -> {
        emit(op, 1, 0, 0);
        body.push(ValType.I32.code());
      }
      case CAST -> cast(op, reader.valType().code());
      case I31 -> i31(op);
      case CONVERT -> {}
      default -> throw Body.untranslated(op);
    }
  }

  private Module module() {
    return body.instance().module();
  }

  private int typeId(CodeReader reader) {
    return body.instance().typeId(reader.index());
  }

  private static int object(int typeidx) {
    return ValType.ref(false, HeapType.ofTypeidx(typeidx));
  }

  /// Emits an instruction whose operands must be in the registers of their heights.
  private void emit(Opcode op, int operandCount, int b, int c) {
    int at = body.popAtSafepoint(operandCount);
    body.emitter.emit(Op.of(Op.HEAP, op.code()), at, b, c);
  }

  private void structNew(Opcode op, int typeidx) {
    StructType type = (StructType) module().types().get(typeidx).comp();
    int count = op == Opcode.STRUCT_NEW ? type.fieldCount() : 0;
    emit(op, count, body.instance().typeId(typeidx), 0);
    body.push(object(typeidx));
  }

  private void struct(Opcode op, int typeidx, int fieldidx) {
    StructType type = (StructType) module().types().get(typeidx).comp();
    ObjectLayout layout =
        body.instance().store().heap().layouts().get(body.instance().typeId(typeidx));
    int offset = layout.offsets()[fieldidx];
    int width = layout.widths()[fieldidx];
    if (op == Opcode.STRUCT_SET) {
      emit(op, 2, offset, width);
    } else {
      emit(op, 1, offset, width);
      body.push(type.field(fieldidx).unpacked());
    }
  }

  private void array(Opcode op, CodeReader reader) {
    FieldType element = ((ArrayType) module().types().get(reader.index()).comp()).element();
    int width = FieldWidth.of(element.storage());
    int segment = reader.index2();
    switch (op) {
      case ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U -> {
        emit(op, 2, width, 0);
        body.push(element.unpacked());
      }
      case ARRAY_SET -> emit(op, 3, width, 0);
      case ARRAY_FILL -> emit(op, 4, width, 0);
      case ARRAY_COPY -> emit(op, 5, width, 0);
      case ARRAY_INIT_DATA, ARRAY_INIT_ELEM -> emit(op, 4, width, segment);
      default -> {
        emit(op, op == Opcode.ARRAY_NEW_DEFAULT ? 1 : 2, typeId(reader), segment);
        body.push(object(reader.index()));
      }
    }
  }

  private void cast(Opcode op, int code) {
    boolean test = op == Opcode.REF_TEST || op == Opcode.REF_TEST_NULL;
    emit(op, 1, body.instance().storeCode(code), 0);
    body.push(test ? ValType.I32.code() : code);
  }

  private void i31(Opcode op) {
    if (op != Opcode.REF_I31) {
      emit(op, 1, 0, 0);
      body.push(ValType.I32.code());
      return;
    }
    int value = body.pop();
    int to = body.push(ValType.I31REF.code());
    body.emitter.emit(Op.of(Op.BINARY_IMM, Op.I32_SHL), to, value, 1);
    body.emitter.produce(Op.of(Op.BINARY_IMM, Op.I32_OR), to, to, 1);
  }
}
