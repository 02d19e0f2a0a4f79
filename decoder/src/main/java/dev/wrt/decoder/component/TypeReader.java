package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Feature;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads `deftype`. Component and instance types nest; their open ones stand on an explicit stack,
/// of at most {@link dev.wrt.decoder.Limits#componentDepth} levels.
final class TypeReader {
  private static final int FUNC = 0x40;
  private static final int FUNC_ASYNC = 0x43;
  private static final int COMPONENT = 0x41;
  private static final int INSTANCE = 0x42;
  private static final int RESOURCE = 0x3f;
  private static final String DECLARATOR = "component or instance type declaration";

  private final AstReader in;
  private final CoreTypeReader core;
  private final AliasReader aliases;
  private final Deque<Open> open = new ArrayDeque<>();

  TypeReader(AstReader in) {
    this.in = in;
    this.core = new CoreTypeReader(in);
    this.aliases = new AliasReader(in);
  }

  /// A component or instance type whose declarators are being read.
  private static final class Open {
    final boolean component;
    final List<Declarator> decls = new ArrayList<>();
    int left;

    Open(boolean component, int left) {
      this.component = component;
      this.left = left;
    }

    DefType close() {
      return component ? new DefType.ComponentDef(decls) : new DefType.InstanceDef(decls);
    }
  }

  /// `deftype`
  DefType deftype() {
    DefType done = simpleOrOpen();
    while (true) {
      Open top = open.peek();
      if (top == null) {
        return done != null ? done : new DefType.InstanceDef(List.of());
      }
      if (done != null) {
        top.decls.add(new Definition.Type(done));
        done = null;
      }
      if (top.left == 0 || !in.in().ok()) {
        open.pop();
        done = top.close();
      } else {
        top.left--;
        done = declarator(top);
      }
    }
  }

  /// Reads a declarator into `top`; a type definition is returned instead, or null if it is a
  /// component or instance type that is now open.
  private @Nullable DefType declarator(Open top) {
    int at = in.in().offset();
    int b = in.u8();
    if (b == 0x01) {
      return simpleOrOpen();
    }
    if (b == 0x00) {
      top.decls.add(new Definition.CoreType(core.deftype()));
    } else if (b == 0x02) {
      top.decls.add(new Definition.AliasDef(aliases.alias()));
    } else if (b == 0x03 && top.component) {
      top.decls.add(new Definition.Import(in.nameAttributes(), externDesc()));
    } else if (b == 0x04) {
      top.decls.add(new Declarator.Export(in.nameAttributes(), externDesc()));
    } else {
      in.unexpected(at, b, DECLARATOR);
    }
    return null;
  }

  /// Reads a type without declarators whole; opens one with declarators and returns null.
  private @Nullable DefType simpleOrOpen() {
    int at = in.in().offset();
    int b = in.u8();
    if (b == COMPONENT || b == INSTANCE) {
      int max = in.limits().componentDepth();
      if (open.size() >= max) {
        in.in()
            .fail(
                new Fault.LimitFault(
                    DecoderCode.LIMIT_EXCEEDED, "componentDepth", open.size() + 1L, max));
        return null;
      }
      open.push(new Open(b == COMPONENT, in.count("declarations", in.limits().declarations())));
      return null;
    }
    return simple(at, b);
  }

  /// `defvaltype`, `functype` or `resourcetype`, after its first byte.
  private DefType simple(int at, int b) {
    PrimValType primitive = PrimValType.of(b);
    if (primitive != null) {
      return new DefType.PrimDef(checked(at, primitive));
    }
    return switch (b) {
      case 0x72 -> new DefType.RecordDef(labelValTypes());
      case 0x71 -> new DefType.VariantDef(parts(this::variantCase));
      case 0x70 -> new DefType.ListDef(valtype());
      case 0x6f -> new DefType.TupleDef(parts(this::valtype));
      case 0x6e -> new DefType.FlagsDef(parts(in::name));
      case 0x6d -> new DefType.EnumDef(parts(in::name));
      case 0x6b -> new DefType.OptionDef(valtype());
      case 0x6a -> new DefType.ResultDef(optionalValtype(), optionalValtype());
      case 0x69 -> new DefType.OwnDef(in.u32());
      case 0x68 -> new DefType.BorrowDef(in.u32());
      case 0x67 -> fixedLengthList(at);
      case 0x66 -> new DefType.StreamDef(optionalValtype());
      case 0x65 -> new DefType.FutureDef(optionalValtype());
      case 0x63 -> new DefType.MapDef(valtype(), valtype());
      case FUNC, FUNC_ASYNC -> functype(b);
      case RESOURCE -> resource();
      default -> {
        in.unexpected(at, b, "component defined type");
        yield new DefType.PrimDef(PrimValType.BOOL);
      }
    };
  }

