package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.FaultCode;
import java.util.List;

/// Refusals of the canonical ABI and of the passage of bytes, in the words of the component model's
/// test suite where it has words.
///
/// The suite knows two wordings for some traps: one for calls from the host and one for calls
/// between components; {@link #words} has both.
public enum AbiCode implements FaultCode {
  /// A pointer that is not a multiple of the alignment of what it points to.
  UNALIGNED_POINTER("WRT-A-001", "unaligned pointer"),
  /// A spilled tuple that reaches beyond the end of memory.
  POINTER_OUT_OF_BOUNDS("WRT-A-002", "pointer out of bounds of memory"),
  /// A string that reaches beyond the end of memory.
  STRING_OUT_OF_BOUNDS(
      "WRT-A-003", "string pointer/length out of bounds of memory", "string content out-of-bounds"),
  /// A list that reaches beyond the end of memory.
  LIST_OUT_OF_BOUNDS(
      "WRT-A-004", "list pointer/length out of bounds of memory", "list content out-of-bounds"),
  /// A string of more than 2^28 - 1 bytes.
  STRING_TOO_LONG(
      "WRT-A-005",
      "string byte length exceeds the maximum of 2^28 - 1",
      "string content out-of-bounds"),
  /// A list of more than 2^28 - 1 bytes.
  LIST_TOO_LONG(
      "WRT-A-006",
      "list byte length exceeds the maximum of 2^28 - 1",
      "list content out-of-bounds"),
  /// Bytes that are no UTF-8.
  INVALID_UTF8("WRT-A-007", "invalid utf-8"),
  /// UTF-8 that ends within a character.
  INCOMPLETE_UTF8("WRT-A-008", "incomplete utf-8 byte sequence"),
  /// UTF-16 with a lone surrogate.
  INVALID_UTF16("WRT-A-009", "unpaired surrogate found"),
  /// A number that is no Unicode scalar value.
  INVALID_CHAR("WRT-A-010", "invalid `char` bit pattern"),
  /// A discriminant of no case.
  INVALID_DISCRIMINANT("WRT-A-011", "invalid variant discriminant"),
  /// `realloc` returned memory beyond the end.
  REALLOC_OUT_OF_BOUNDS(
      "WRT-A-012",
      "realloc return: beyond end of memory",
      "list content out-of-bounds",
      "string content out-of-bounds"),
  /// `realloc` returned a pointer that is not aligned as asked for.
  REALLOC_UNALIGNED("WRT-A-013", "realloc return: result not aligned", "unaligned pointer"),
  /// More bytes than the buffer of bounded-copy holds.
  CROSSING_TOO_LARGE("WRT-A-014", "more bytes cross than the copy buffer holds"),
  /// A private copy differs from its source.
  COPY_DIFFERS("WRT-A-015", "a copy differs from its source"),
  /// A type nested deeper than lifting and lowering allow for.
  TYPE_TOO_DEEP("WRT-A-016", "type nesting too deep to lift or lower"),
  /// A type whose layout is larger than a list may be.
  TYPE_TOO_LARGE("WRT-A-017", "type too large to lift or lower"),
  /// A string that is longer than the guest may have.
  STRING_LIMIT("WRT-A-021", "string longer than the limit"),
  /// A list that is longer than the guest may have.
  LIST_LIMIT("WRT-A-022", "list longer than the limit"),
  /// More bytes than allowed have crossed in one call of an export.
  CALL_BYTES_LIMIT("WRT-A-023", "too many bytes in one call"),
  /// A buffer that differs from its checksum, or from the copy of what was stored into it.
  BUFFER_CHANGED("WRT-A-030", "a buffer was changed while values crossed"),
  /// A name of no memory strategy.
  UNKNOWN_STRATEGY("WRT-A-019", "unknown memory strategy"),
  /// A name of no trust level.
  UNKNOWN_TRUST_LEVEL("WRT-A-020", "unknown trust level");

  private final String id;
  private final String[] words;

  AbiCode(String id, String... words) {
    this.id = id;
    this.words = words;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return words[0];
  }

  /// The trap of a code, without detail: its words say it all.
  static Fault trap(AbiCode code) {
    return new Fault.Trap(code, "", List.of());
  }

  /// Whether a message of the suite means this refusal.
  public boolean words(String message) {
    for (String w : words) {
      if (message.endsWith(w)) {
        return true;
      }
    }
    return false;
  }
}
