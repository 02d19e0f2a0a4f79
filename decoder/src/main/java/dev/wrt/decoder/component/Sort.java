package dev.wrt.decoder.component;

/// `sort`: the kinds of thing a component can define. Each has its own index space; the thirteen of
/// them correspond one to one (Explainer.md, "Index Spaces").
public enum Sort {
  /// `core func`
  CORE_FUNC(0x00, "core func"),
  /// `core table`
  CORE_TABLE(0x01, "core table"),
  /// `core memory`
  CORE_MEMORY(0x02, "core memory"),
  /// `core global`
  CORE_GLOBAL(0x03, "core global"),
  /// `core tag`
  CORE_TAG(0x04, "core tag"),
  /// `core type`
  CORE_TYPE(0x10, "core type"),
  /// `core module`
  CORE_MODULE(0x11, "module"),
  /// `core instance`
  CORE_INSTANCE(0x12, "core instance"),
  /// `func`
  FUNC(0x01, "func"),
  /// `value`
  VALUE(0x02, "value"),
  /// `type`
  TYPE(0x03, "type"),
  /// `component`
  COMPONENT(0x04, "component"),
  /// `instance`
  INSTANCE(0x05, "instance");

  private final int code;
  private final String word;

  Sort(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /// Whether this is a `core:sort`, which the binary format prefixes with 0x00.
  public boolean isCore() {
    return ordinal() <= CORE_INSTANCE.ordinal();
  }

  /// The byte of the binary format: of `core:sort` for the core ones, of `sort` for the others.
  public int code() {
    return code;
  }

  /// The word of the text format, as error messages spell it.
  public String word() {
    return word;
  }
}
