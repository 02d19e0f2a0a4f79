package dev.wrt.decoder;

import dev.wrt.bounded.FaultCode;

/// Refusals of the decoder. The texts are those of the official test suites and of the reference
/// interpreter; numbers from 101 on are for components.
public enum DecoderCode implements FaultCode {
  // Of our own
  /// A limit of {@link Limits} is exceeded.
  LIMIT_EXCEEDED("WRT-D-001", "decoder limit exceeded"),
  /// A {@link Feature} that is used without being asked for; the subject is its name.
  UNSUPPORTED("WRT-D-002", "unsupported feature"),

  // Malformed core modules
  /// The bytes end inside of something.
  UNEXPECTED_END("WRT-D-003", "unexpected end of section or function"),
  /// A LEB128 number has more bytes than its type allows.
  INTEGER_TOO_LONG("WRT-D-004", "integer representation too long"),
  /// A LEB128 number does not fit its type.
  INTEGER_TOO_LARGE("WRT-D-005", "integer too large"),
  /// A length exceeds the bytes that are left.
  LENGTH_OUT_OF_BOUNDS("WRT-D-006", "length out of bounds"),
  /// A name is not well-formed UTF-8.
  MALFORMED_UTF8("WRT-D-007", "malformed UTF-8 encoding"),
  /// The file does not begin with `\0asm`.
  BAD_MAGIC("WRT-D-008", "magic header not detected"),
  /// The version after the magic header is unknown.
  BAD_VERSION("WRT-D-009", "unknown binary version"),
  /// There is no section of that number.
  MALFORMED_SECTION_ID("WRT-D-010", "malformed section id"),
  /// A section or function body is not as long as it says.
  SECTION_SIZE_MISMATCH("WRT-D-011", "section size mismatch"),
  /// A section is repeated or out of order.
  UNEXPECTED_CONTENT("WRT-D-012", "unexpected content after last section"),
  /// There are not as many bodies as functions.
  INCONSISTENT_FUNC_LENGTHS("WRT-D-013", "function and code section have inconsistent lengths"),
  /// There are not as many data segments as announced.
  INCONSISTENT_DATA_LENGTHS("WRT-D-014", "data count and data section have inconsistent lengths"),
  /// Code uses data segments without a data count section.
  DATA_COUNT_REQUIRED("WRT-D-015", "data count section required"),
  /// A type definition begins with an unknown byte.
  MALFORMED_TYPE("WRT-D-016", "malformed definition type"),
  /// There is no value or reference type of that number.
  MALFORMED_REF_TYPE("WRT-D-017", "malformed reference type"),
  /// There is no heap type of that number.
  MALFORMED_HEAP_TYPE("WRT-D-018", "malformed heap type"),
  /// The flags of a size have unknown bits.
  MALFORMED_LIMITS("WRT-D-019", "malformed limits flags"),
  /// Mutability is neither 0 nor 1.
  MALFORMED_MUTABILITY("WRT-D-020", "malformed mutability"),
  /// There is no kind of import of that number.
  MALFORMED_IMPORT_KIND("WRT-D-021", "malformed import kind"),
  /// There is no kind of export of that number.
  MALFORMED_EXPORT_KIND("WRT-D-022", "malformed export kind"),
  /// There is no kind of element of that number.
  MALFORMED_ELEM_KIND("WRT-D-023", "malformed element kind"),
  /// There is no kind of element segment of that number.
  MALFORMED_ELEM_SEGMENT("WRT-D-024", "malformed elements segment kind"),
  /// There is no kind of data segment of that number.
  MALFORMED_DATA_SEGMENT("WRT-D-025", "malformed data segment kind"),
  /// The flags of a memory access have unknown bits.
  MALFORMED_MEMOP("WRT-D-026", "malformed memop flags"),
  /// A reserved byte is not 0.
  ZERO_BYTE_EXPECTED("WRT-D-027", "zero byte expected"),
  /// A function declares 2^32 locals or more.
  TOO_MANY_LOCALS("WRT-D-028", "too many locals"),
  /// There is no instruction of that code.
  ILLEGAL_OPCODE("WRT-D-029", "illegal opcode"),
  /// `else` stands outside of an `if`, or a second time in one.
  END_EXPECTED("WRT-D-030", "END opcode expected"),
  /// There is no kind of catch clause of that number.
  MALFORMED_CATCH("WRT-D-060", "malformed catch clause"),
  /// The flags of a branch on a cast have unknown bits.
  MALFORMED_CAST("WRT-D-061", "malformed br_on_cast flags"),

