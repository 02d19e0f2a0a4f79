package dev.wrt.decoder.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Prints types as WIT on one line. What is to be printed stands on an explicit stack: text, and
/// types that are still to be turned into text.
final class TypePrinter {
  private static final int CHARACTERS_MAX = 100_000;
  private static final String ASYNC = "async ";
  private static final String FUNC = "func";

  /// How types are called in the place where they are printed.
  interface Naming {
    /// Calls nothing by a name.
    Naming NONE =
        new Naming() {
          @Override
          public @Nullable String of(Type type) {
            return null;
          }

          @Override
          public @Nullable String of(PrimitiveNames.Name name) {
            return null;
          }

          @Override
          public @Nullable String elsewhere(Type type) {
            return null;
          }
        };

    /// The name of a type, or null to write it out.
    @Nullable String of(Type type);

    /// The name of a primitive type that was written by a name, or null to write it out.
    @Nullable String of(PrimitiveNames.Name name);

    /// What a comment calls a type that has no name here but needs one, or null to write it out.
    @Nullable String elsewhere(Type type);
  }

  private final Naming naming;
  private final PrimitiveNames primitiveNames;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();
  private boolean sayable = true;

  /// Creates a printer.
  ///
  /// @param naming how types are called here
  /// @param primitiveNames where primitive types were written by a name
  TypePrinter(Naming naming, PrimitiveNames primitiveNames) {
    this.naming = naming;
    this.primitiveNames = primitiveNames;
  }

  /// Creates a printer that calls nothing by a name.
  TypePrinter() {
    this(Naming.NONE, new PrimitiveNames());
  }

  /// Whether all that was printed has a form in WIT: types that need a name had one here.
  boolean sayable() {
    return sayable;
  }

  /// A value type: its name, or its structure.
  String valType(ValType type) {
    return print(List.of(type));
  }

  /// A value type's structure, even if it has a name: what stands right of `type x =`.
  String structure(ValType type) {
    return print(named(pieces(type), primitiveNames.of(type), 0));
  }

  /// `func(a: u32) -> string`
  String func(ComponentFuncType type) {
    return print(named(funcPieces(type, 0), primitiveNames.of(type), 0));
  }

  /// `(a: u32) -> string`, without the first parameters.
  String signature(ComponentFuncType type, int skipped) {
    return print(named(funcPieces(type, skipped), primitiveNames.of(type), skipped))
        .substring(FUNC.length() + (type.async() ? ASYNC.length() : 0));
  }

  private String print(List<? extends Object> pieces) {
    out.setLength(0);
    stack.clear();
    push(pieces);
    while (!stack.isEmpty()) {
      Object piece = stack.pop();
      if (out.length() > CHARACTERS_MAX) {
        sayable = false;
        return out.append("...").toString();
      }
      if (piece instanceof ValType type) {
        String name = naming.of(type);
        push(name == null ? written(type) : List.of(name));
      } else {
        out.append(piece);
      }
    }
    return out.toString();
  }

  /// A type written out; one that needs a name has no form in WIT without.
  private List<Object> written(ValType type) {
    if (TypeParts.needsName(type)) {
      sayable = false;
      String text = naming.elsewhere(type);
      return text == null ? pieces(type) : List.of(text);
    }
    return named(pieces(type), primitiveNames.of(type), 0);
  }

  /// The pieces with the names of primitive types in the place of the types.
  ///
  /// @param first place of the first type among the parts
  private List<Object> named(
      List<Object> pieces, Map<Integer, PrimitiveNames.Name> names, int first) {
    if (names.isEmpty()) {
      return pieces;
    }
    List<Object> named = new ArrayList<>();
    int place = first;
    for (Object piece : pieces) {
      PrimitiveNames.Name name = piece instanceof ValType ? names.get(place) : null;
      String text = name == null ? null : naming.of(name);
      named.add(text == null ? piece : text);
      place += piece instanceof ValType ? 1 : 0;
    }
    return named;
  }

