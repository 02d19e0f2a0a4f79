package dev.wrt.decoder.component;

import java.util.List;
import java.util.function.Supplier;

/// Reads the items of the sections whose items are read one by one: all but modules and components.
final class DefinitionReader {
  private final AstReader in;
  private final TypeReader types;
  private final CoreTypeReader coreTypes;
  private final AliasReader aliases;
  private final CanonReader canons;

  DefinitionReader(AstReader in) {
    this.in = in;
    this.types = new TypeReader(in);
    this.coreTypes = new CoreTypeReader(in);
    this.aliases = new AliasReader(in);
    this.canons = new CanonReader(in, types, coreTypes);
  }

  /// What reads an item of a section.
  Supplier<Definition> of(ComponentSection section) {
    return switch (section) {
      case CORE_INSTANCE -> () -> new Definition.CoreInstance(coreInstance());
      case CORE_TYPE -> () -> new Definition.CoreType(coreTypes.deftype());
      case INSTANCE -> () -> new Definition.Instance(instance());
      case ALIAS -> () -> new Definition.AliasDef(aliases.alias());
      case TYPE -> () -> new Definition.Type(types.deftype());
      case CANON -> () -> new Definition.CanonDef(canons.canon());
      case IMPORT -> () -> new Definition.Import(in.nameAttributes(), types.externDesc());
      case EXPORT -> this::export;
      case START -> this::start;
      case VALUE -> this::value;
      case CUSTOM, CORE_MODULE, COMPONENT ->
          throw new dev.wrt.bounded.Invariant.Violation("the section has items");
    };
  }

  private Definition start() {
    int funcidx = in.u32();
    List<Integer> args = in.vec("typeParts", in.limits().typeParts(), in::u32);
    return new Definition.Start(funcidx, args, in.u32());
  }

  private Definition value() {
    ValTypeRef type = types.valtype();
    int length = in.in().length();
    int offset = in.in().offset();
    in.in().skip(length);
    return new Definition.Value(type, offset, length);
  }

  private Definition export() {
    NameAttributes name = in.nameAttributes();
    SortIdx sortidx = in.sortidx();
    return new Definition.Export(
        name, sortidx, in.optional("optional component export type", types::externDesc));
  }

  /// `core:instanceexpr`
  private CoreInstanceExpr coreInstance() {
    int at = in.in().offset();
    int b = in.u8();
    if (b == 0) {
      int moduleidx = in.u32();
      return new CoreInstanceExpr.Instantiate(
          moduleidx, in.vec("instantiationArgs", in.limits().instantiationArgs(), this::coreArg));
    }
    if (b != 1) {
      in.unexpected(at, b, "core instance");
    }
    return new CoreInstanceExpr.InlineExports(
        in.vec("instantiationArgs", in.limits().instantiationArgs(), this::coreInlineExport));
  }

  private CoreInstanceExpr.Arg coreArg() {
    String name = in.name();
    in.expect(Sort.CORE_INSTANCE.code(), "instantiation arg kind");
    return new CoreInstanceExpr.Arg(name, in.u32());
  }

  private CoreInstanceExpr.InlineExport coreInlineExport() {
    String name = in.name();
    Sort sort = in.coreSort("core external kind");
    return new CoreInstanceExpr.InlineExport(name, new SortIdx(sort, in.u32()));
  }

  /// `instanceexpr`
  private InstanceExpr instance() {
    int at = in.in().offset();
    int b = in.u8();
    if (b == 0) {
      int componentidx = in.u32();
      return new InstanceExpr.Instantiate(
          componentidx, in.vec("instantiationArgs", in.limits().instantiationArgs(), this::arg));
    }
    if (b != 1) {
      in.unexpected(at, b, "instance");
    }
    return new InstanceExpr.InlineExports(
        in.vec("instantiationArgs", in.limits().instantiationArgs(), this::inlineExport));
  }

  private InstanceExpr.Arg arg() {
    return new InstanceExpr.Arg(in.name(), in.sortidx());
  }

  private InstanceExpr.InlineExport inlineExport() {
    return new InstanceExpr.InlineExport(in.nameAttributes(), in.sortidx());
  }
}
