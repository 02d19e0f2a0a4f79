package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads `core:deftype`: core function types and module types.
///
/// A module type can't contain a module type, so there is no nesting here. Of the type definitions
/// of WebAssembly 3.0, a function type that is a final subtype of nothing is read; of the value
/// types, all but references to defined types. The others have no use in a component yet and are
/// refused as unknown.
final class CoreTypeReader {
  private static final int FUNC = 0x60;
  private static final int MODULE = 0x50;
  private static final int TYPED_REF = 0x64;
  private static final int TYPED_REF_NULL = 0x63;
  private static final int HAS_MAX = 1;
  private static final int ADDRESS_64 = 4;

  /// What a stated maximum of 2^64-1 is kept as, because that number stands for none.
  private static final long LARGEST = SizeBounds.UNBOUNDED - 1;

  private static final String TYPE = "core type";

  private final AstReader in;

  CoreTypeReader(AstReader in) {
    this.in = in;
  }

  /// `core:deftype`
  CoreDefType deftype() {
    if (in.in().peek() == MODULE) {
      in.u8();
      return new CoreDefType.CoreModuleDef(
          in.vec("declarations", in.limits().declarations(), this::moduleDecl));
    }
    return new CoreDefType.CoreFunc(subtype());
  }

  /// A function type, bare or as a subtype of nothing with the component model's 0x00 prefix.
  private FuncType subtype() {
    if (in.in().peek() == 0) {
      in.u8();
      in.expect(MODULE, TYPE);
      in.expect(0, "number of supertypes");
    }
    in.expect(FUNC, TYPE);
    List<ValType> params = in.vec("params", in.limits().params(), this::valtype);
    List<ValType> results = in.vec("results", in.limits().results(), this::valtype);
    return new FuncType(params, results);
  }

  /// `core:valtype`
  ValType valtype() {
    int at = in.in().offset();
    int b = in.u8();
    boolean typed = b == TYPED_REF || b == TYPED_REF_NULL;
    ValType type = typed ? reference(b == TYPED_REF_NULL) : ValType.of(b);
    if (type != null && !type.equals(ValType.BOT)) {
      return type;
    }
    in.unexpected(at, b, "core value type");
    return ValType.I32;
  }

  /// A reference to an abstract heap type, whose byte is a negative number of seven bits.
  private @Nullable ValType reference(boolean nullable) {
    int heap = in.u8();
    return HeapType.isAbstract(heap) ? ValType.of(ValType.ref(nullable, heap)) : null;
  }

  /// `core:moduledecl`
  private CoreModuleDecl moduleDecl() {
    int at = in.in().offset();
    int b = in.u8();
    return switch (b) {
      case 0x00 -> new CoreModuleDecl.CoreImport(in.name(), in.name(), externDesc());
      case 0x01 -> new CoreModuleDecl.CoreTypeDecl(new CoreDefType.CoreFunc(subtype()));
      case 0x02 -> alias();
      case 0x03 -> new CoreModuleDecl.CoreExport(in.name(), externDesc());
      default -> {
        in.unexpected(at, b, "type definition");
        yield new CoreModuleDecl.CoreAlias(0, 0);
      }
    };
  }

  /// `core:alias`
  private CoreModuleDecl alias() {
    in.expect(Sort.CORE_TYPE.code(), "outer alias kind");
    in.expect(0x01, "outer alias target");
    return new CoreModuleDecl.CoreAlias(in.u32(), in.u32());
  }

  /// `core:externtype`
  private CoreExternDesc externDesc() {
    int at = in.in().offset();
    int b = in.u8();
    return switch (b) {
      case 0x00 -> new CoreExternDesc.Func(in.u32());
      case 0x01 -> {
        ValType elem = reftype();
        int flags = limitsFlags();
        yield new CoreExternDesc.Table(new TableType(address(flags), elem, bounds(flags)));
      }
      case 0x02 -> {
        int flags = limitsFlags();
        yield new CoreExternDesc.Mem(new MemType(address(flags), bounds(flags)));
      }
      case 0x03 -> new CoreExternDesc.Global(new GlobalType(valtype(), in.flag()));
      case 0x04 -> {
        in.expect(0, "tag attribute");
        yield new CoreExternDesc.Tag(in.u32());
      }
      default -> {
        in.unexpected(at, b, "external kind");
        yield new CoreExternDesc.Func(0);
      }
    };
  }

  /// `core:reftype`
  private ValType reftype() {
    int at = in.in().offset();
    int b = in.in().peek();
    ValType type = valtype();
    if (type.isRef()) {
      return type;
    }
    in.unexpected(at, b, "core reference type");
    return ValType.FUNCREF;
  }

  /// The flags of `core:limits`: whether there is a maximum, and whether addresses have 64 bits.
  private int limitsFlags() {
    int at = in.in().offset();
    int flags = in.u8();
    if ((flags & ~(HAS_MAX | ADDRESS_64)) != 0) {
      in.unexpected(at, flags, "limits flags");
    }
    return flags;
  }

  private static ValType address(int flags) {
    return (flags & ADDRESS_64) != 0 ? ValType.I64 : ValType.I32;
  }

  /// `core:limits` after the flags
  private SizeBounds bounds(int flags) {
    boolean wide = (flags & ADDRESS_64) != 0;
    long min = size(wide);
    if ((flags & HAS_MAX) == 0) {
      return new SizeBounds(min, SizeBounds.UNBOUNDED);
    }
    long max = size(wide);
    return new SizeBounds(min, max == SizeBounds.UNBOUNDED ? LARGEST : max);
  }

  private long size(boolean wide) {
    return wide ? in.in().u64() : Integer.toUnsignedLong(in.u32());
  }
}
