package dev.wrt.decoder.component;

import dev.wrt.decoder.component.DefType.LabelValType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Resolves one `defvaltype` or `functype` with the validation rules of Binary.md, "Type
/// Definitions".
///
/// Every part of a type is a primitive or has an index, so there is nothing to descend into: the
/// parts are resolved already, and what must be known of them is in their {@link TypeInfo}.
// [impl->req~component-value-types~1]
final class ValTypes {
  /// `elem_size` must be less than this.
  private static final long ELEM_SIZE_LIMIT = 1L << 28;

  private static final int FLAGS_MAX = 32;

  private final TypeScope scope;
  private final FirstFault faults;
  private final Map<Integer, PrimitiveNames.Name> names = new HashMap<>();
  private int partCount;

  ValTypes(TypeScope scope) {
    this.scope = scope;
    this.faults = scope.faults();
  }

  ValType resolve(DefType.DefValType def) {
    ValType type =
        switch (def) {
          case DefType.PrimDef d -> d.type();
          case DefType.RecordDef d -> record(d);
          case DefType.VariantDef d -> variant(d);
          case DefType.ListDef d -> new ValType.ListType(part(d.element()));
          case DefType.FixedLengthListDef d -> fixedLengthList(d);
          case DefType.TupleDef d -> tuple(d);
          case DefType.FlagsDef d -> flags(d);
          case DefType.EnumDef d -> enumeration(d);
          case DefType.OptionDef d -> new ValType.OptionType(part(d.some()));
          case DefType.ResultDef d -> new ValType.ResultType(optional(d.ok()), optional(d.error()));
          case DefType.OwnDef d -> new ValType.OwnType(scope.resource(d.typeidx()));
          case DefType.BorrowDef d -> new ValType.BorrowType(scope.resource(d.typeidx()));
          case DefType.StreamDef d -> stream(d);
          case DefType.FutureDef d -> new ValType.FutureType(element(d.element()));
          case DefType.MapDef d -> map(d);
        };
    faults.primitiveNames().put(type, names);
    TypeInfo info = type.info();
    faults.within("typeDepth", info.depth(), faults.limits().typeDepth());
    faults.within("typeSize", info.nodes(), faults.limits().typeSize());
    if (info.memory64().bytes() >= ELEM_SIZE_LIMIT) {
      faults.invalid(ValidationCode.TYPE_TOO_LARGE, type.kind());
    }
    return type;
  }

  ComponentFuncType resolve(DefType.FuncDef def) {
    Labels labels = new Labels("function parameter", "parameter");
    def.params().forEach(p -> labels.add(p.label()));
    faults.charge(def.params().size());
    List<ComponentFuncType.Param> params =
        def.params().stream()
            .map(p -> new ComponentFuncType.Param(p.label(), part(p.type())))
            .toList();
    Optional<ValType> result = optional(def.result());
    if (result.isPresent() && result.get().info().hasBorrow()) {
      faults.invalid(ValidationCode.BORROW_IN_RESULT, "");
    }
    ComponentFuncType type = new ComponentFuncType(def.async(), params, result);
    faults.primitiveNames().put(type, names);
    long nodes = TypeParts.of(type).stream().mapToLong(t -> t.info().nodes()).sum();
    faults.within("typeSize", nodes, faults.limits().typeSize());
    return type;
  }

  /// The next part of the type, in the order of {@link TypeParts}.
  private ValType part(ValTypeRef ref) {
    if (ref instanceof ValTypeRef.TypeIdx t) {
      PrimitiveNames.Name name = scope.primitiveName(t.typeidx());
      if (name != null && faults.charge(1)) {
        names.put(partCount, name);
      }
    }
    partCount++;
    return scope.valtype(ref);
  }

  private ValType record(DefType.RecordDef def) {
    notEmpty(def.fields(), "record type must have at least one field");
    Labels labels = new Labels("record field", "field");
    def.fields().forEach(f -> labels.add(f.label()));
    return new ValType.RecordType(def.fields().stream().map(this::field).toList());
  }

