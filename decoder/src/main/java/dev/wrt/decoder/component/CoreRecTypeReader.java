package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.ArrayType;
import dev.wrt.decoder.core.CompType;
import dev.wrt.decoder.core.FieldType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.StructType;
import dev.wrt.decoder.core.SubType;
import dev.wrt.decoder.core.ValType;
import java.util.List;

/// Reads `core:rectype` and `core:valtype` (core specification, `binary/types`). Type indices stay
/// as they are written; what they stand for is known when the type is resolved.
final class CoreRecTypeReader {
  static final int SUB = 0x50;
  private static final int SUB_FINAL = 0x4F;
  private static final int REC = 0x4E;
  private static final int FUNC = 0x60;
  private static final int STRUCT = 0x5F;
  private static final int ARRAY = 0x5E;
  private static final int REF = 0x64;
  private static final int REF_NULL = 0x63;

  private static final String TYPE = "core type";

  private final AstReader in;

  CoreRecTypeReader(AstReader in) {
    this.in = in;
  }

  /// `core:rectype`
  CoreDefType.CoreRec rectype() {
    if (in.in().peek() == REC) {
      in.u8();
      return new CoreDefType.CoreRec(
          in.vec("recGroupTypes", in.limits().recGroupTypes(), this::subtype));
    }
    return new CoreDefType.CoreRec(List.of(subtype()));
  }

  private SubType subtype() {
    int form = in.in().peek();
    if (form != SUB && form != SUB_FINAL) {
      return new SubType(true, SubType.NO_SUPERTYPE, comptype());
    }
    in.u8();
    int supertype = supertype();
    return new SubType(form == SUB_FINAL, supertype, comptype());
  }

  private int supertype() {
    int at = in.in().offset();
    int count = in.u32();
    if (count == 0) {
      return SubType.NO_SUPERTYPE;
    }
    if (count != 1) {
      in.in().fail(new Fault.InvalidFault(ValidationCode.SUB_TYPE, at, "more than one supertype"));
    }
    return typeidx(in.u32());
  }

  /// An index, or a fault if it is out of every index space.
  private int typeidx(long index) {
    if (index < 0 || index >= in.limits().types()) {
      String subject = "core type " + Long.toUnsignedString(index & 0xFFFF_FFFFL);
      in.in().fail(new Fault.InvalidFault(ValidationCode.UNKNOWN_INDEX, in.in().offset(), subject));
      return 0;
    }
    return (int) index;
  }

  private CompType comptype() {
    int at = in.in().offset();
    int b = in.u8();
    return switch (b) {
      case FUNC -> {
        List<ValType> params = in.vec("params", in.limits().params(), this::valtype);
        yield new FuncType(params, in.vec("results", in.limits().results(), this::valtype));
      }
      case STRUCT -> new StructType(in.vec("fields", in.limits().fields(), this::fieldtype));
      case ARRAY -> new ArrayType(fieldtype());
      default -> {
        in.unexpected(at, b, TYPE);
        yield FuncType.EMPTY;
      }
    };
  }

  private FieldType fieldtype() {
    int form = in.in().peek();
    if (form == FieldType.I8 || form == FieldType.I16) {
      in.u8();
      return new FieldType(form, in.flag());
    }
    int storage = valtype().code();
    return new FieldType(storage, in.flag());
  }

  /// `core:valtype`
  ValType valtype() {
    int at = in.in().offset();
    int b = in.u8();
    int code = b;
    if (b == REF || b == REF_NULL) {
      code = ValType.ref(b == REF_NULL, heaptype());
    }
    ValType type = ValType.of(code);
    if (type != null && !type.equals(ValType.BOT)) {
      return type;
    }
    in.unexpected(at, b, "core value type");
    return ValType.I32;
  }

  /// `core:heaptype`
  private int heaptype() {
    int at = in.in().offset();
    long type = in.in().s33();
    if (type >= 0) {
      return HeapType.ofTypeidx(typeidx(type));
    }
    int code = (int) type & 0x7F;
    if (type < -0x40 || !HeapType.isAbstract(code)) {
      in.unexpected(at, code, "core heap type");
      return HeapType.FUNC;
    }
    return code;
  }

  /// `core:reftype`
  ValType reftype() {
    int at = in.in().offset();
    int b = in.in().peek();
    ValType type = valtype();
    if (type.isRef()) {
      return type;
    }
    in.unexpected(at, b, "core reference type");
    return ValType.FUNCREF;
  }
}
