package dev.wrt.decoder.component;

import dev.wrt.bounded.FaultCode;

/// Refusals of the component decoder and validator. The texts are those of the official test suite
/// where it has one; the fault's subject holds what varies.
public enum ValidationCode implements FaultCode {
  // Of our own
  /// A feature that is behind a closed gate; the subject names the gate and what uses it.
  GATED("WRT-V-001", "feature is not supported"),

  // Malformed components
  /// The bytes are a core module where a component is asked for.
  NOT_A_COMPONENT("WRT-V-002", "expected a version header for a component"),
  /// The bytes are a component where a core module is asked for.
  NOT_A_MODULE("WRT-V-007", "expected a version header for a module"),
  /// The component, a section or an item ends too early, or is longer than what it is in.
  END_OF_FILE("WRT-V-008", "unexpected end-of-file"),
  /// A byte that selects an alternative selects none; the subject says which byte, for what.
  LEADING_BYTE("WRT-V-003", "invalid leading byte"),
  /// A flag is neither 0 nor 1.
  BAD_BOOLEAN("WRT-V-004", "invalid boolean value"),
  /// There are bytes after the last item of a section.
  TRAILING_BYTES("WRT-V-005", "unexpected data at the end of the section"),
  /// An attribute of a name is given twice.
  DUPLICATE_ATTRIBUTE("WRT-V-006", "duplicate option in name"),

  // Names
  /// A label is not in kebab case.
  NOT_KEBAB("WRT-V-010", "is not in kebab case"),
  /// A label is empty.
  EMPTY_LABEL("WRT-V-011", "name cannot be empty"),
  /// A name is not of the grammar of `externname`.
  BAD_EXTERN_NAME("WRT-V-012", "is not a valid extern name"),
  /// A name is not strongly unique in its scope.
  NAME_CONFLICT("WRT-V-013", "conflicts with previous name"),
  /// A core name is not unique in its scope.
  DUPLICATE_CORE_NAME("WRT-V-014", "already defined"),
  /// An `implements` attribute on something other than an instance, or with a wrong name.
  BAD_IMPLEMENTS("WRT-V-015", "only instances with a plain name can have an `implements`"),
  /// The value of an `implements` attribute is no interface name.
  IMPLEMENTS_NOT_INTERFACE("WRT-V-016", "must be an interface, not a valid name"),
  /// A `[constructor]`, `[method]` or `[static]` name does not fit its type.
  BAD_ANNOTATED_NAME("WRT-V-017", "annotated name does not fit"),
  /// A `versionsuffix` does not continue a canonical version.
  BAD_VERSION_SUFFIX("WRT-V-018", "version suffix does not fit"),

  // Index spaces and types
  /// An index is out of its space's bounds.
  UNKNOWN_INDEX("WRT-V-020", "unknown item, index out of bounds"),
  /// An outer alias reaches out of the outermost scope.
  OUTER_COUNT("WRT-V-021", "invalid outer alias count"),
  /// An outer alias takes a resource over the boundary of a component.
  OUTER_RESOURCE("WRT-V-022", "outer alias transitively refers to resources"),
  /// An alias declarator of a sort that types can't have.
  ALIAS_IN_TYPE("WRT-V-023", "aliases in types may only refer to types or instances"),
  /// An aliased export does not exist.
  NO_EXPORT("WRT-V-024", "has no export named"),
  /// An aliased export is of another sort.
  WRONG_SORT("WRT-V-025", "is of another sort"),
  /// A type index refers to another kind of type.
  WRONG_KIND("WRT-V-026", "type index is not of the kind that is required"),
  /// A resource definition in a component or instance type.
  RESOURCE_IN_TYPE("WRT-V-027", "resources can only be defined within a concrete component"),
  /// A destructor of another type than `[i32] -> []`.
  BAD_DTOR("WRT-V-028", "wrong signature for a destructor"),
  /// `resource.new` or `resource.rep` of a type that the component has not defined itself.
  NOT_LOCAL("WRT-V-029", "not a local resource"),
  /// A record, variant, tuple, flags or enum without parts.
  EMPTY_TYPE("WRT-V-030", "type must have at least one"),
  /// A flags type of more than 32 labels.
  TOO_MANY_FLAGS("WRT-V-031", "cannot have more than 32 flags"),
  /// A `borrow` in a function's result.
  BORROW_IN_RESULT("WRT-V-032", "function result cannot contain a `borrow` type"),
  /// A type of 2^28 bytes or more in linear memory.
  TYPE_TOO_LARGE("WRT-V-033", "type exceeds maximum byte size"),
  /// A `borrow` in an element of a stream or future.
  BORROW_IN_ELEMENT("WRT-V-034", "stream or future cannot contain a `borrow` type"),
  /// A type that is not allowed in this place; the subject says why.
  BAD_TYPE("WRT-V-035", "type is not valid here"),