  private void push(List<? extends Object> pieces) {
    pieces.reversed().forEach(stack::push);
  }

  private List<Object> funcPieces(ComponentFuncType type, int skipped) {
    List<Object> pieces = new ArrayList<>();
    pieces.add((type.async() ? ASYNC : "") + FUNC + "(");
    String separator = "";
    for (ComponentFuncType.Param p : type.params().subList(skipped, type.params().size())) {
      pieces.add(separator + WitTypes.identifier(p.name()) + ": ");
      pieces.add(p.type());
      separator = ", ";
    }
    pieces.add(")");
    type.result().ifPresent(r -> pieces.addAll(List.of(" -> ", r)));
    return pieces;
  }

  private List<Object> pieces(ValType type) {
    return switch (type) {
      case PrimValType t -> List.of(t.word());
      case ValType.RecordType t -> record(t);
      case ValType.VariantType t -> variant(t);
      case ValType.ListType t -> List.of("list<", t.element(), ">");
      case ValType.FixedLengthListType t ->
          List.of("list<", t.element(), ", " + Integer.toUnsignedString(t.length()) + ">");
      case ValType.TupleType t -> tuple(t);
      case ValType.FlagsType t -> List.of(labels("flags", t.labels()));
      case ValType.EnumType t -> List.of(labels("enum", t.labels()));
      case ValType.OptionType t -> List.of("option<", t.some(), ">");
      case ValType.ResultType t -> result(t);
      case ValType.OwnType t -> List.of(resource(t.resource()));
      case ValType.BorrowType t -> List.of("borrow<" + resource(t.resource()) + ">");
      case ValType.StreamType t -> end("stream", t.element());
      case ValType.FutureType t -> end("future", t.element());
      case ValType.MapType t -> List.of("map<", t.key(), ", ", t.value(), ">");
    };
  }

  private String resource(ResourceType resource) {
    String name = naming.of(resource);
    if (name != null) {
      return name;
    }
    sayable = false;
    String text = naming.elsewhere(resource);
    if (text != null) {
      return text;
    }
    return resource.name().isEmpty() ? "resource" : WitTypes.identifier(resource.name());
  }

  private static List<Object> record(ValType.RecordType type) {
    List<Object> pieces = new ArrayList<>();
    String separator = "record { ";
    for (ValType.Field f : type.fields()) {
      pieces.add(separator + WitTypes.identifier(f.name()) + ": ");
      pieces.add(f.type());
      separator = ", ";
    }
    pieces.add(" }");
    return pieces;
  }

  private static List<Object> variant(ValType.VariantType type) {
    List<Object> pieces = new ArrayList<>();
    String separator = "variant { ";
    for (ValType.Case c : type.cases()) {
      pieces.add(separator + WitTypes.identifier(c.name()));
      c.type().ifPresent(t -> pieces.addAll(List.of("(", t, ")")));
      separator = ", ";
    }
    pieces.add(" }");
    return pieces;
  }

  private static List<Object> tuple(ValType.TupleType type) {
    List<Object> pieces = new ArrayList<>();
    String separator = "tuple<";
    for (ValType t : type.elements()) {
      pieces.add(separator);
      pieces.add(t);
      separator = ", ";
    }
    pieces.add(">");
    return pieces;
  }

  private static String labels(String kind, List<String> labels) {
    return kind
        + " { "
        + String.join(", ", labels.stream().map(WitTypes::identifier).toList())
        + " }";
  }

  private static List<Object> result(ValType.ResultType type) {
    List<Object> pieces = new ArrayList<>(List.of("result"));
    if (type.ok().isPresent() || type.error().isPresent()) {
      pieces.add("<");
      pieces.add(type.ok().isPresent() ? type.ok().get() : "_");
      type.error().ifPresent(e -> pieces.addAll(List.of(", ", e)));
      pieces.add(">");
    }
    return pieces;
  }

  private static List<Object> end(String kind, Optional<ValType> element) {
    return element.isPresent() ? List.of(kind + "<", element.get(), ">") : List.of(kind);
  }
}