  private DefType fixedLengthList(int at) {
    in.require(Feature.FIXED_LENGTH_LISTS, at, "type list");
    return new DefType.FixedLengthListDef(valtype(), in.u32());
  }

  private DefType functype(int b) {
    return new DefType.FuncDef(b == FUNC_ASYNC, labelValTypes(), resultlist());
  }

  /// `resultlist`
  Optional<ValTypeRef> resultlist() {
    int at = in.in().offset();
    int b = in.u8();
    if (b == 0) {
      return Optional.of(valtype());
    }
    if (b == 1) {
      in.expect(0, "number of results");
    } else {
      in.unexpected(at, b, "component function results");
    }
    return Optional.empty();
  }

  private DefType resource() {
    int at = in.in().offset();
    int rep = in.u8();
    if (rep == dev.wrt.decoder.core.ValType.I64.code()) {
      in.require(Feature.COMPONENT_MEMORY64, at, "resource with an i64 representation");
    } else if (rep != dev.wrt.decoder.core.ValType.I32.code()) {
      in.unexpected(at, rep, "resource representation");
    }
    boolean wide = rep == dev.wrt.decoder.core.ValType.I64.code();
    return new DefType.ResourceDef(
        wide ? dev.wrt.decoder.core.ValType.I64 : dev.wrt.decoder.core.ValType.I32,
        in.optionalIndex("resource destructor"));
  }

  private <T extends Object> List<T> parts(java.util.function.Supplier<T> part) {
    return in.vec("typeParts", in.limits().typeParts(), part);
  }

  private List<DefType.LabelValType> labelValTypes() {
    return parts(() -> new DefType.LabelValType(in.name(), valtype()));
  }

  private DefType.CaseDef variantCase() {
    DefType.CaseDef read = new DefType.CaseDef(in.name(), optionalValtype());
    in.expect(0, "zero byte required");
    return read;
  }

  private Optional<ValTypeRef> optionalValtype() {
    return in.optional("optional component value type", this::valtype);
  }

  /// `valtype`
  ValTypeRef valtype() {
    int at = in.in().offset();
    long value = in.in().s33();
    if (value >= 0) {
      return new ValTypeRef.TypeIdx((int) value);
    }
    int b = (int) (value & 0x7f);
    PrimValType primitive = value >= -64 ? PrimValType.of(b) : null;
    if (primitive == null) {
      in.unexpected(at, b, "component value type");
      return PrimValType.BOOL;
    }
    return checked(at, primitive);
  }

  private PrimValType checked(int at, PrimValType primitive) {
    if (primitive == PrimValType.ERROR_CONTEXT) {
      in.require(Feature.ERROR_CONTEXT, at, "type error-context");
    }
    return primitive;
  }

  /// `externtype`
  ExternDesc externDesc() {
    int at = in.in().offset();
    int b = in.u8();
    return switch (b) {
      case 0x00 -> {
        in.expect(Sort.CORE_MODULE.code(), "component external kind");
        yield new ExternDesc.Module(in.u32());
      }
      case 0x01 -> new ExternDesc.Func(in.u32());
      case 0x03 -> typebound();
      case 0x04 -> new ExternDesc.Component(in.u32());
      case 0x05 -> new ExternDesc.Instance(in.u32());
      case 0x02 -> {
        in.require(Feature.VALUES, at, "value import or export");
        yield valuebound();
      }
      default -> {
        in.unexpected(at, b, "component external kind");
        yield new ExternDesc.SubResource();
      }
    };
  }

  private ExternDesc valuebound() {
    int at = in.in().offset();
    int b = in.u8();
    if (b == 0) {
      return new ExternDesc.ValueEq(in.u32());
    }
    if (b != 1) {
      in.unexpected(at, b, "value bound");
    }
    return new ExternDesc.Value(valtype());
  }

  private ExternDesc typebound() {
    int at = in.in().offset();
    int b = in.u8();
    if (b == 0) {
      return new ExternDesc.TypeEq(in.u32());
    }
    if (b != 1) {
      in.unexpected(at, b, "type bound");
    }
    return new ExternDesc.SubResource();
  }
}