  /// A core type is declared below one that it does not match, or that is final.
  SUB_TYPE("WRT-V-036", "sub type does not match super type"),

  /// The bytes of a value are not one of its type.
  BAD_VALUE("WRT-V-037", "value is not of its type"),
  /// An exported value can't have a `borrow` in it.
  BORROW_IN_VALUE("WRT-V-038", "exported value cannot contain a `borrow` type"),

  // Imports, exports, instantiation
  /// An import or export whose type uses a type without an externally visible name.
  NOT_VISIBLE("WRT-V-040", "not valid to be used as"),
  /// A component is instantiated without one of its imports.
  MISSING_ARGUMENT("WRT-V-042", "missing import named"),
  /// Two arguments of an instantiation have the same name.
  DUPLICATE_ARGUMENT("WRT-V-043", "instantiation argument conflicts with previous argument"),
  /// An argument, or what is aliased, has another type than is required.
  TYPE_MISMATCH("WRT-V-044", "type mismatch"),
  /// A module is instantiated without one of its imports.
  MISSING_CORE_ARGUMENT("WRT-V-045", "missing module instantiation argument named"),
  /// Two arguments of a core instantiation have the same name.
  DUPLICATE_CORE_ARGUMENT("WRT-V-046", "duplicate module instantiation argument named"),
  /// An instance lacks an export that a module imports.
  MISSING_CORE_EXPORT("WRT-V-047", "module instantiation argument does not export an item named"),

  /// A value is used twice.
  VALUE_CONSUMED("WRT-V-048", "value cannot be used more than once"),
  /// A value is not used by the end of its component.
  VALUE_UNUSED("WRT-V-049", "value must be used once"),
  /// A start function is given another number of arguments or results than it has.
  START_ARITY("WRT-V-041", "start function arguments do not match"),

  // Canonical definitions
  /// A required option is missing.
  OPTION_REQUIRED("WRT-V-050", "canonical option is required"),
  /// An option is given twice.
  OPTION_DUPLICATE("WRT-V-051", "canonical option is specified more than once"),
  /// Two string encodings are given.
  OPTION_CONFLICT("WRT-V-052", "canonical encoding option conflicts with option"),
  /// An option that this definition can't have.
  OPTION_FORBIDDEN("WRT-V-053", "canonical option cannot be specified"),
  /// The function of an option has another type than the canonical ABI says.
  OPTION_SIGNATURE("WRT-V-054", "uses a core function with an incorrect signature"),
  /// A lifted core function's parameters are not the flattened ones.
  LIFT_PARAMS("WRT-V-055", "lowered parameter types do not match parameter types"),
  /// A lifted core function's results are not the flattened ones.
  LIFT_RESULTS("WRT-V-056", "lowered result types do not match result types"),
  /// The memory of an option is shared, or has pages of another size.
  OPTION_MEMORY("WRT-V-057", "canonical option `memory` must be a subtype of `(memory 0)`"),
  /// The type of a context slot.
  CONTEXT_TYPE("WRT-V-058", "context slots must all be of type `i32`"),
  /// A thread has two context slots.
  CONTEXT_SLOT("WRT-V-059", "immediate must be less than 2"),
  /// A thread's function has another type than `[i32] -> []`.
  THREAD_FUNCTION("WRT-V-060", "a thread's function must take a single `i32` argument"),
  /// Threads' functions are in a table of something else.
  THREAD_TABLE("WRT-V-061", "a table of threads' functions must have elements of type `funcref`");

  private final String id;
  private final String text;

  ValidationCode(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }
}