  // Invalid core modules
  /// An operand, result or segment has another type than is required.
  TYPE_MISMATCH("WRT-D-031", "type mismatch"),
  /// A type index is out of range.
  UNKNOWN_TYPE("WRT-D-032", "unknown type"),
  /// A function index is out of range.
  UNKNOWN_FUNC("WRT-D-033", "unknown function"),
  /// A table index is out of range.
  UNKNOWN_TABLE("WRT-D-034", "unknown table"),
  /// A memory index is out of range.
  UNKNOWN_MEMORY("WRT-D-035", "unknown memory"),
  /// A global index is out of range.
  UNKNOWN_GLOBAL("WRT-D-036", "unknown global"),
  /// A local index is out of range.
  UNKNOWN_LOCAL("WRT-D-037", "unknown local"),
  /// A branch leads out of the function.
  UNKNOWN_LABEL("WRT-D-038", "unknown label"),
  /// An element segment index is out of range.
  UNKNOWN_ELEM("WRT-D-039", "unknown elem segment"),
  /// A data segment index is out of range.
  UNKNOWN_DATA("WRT-D-040", "unknown data segment"),
  /// `ref.func` of a function that nothing outside of code refers to.
  UNDECLARED_REF("WRT-D-041", "undeclared function reference"),
  /// `global.set` of a constant.
  IMMUTABLE_GLOBAL("WRT-D-042", "immutable global"),
  /// `select` with not exactly one type.
  INVALID_RESULT_ARITY("WRT-D-043", "invalid result arity"),
  /// An access is aligned to more than its width.
  ALIGNMENT_TOO_LARGE("WRT-D-044", "alignment must not be larger than natural"),
  /// A static offset exceeds the address space.
  OFFSET_OUT_OF_RANGE("WRT-D-045", "offset out of range"),
  /// An instruction can't stand in a constant expression.
  CONSTANT_REQUIRED("WRT-D-046", "constant expression required"),
  /// Two exports have the same name.
  DUPLICATE_EXPORT("WRT-D-047", "duplicate export name"),
  /// The start function has another type than `[] -> []`.
  BAD_START("WRT-D-048", "start function must not have parameters or results"),
  /// A size is empty.
  SIZE_ORDER("WRT-D-049", "size minimum must not be greater than maximum"),
  /// A memory exceeds the address space.
  MEMORY_SIZE("WRT-D-050", "memory size must be at most 65536 pages (4GiB)"),
  /// A table exceeds the address space.
  TABLE_SIZE("WRT-D-051", "table size must be at most 2^32-1"),
  /// A tag index is out of range.
  UNKNOWN_TAG("WRT-D-052", "unknown tag"),
  /// The type of a tag has results.
  TAG_RESULT("WRT-D-053", "non-empty tag result type"),
  /// A type is declared below one that it does not match.
  SUB_TYPE("WRT-D-054", "sub type"),
  /// A shared memory has no largest size.
  SHARED_MEMORY("WRT-D-056", "shared memory must have maximum"),
  /// A page has a size that is not allowed.
  PAGE_SIZE("WRT-D-057", "invalid custom page size"),
  /// A type index names something else than a function type.
  NOT_A_FUNC("WRT-D-058", "non-function type"),
  /// A type index names something else than a structure type.
  NOT_A_STRUCT("WRT-D-062", "non-structure type"),
  /// A type index names something else than an array type.
  NOT_AN_ARRAY("WRT-D-063", "non-array type"),
  /// A structure has no field of that index.
  UNKNOWN_FIELD("WRT-D-064", "unknown field"),
  /// `struct.set` of a constant field.
  IMMUTABLE_FIELD("WRT-D-065", "immutable field"),
  /// `struct.get` of a packed field.
  PACKED_FIELD("WRT-D-066", "field is packed"),
  /// `struct.get_s` or `struct.get_u` of a field that is not packed.
  UNPACKED_FIELD("WRT-D-067", "field is unpacked"),
  /// `struct.new_default` with a field that has no default value.
  FIELD_NOT_DEFAULTABLE("WRT-D-068", "field type is not defaultable"),
  /// An array of constant elements is written.
  IMMUTABLE_ARRAY("WRT-D-069", "immutable array"),
  /// `array.get` of packed elements.
  PACKED_ARRAY("WRT-D-070", "array is packed"),
  /// `array.get_s` or `array.get_u` of elements that are not packed.
  UNPACKED_ARRAY("WRT-D-071", "array is unpacked"),
  /// `array.new_default` of elements that have no default value.
  ARRAY_NOT_DEFAULTABLE("WRT-D-072", "array type is not defaultable"),
  /// An array of references is filled with bytes.
  ARRAY_NOT_NUMERIC("WRT-D-073", "array type is not numeric or vector"),
  /// `array.copy` between arrays whose elements do not match.
  ARRAY_TYPES("WRT-D-074", "array types do not match"),
  /// A vector has no lane of that number.
  INVALID_LANE("WRT-D-075", "invalid lane index"),
  /// An atomic access is not aligned to its width.
  ATOMIC_ALIGNMENT("WRT-D-076", "atomic alignment must be natural"),
  /// A local without default value is read before it is set.
  UNINITIALIZED_LOCAL("WRT-D-077", "uninitialized local"),
  /// The label of `rethrow` is not one of a handler.
  INVALID_RETHROW("WRT-D-078", "invalid rethrow label"),

  /// A branch hint is for something else than `if` or `br_if`.
  BRANCH_HINT_TARGET("WRT-D-079", "@metadata.code.branch_hint annotation: invalid target"),
  /// The section of branch hints is not of its grammar.
  MALFORMED_BRANCH_HINT("WRT-D-080", "@metadata.code.branch_hint annotation: malformed section"),

  // Of our own, continued
  /// There is no feature of that name.
  UNKNOWN_FEATURE("WRT-D-055", "unknown feature");

  private final String id;
  private final String text;

  DecoderCode(String id, String text) {
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
