package dev.wrt.decoder.component;

import java.util.ArrayList;
import java.util.List;

/// The immediate parts of resolved types, for walks over them with an explicit stack.
final class TypeParts {
  private TypeParts() {}

  /// The types that a value type is made of, in order; of a handle, its resource type.
  static List<? extends Type> of(ValType type) {
    return switch (type) {
      case PrimValType p -> List.of();
      case ValType.RecordType t -> t.fields().stream().map(ValType.Field::type).toList();
      case ValType.VariantType t -> t.cases().stream().flatMap(c -> c.type().stream()).toList();
      case ValType.ListType t -> List.of(t.element());
      case ValType.FixedLengthListType t -> List.of(t.element());
      case ValType.TupleType t -> t.elements();
      case ValType.FlagsType t -> List.of();
      case ValType.EnumType t -> List.of();
      case ValType.OptionType t -> List.of(t.some());
      case ValType.ResultType t -> {
        List<ValType> parts = new ArrayList<>(t.ok().stream().toList());
        t.error().ifPresent(parts::add);
        yield parts;
      }
      case ValType.OwnType t -> List.of(t.resource());
      case ValType.BorrowType t -> List.of(t.resource());
      case ValType.StreamType t -> t.element().stream().toList();
      case ValType.FutureType t -> t.element().stream().toList();
      case ValType.MapType t -> List.of(t.key(), t.value());
    };
  }

  /// The types of a function's parameters and result.
  static List<ValType> of(ComponentFuncType type) {
    List<ValType> parts = new ArrayList<>();
    type.params().forEach(p -> parts.add(p.type()));
    type.result().ifPresent(parts::add);
    return parts;
  }

  /// Whether a type must have a name of its own where it is used in an import or export
  /// (Explainer.md, "External Visibility of Types").
  static boolean needsName(Type type) {
    boolean ofFields = type instanceof ValType.RecordType || type instanceof ValType.VariantType;
    boolean ofLabels = type instanceof ValType.EnumType || type instanceof ValType.FlagsType;
    return type instanceof ResourceType || ofFields || ofLabels;
  }

  /// The same type as a new object: another name of it.
  static Type alias(String name, Type type) {
    return switch (type) {
      case PrimValType t -> t;
      case ValType.RecordType t -> new ValType.RecordType(t.fields(), t.info());
      case ValType.VariantType t -> new ValType.VariantType(t.cases(), t.info());
      case ValType.FlagsType t -> new ValType.FlagsType(t.labels(), t.info());
      case ValType.EnumType t -> new ValType.EnumType(t.labels(), t.info());
      case ResourceType t -> new OpaqueResource(name, t);
      case ValType.ListType t -> new ValType.ListType(t.element(), t.info());
      case ValType.FixedLengthListType t ->
          new ValType.FixedLengthListType(t.element(), t.length(), t.info());
      case ValType.TupleType t -> new ValType.TupleType(t.elements(), t.info());
      case ValType.OptionType t -> new ValType.OptionType(t.some(), t.info());
      case ValType.ResultType t -> new ValType.ResultType(t.ok(), t.error(), t.info());
      case ValType.OwnType t -> new ValType.OwnType(t.resource());
      case ValType.BorrowType t -> new ValType.BorrowType(t.resource());
      case ValType.StreamType t -> new ValType.StreamType(t.element(), t.info());
      case ValType.FutureType t -> new ValType.FutureType(t.element(), t.info());
      case ValType.MapType t -> new ValType.MapType(t.key(), t.value(), t.info());
      case ComponentFuncType t -> t;
      case InstanceType t -> t;
      case ComponentType t -> t;
    };
  }
}
