package dev.wrt.decoder.component;

import dev.wrt.decoder.Feature;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;

/// Reads `core:deftype` and what module types are made of. A module type can't contain a module
/// type, so there is no nesting here.
final class CoreTypeReader {
  private static final int MODULE = 0x50;
  private static final int HAS_MAX = 1;
  private static final int SHARED = 2;
  private static final int ADDRESS_64 = 4;
  private static final int PAGE_SIZE = 8;

  /// What a stated maximum of 2^64-1 is kept as, because that number stands for none.
  private static final long LARGEST = SizeBounds.UNBOUNDED - 1;

  private final AstReader in;
  private final CoreRecTypeReader rectypes;

  CoreTypeReader(AstReader in) {
    this.in = in;
    this.rectypes = new CoreRecTypeReader(in);
  }

  /// `core:deftype`. A type that may have subtypes has a prefix, as its own first byte means a
  /// module type here.
  CoreDefType deftype() {
    int form = in.in().peek();
    if (form == MODULE) {
      in.u8();
      return new CoreDefType.CoreModuleDef(
          in.vec("declarations", in.limits().declarations(), this::moduleDecl));
    }
    return prefixed(form);
  }

  private CoreDefType.CoreRec prefixed(int form) {
    if (form == 0) {
      in.u8();
      int at = in.in().offset();
      int b = in.in().peek();
      if (b != CoreRecTypeReader.SUB) {
        in.unexpected(at, b, "non-final sub type");
      }
    }
    return rectypes.rectype();
  }

  /// `core:valtype`
  ValType valtype() {
    return rectypes.valtype();
  }

  /// `core:moduledecl`
  private CoreModuleDecl moduleDecl() {
    int at = in.in().offset();
    int b = in.u8();
    return switch (b) {
      case 0x00 -> new CoreModuleDecl.CoreImport(in.name(), in.name(), externDesc());
      case 0x01 -> new CoreModuleDecl.CoreTypeDecl(prefixed(in.in().peek()));
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
        ValType elem = rectypes.reftype();
        int flags = limitsFlags(HAS_MAX | ADDRESS_64);
        yield new CoreExternDesc.Table(new TableType(address(flags), elem, bounds(flags)));
      }
      case 0x02 -> {
        yield new CoreExternDesc.Mem(memtype());
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

  private MemType memtype() {
    int at = in.in().offset();
    int flags = limitsFlags(HAS_MAX | SHARED | ADDRESS_64 | PAGE_SIZE);
    boolean shared = (flags & SHARED) != 0;
    boolean anyPageSize = (flags & PAGE_SIZE) != 0;
    if (shared) {
      in.require(Feature.THREADS, at, "shared memory");
    }
    if (anyPageSize) {
      in.require(Feature.CUSTOM_PAGE_SIZES, at, "memory with a page size");
    }
    SizeBounds bounds = bounds(flags);
    int pageSizeLog2 = anyPageSize ? in.u32() : MemType.PAGE_SIZE_LOG2;
    if (pageSizeLog2 != 0 && pageSizeLog2 != MemType.PAGE_SIZE_LOG2) {
      in.unexpected(at, pageSizeLog2, "page size");
    }
    return new MemType(address(flags), bounds, pageSizeLog2, shared);
  }

  /// The flags of `core:limits`, of which some are allowed.
  private int limitsFlags(int allowed) {
    int at = in.in().offset();
    int flags = in.u8();
    if ((flags & ~allowed) != 0) {
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
