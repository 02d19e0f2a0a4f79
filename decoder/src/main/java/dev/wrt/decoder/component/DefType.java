package dev.wrt.decoder.component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `deftype`: a type as it is defined, its parts references into the type index space. {@link
/// TypeScope} resolves it into a {@link Type}.
public sealed interface DefType {
  /// A label with a type: record field or parameter.
  ///
  /// @param label the label
  /// @param type its type
  record LabelValType(String label, ValTypeRef type) {}

  /// A case of a variant.
  ///
  /// @param label its label
  /// @param type its payload's type, if any
  record CaseDef(String label, Optional<ValTypeRef> type) {}

  /// `defvaltype`: the definitions of value types.
  sealed interface DefValType extends DefType {}

  /// A primitive given an index.
  ///
  /// @param type the primitive
  record PrimDef(PrimValType type) implements DefValType {}

  /// `record`
  ///
  /// @param fields at least one
  record RecordDef(List<LabelValType> fields) implements DefValType {
    /// Keeps a private copy.
    public RecordDef {
      fields = List.copyOf(fields);
    }
  }

  /// `variant`
  ///
  /// @param cases at least one
  record VariantDef(List<CaseDef> cases) implements DefValType {
    /// Keeps a private copy.
    public VariantDef {
      cases = List.copyOf(cases);
    }
  }

  /// `list`
  ///
  /// @param element the element's type
  record ListDef(ValTypeRef element) implements DefValType {}

  /// `list` of a fixed length
  ///
  /// @param element the element's type
  /// @param length how many, unsigned
  record FixedLengthListDef(ValTypeRef element, int length) implements DefValType {}

  /// `tuple`
  ///
  /// @param elements at least one
  record TupleDef(List<ValTypeRef> elements) implements DefValType {
    /// Keeps a private copy.
    public TupleDef {
      elements = List.copyOf(elements);
    }
  }

  /// `flags`
  ///
  /// @param labels 1 to 32
  record FlagsDef(List<String> labels) implements DefValType {
    /// Keeps a private copy.
    public FlagsDef {
      labels = List.copyOf(labels);
    }
  }

  /// `enum`
  ///
  /// @param labels at least one
  record EnumDef(List<String> labels) implements DefValType {
    /// Keeps a private copy.
    public EnumDef {
      labels = List.copyOf(labels);
    }
  }

  /// `option`
  ///
  /// @param some the payload's type
  record OptionDef(ValTypeRef some) implements DefValType {}

  /// `result`
  ///
  /// @param ok the payload's type of success, if any
  /// @param error the payload's type of failure, if any
  record ResultDef(Optional<ValTypeRef> ok, Optional<ValTypeRef> error) implements DefValType {}

  /// `own`
  ///
  /// @param typeidx a resource type
  record OwnDef(int typeidx) implements DefValType {}

  /// `borrow`
  ///
  /// @param typeidx a resource type
  record BorrowDef(int typeidx) implements DefValType {}

  /// `stream`
  ///
  /// @param element the element's type, if any
  record StreamDef(Optional<ValTypeRef> element) implements DefValType {}

  /// `future`
  ///
  /// @param element the element's type, if any
  record FutureDef(Optional<ValTypeRef> element) implements DefValType {}

  /// `map`
  ///
  /// @param key the key's type
  /// @param value the value's type
  record MapDef(ValTypeRef key, ValTypeRef value) implements DefValType {}

  /// `func`
  ///
  /// @param async whether it is `func async`
  /// @param params the parameters
  /// @param result the result, if any
  record FuncDef(boolean async, List<LabelValType> params, Optional<ValTypeRef> result)
      implements DefType {
    /// Keeps a private copy.
    public FuncDef {
      params = List.copyOf(params);
    }
  }

  /// `component`: the type of a component.
  ///
  /// @param decls its declarators, in order
  record ComponentDef(List<Declarator> decls) implements DefType {
    /// Keeps a private copy.
    public ComponentDef {
      decls = List.copyOf(decls);
    }
  }

  /// `instance`: the type of an instance.
  ///
  /// @param decls its declarators, in order
  record InstanceDef(List<Declarator> decls) implements DefType {
    /// Keeps a private copy.
    public InstanceDef {
      decls = List.copyOf(decls);
    }
  }

  /// `resource`: a new resource type, represented by an `i32` (`i64` needs a feature).
  ///
  /// @param dtor `core:funcidx` of the destructor, if any
  record ResourceDef(dev.wrt.decoder.core.ValType rep, OptionalInt dtor) implements DefType {}
}
