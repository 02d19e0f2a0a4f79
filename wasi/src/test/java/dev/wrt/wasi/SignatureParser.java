package dev.wrt.wasi;

import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the texts of {@link Signature} back into types: what a component would declare.
final class SignatureParser {
  private final String text;
  private final Map<String, ResourceType> resources = new TreeMap<>();
  private int at;

  private SignatureParser(String text) {
    this.text = text;
  }

  record NamedResource(String name) implements ResourceType {}

  static ComponentFuncType parse(String signature) {
    SignatureParser parser = new SignatureParser(Signature.expand(signature));
    parser.expect("(");
    List<ComponentFuncType.Param> params = new ArrayList<>();
    while (!parser.accept(")")) {
      parser.accept(", ");
      String name = parser.word();
      parser.expect(": ");
      params.add(new ComponentFuncType.Param(name, parser.type()));
    }
    Optional<ValType> result =
        parser.accept(" -> ") ? Optional.of(parser.type()) : Optional.empty();
    if (parser.at != parser.text.length()) {
      throw new IllegalArgumentException(parser.text + " at " + parser.at);
    }
    return new ComponentFuncType(params, result);
  }

  private ValType type() {
    String word = word();
    for (PrimValType primitive : PrimValType.values()) {
      if (primitive.word().equals(word)) {
        return primitive;
      }
    }
    return switch (word) {
      case "record" -> new ValType.RecordType(fields());
      case "variant" -> new ValType.VariantType(cases());
      case "flags" -> new ValType.FlagsType(labels());
      case "enum" -> new ValType.EnumType(labels());
      case "list" -> new ValType.ListType(types().getFirst());
      case "option" -> new ValType.OptionType(types().getFirst());
      case "tuple" -> new ValType.TupleType(types());
      case "own" -> new ValType.OwnType(resource());
      case "borrow" -> new ValType.BorrowType(resource());
      case "result" -> result();
      default -> throw new IllegalArgumentException(word);
    };
  }

  private ValType result() {
    if (!accept("<")) {
      return new ValType.ResultType(Optional.empty(), Optional.empty());
    }
    Optional<ValType> ok = accept("_") ? Optional.empty() : Optional.of(type());
    Optional<ValType> error = accept(", ") ? Optional.of(type()) : Optional.empty();
    expect(">");
    return new ValType.ResultType(ok, error);
  }

  private ResourceType resource() {
    expect("<");
    String name = word();
    expect(">");
    return resources.computeIfAbsent(name, NamedResource::new);
  }

  private List<ValType> types() {
    expect("<");
    List<ValType> types = new ArrayList<>();
    do {
      types.add(type());
    } while (accept(", "));
    expect(">");
    return types;
  }

  private List<ValType.Field> fields() {
    expect("{");
    List<ValType.Field> fields = new ArrayList<>();
    do {
      String name = word();
      expect(": ");
      fields.add(new ValType.Field(name, type()));
    } while (accept(", "));
    expect("}");
    return fields;
  }

  private List<ValType.Case> cases() {
    expect("{");
    List<ValType.Case> cases = new ArrayList<>();
    do {
      String name = word();
      Optional<ValType> payload = accept("(") ? Optional.of(type()) : Optional.empty();
      if (payload.isPresent()) {
        expect(")");
      }
      cases.add(new ValType.Case(name, payload));
    } while (accept(", "));
    expect("}");
    return cases;
  }

  private List<String> labels() {
    expect("{");
    List<String> labels = new ArrayList<>();
    do {
      labels.add(word());
    } while (accept(", "));
    expect("}");
    return labels;
  }

  private String word() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
  }

  private boolean accept(String token) {
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new IllegalArgumentException("no " + token + " at " + at + " of " + text);
    }
  }
}