  private ValType.Field field(LabelValType field) {
    return new ValType.Field(field.label(), part(field.type()));
  }

  private ValType variant(DefType.VariantDef def) {
    notEmpty(def.cases(), "variant type must have at least one case");
    Labels labels = new Labels("variant case", "case");
    def.cases().forEach(c -> labels.add(c.label()));
    return new ValType.VariantType(
        def.cases().stream().map(c -> new ValType.Case(c.label(), optional(c.type()))).toList());
  }

  private ValType tuple(DefType.TupleDef def) {
    notEmpty(def.elements(), "tuple type must have at least one type");
    return new ValType.TupleType(def.elements().stream().map(this::part).toList());
  }

  private ValType flags(DefType.FlagsDef def) {
    notEmpty(def.labels(), "flags must have at least one entry");
    if (def.labels().size() > FLAGS_MAX) {
      faults.invalid(ValidationCode.TOO_MANY_FLAGS, def.labels().size() + " flags");
    }
    Labels labels = new Labels("flag", "flag");
    def.labels().forEach(labels::add);
    return new ValType.FlagsType(def.labels());
  }

  private ValType enumeration(DefType.EnumDef def) {
    notEmpty(def.labels(), "enum type must have at least one variant");
    Labels labels = new Labels("enum tag", "tag");
    def.labels().forEach(labels::add);
    return new ValType.EnumType(def.labels());
  }

  private ValType fixedLengthList(DefType.FixedLengthListDef def) {
    if (def.length() == 0) {
      faults.invalid(ValidationCode.EMPTY_TYPE, "fixed-length list must have at least one element");
    }
    return new ValType.FixedLengthListType(part(def.element()), def.length());
  }

  private ValType map(DefType.MapDef def) {
    ValType key = part(def.key());
    boolean allowed =
        key instanceof PrimValType p
            && p != PrimValType.F32
            && p != PrimValType.F64
            && p != PrimValType.ERROR_CONTEXT;
    if (!allowed) {
      faults.invalid(ValidationCode.BAD_TYPE, "map key " + key.kind());
    }
    return new ValType.MapType(key, part(def.value()));
  }

  private ValType stream(DefType.StreamDef def) {
    Optional<ValType> element = element(def.element());
    if (element.isPresent() && element.get() == PrimValType.CHAR) {
      faults.invalid(ValidationCode.BAD_TYPE, "`stream<char>` is not valid at this time");
    }
    return new ValType.StreamType(element);
  }

  private Optional<ValType> element(Optional<ValTypeRef> ref) {
    Optional<ValType> element = optional(ref);
    if (element.isPresent() && element.get().info().hasBorrow()) {
      faults.invalid(ValidationCode.BORROW_IN_ELEMENT, "");
    }
    return element;
  }

  private Optional<ValType> optional(Optional<ValTypeRef> ref) {
    return ref.map(this::part);
  }

  private void notEmpty(List<?> parts, String rule) {
    if (parts.isEmpty()) {
      faults.invalid(ValidationCode.EMPTY_TYPE, rule);
    }
    faults.charge(parts.size());
  }

  /// The labels of one type, which must be in kebab case and strongly unique.
  private final class Labels {
    private final String what;
    private final String inShort;
    private final Map<String, String> seen = new HashMap<>();

    Labels(String what, String inShort) {
      this.what = what;
      this.inShort = inShort;
    }

    void add(String label) {
      if (!faults.charge(1)) {
        return;
      }
      if (label.isEmpty()) {
        faults.invalid(ValidationCode.EMPTY_LABEL, what);
      } else if (!Label.isLabel(label)) {
        faults.invalid(ValidationCode.NOT_KEBAB, what + " name `" + label + "`");
      }
      String before = seen.putIfAbsent(Label.lowercase(label), label);
      if (before != null) {
        faults.invalid(
            ValidationCode.NAME_CONFLICT,
            what + " name `" + label + "`, previous " + inShort + " name `" + before + "`");
      }
    }
  }
}
