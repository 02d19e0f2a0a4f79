package dev.wrt.decoder.component;

import java.util.List;
import java.util.Optional;

/// `valtype`, resolved: a component value type with all references followed.
///
/// Types are structural, so `equals` would say what it should, but it walks; use {@link
/// TypeMatching} for equality. Two definitions of one structure are two objects: the validator
/// tells by identity which of them has an externally visible name.
public sealed interface ValType extends Type
    permits PrimValType,
        ValType.RecordType,
        ValType.VariantType,
        ValType.ListType,
        ValType.FixedLengthListType,
        ValType.TupleType,
        ValType.FlagsType,
        ValType.EnumType,
        ValType.OptionType,
        ValType.ResultType,
        ValType.OwnType,
        ValType.BorrowType,
        ValType.StreamType,
        ValType.FutureType,
        ValType.MapType {
  /// Sizes and properties of the type written out in full.
  TypeInfo info();

  /// A field of a record.
  ///
  /// @param name its label
  /// @param type its type
  record Field(String name, ValType type) {}

  /// A case of a variant.
  ///
  /// @param name its label
  /// @param type its payload's type, if any
  record Case(String name, Optional<ValType> type) {}

  /// `record`
  ///
  /// @param fields at least one
  /// @param info derived
  record RecordType(List<Field> fields, TypeInfo info) implements ValType {
    /// Creates a record type.
    public RecordType(List<Field> fields) {
      this(List.copyOf(fields), TypeInfo.record(fields.stream().map(Field::type).toList()));
    }
  }

  /// `variant`
  ///
  /// @param cases at least one
  /// @param info derived
  record VariantType(List<Case> cases, TypeInfo info) implements ValType {
    /// Creates a variant type.
    public VariantType(List<Case> cases) {
      this(List.copyOf(cases), TypeInfo.variant(cases.stream().map(Case::type).toList()));
    }
  }

  /// `list`
  ///
  /// @param element the element's type
  /// @param info derived
  record ListType(ValType element, TypeInfo info) implements ValType {
    /// Creates a list type.
    public ListType(ValType element) {
      this(element, TypeInfo.list(element));
    }
  }

  /// `list` of a fixed length
  ///
  /// @param element the element's type
  /// @param length how many, at least 1
  /// @param info derived
  record FixedLengthListType(ValType element, int length, TypeInfo info) implements ValType {
    /// Creates a fixed-length list type.
    public FixedLengthListType(ValType element, int length) {
      this(element, length, TypeInfo.fixedLengthList(element, length));
    }
  }

  /// `tuple`
  ///
  /// @param elements at least one
  /// @param info derived
  record TupleType(List<ValType> elements, TypeInfo info) implements ValType {
    /// Creates a tuple type.
    public TupleType(List<ValType> elements) {
      this(List.copyOf(elements), TypeInfo.record(elements));
    }
  }

  /// `flags`
  ///
  /// @param labels 1 to 32
  /// @param info derived
  record FlagsType(List<String> labels, TypeInfo info) implements ValType {
    /// Creates a flags type.
    public FlagsType(List<String> labels) {
      this(List.copyOf(labels), TypeInfo.flags(labels.size()));
    }
  }

  /// `enum`
  ///
  /// @param labels at least one
  /// @param info derived
  record EnumType(List<String> labels, TypeInfo info) implements ValType {
    /// Creates an enum type.
    public EnumType(List<String> labels) {
      this(List.copyOf(labels), TypeInfo.enumeration(labels.size()));
    }
  }

  /// `option`
  ///
  /// @param some the payload's type
  /// @param info derived
  record OptionType(ValType some, TypeInfo info) implements ValType {
    /// Creates an option type.
    public OptionType(ValType some) {
      this(some, TypeInfo.variant(List.of(Optional.empty(), Optional.of(some))));
    }
  }

  /// `result`
  ///
  /// @param ok the payload's type of success, if any
  /// @param error the payload's type of failure, if any
  /// @param info derived
  record ResultType(Optional<ValType> ok, Optional<ValType> error, TypeInfo info)
      implements ValType {
    /// Creates a result type.
    public ResultType(Optional<ValType> ok, Optional<ValType> error) {
      this(ok, error, TypeInfo.variant(List.of(ok, error)));
    }
  }

  /// `own`: a handle that owns its resource.
  ///
  /// @param resource what it is a handle of
  record OwnType(ResourceType resource) implements ValType {
    @Override
    public TypeInfo info() {
      return TypeInfo.OWN;
    }
  }

  /// `borrow`: a handle that is lent for a call.
  ///
  /// @param resource what it is a handle of
  record BorrowType(ResourceType resource) implements ValType {
    @Override
    public TypeInfo info() {
      return TypeInfo.BORROW;
    }
  }

  /// `stream`
  ///
  /// @param element the element's type, if any
  /// @param info derived
  record StreamType(Optional<ValType> element, TypeInfo info) implements ValType {
    /// Creates a stream type.
    public StreamType(Optional<ValType> element) {
      this(element, TypeInfo.end(element));
    }
  }

  /// `future`
  ///
  /// @param element the element's type, if any
  /// @param info derived
  record FutureType(Optional<ValType> element, TypeInfo info) implements ValType {
    /// Creates a future type.
    public FutureType(Optional<ValType> element) {
      this(element, TypeInfo.end(element));
    }
  }

  /// `map`: a list of pairs
  ///
  /// @param key the key's type
  /// @param value the value's type
  /// @param info derived
  record MapType(ValType key, ValType value, TypeInfo info) implements ValType {
    /// Creates a map type.
    public MapType(ValType key, ValType value) {
      this(key, value, TypeInfo.list(new TupleType(List.of(key, value))));
    }
  }

  /// The word of the kind, as error messages spell it.
  @Override
  default String kind() {
    return switch (this) {
      case PrimValType p -> "primitive";
      case RecordType t -> "record";
      case VariantType t -> "variant";
      case ListType t -> "list";
      case FixedLengthListType t -> "fixed-length list";
      case TupleType t -> "tuple";
      case FlagsType t -> "flags";
      case EnumType t -> "enum";
      case OptionType t -> "option";
      case ResultType t -> "result";
      case OwnType t -> "own";
      case BorrowType t -> "borrow";
      case StreamType t -> "stream";
      case FutureType t -> "future";
      case MapType t -> "map";
    };
  }
}
