package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import java.util.List;

/// Reads `core:deftype`: core function types and module types.
///
/// A module type can't contain a module type, so there is no nesting here. Of the WebAssembly 3.0
/// types, a function type that is a final subtype of nothing is read, and its value types are those
/// of one byte; the others have no use in a component yet and are refused as unknown.
final class CoreTypeReader {
  private static final int FUNC = 0x60;
  private static final int MODULE = 0x50;
  private static final int TYPED_REF = 0x64;
  private static final int TYPED_REF_NULL = 0x63;
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
    ValType type = ValType.of(b);
    boolean typed = b == TYPED_REF || b == TYPED_REF_NULL;
    if (type != null && !typed && !type.equals(ValType.BOT)) {
      return type;
    }
    in.unexpected(at, b, "core value type");
    return ValType.I32;
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
        ValType elem = valtype();
        yield new CoreExternDesc.Table(new TableType(ValType.I32, elem, bounds()));
      }
      case 0x02 -> new CoreExternDesc.Mem(new MemType(ValType.I32, bounds()));
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

  /// `core:limits`, of 32-bit addresses
  private SizeBounds bounds() {
    int at = in.in().offset();
    int flags = in.u8();
    if (flags > 1) {
      in.unexpected(at, flags, "limits flags");
    }
    long min = Integer.toUnsignedLong(in.u32());
    long max = flags == 1 ? Integer.toUnsignedLong(in.u32()) : SizeBounds.UNBOUNDED;
    return new SizeBounds(min, max);
  }
}
