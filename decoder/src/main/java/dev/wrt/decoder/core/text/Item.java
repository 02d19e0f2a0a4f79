package dev.wrt.decoder.core.text;

import dev.wrt.decoder.core.Opcode;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The smallest thing of a module that has a meaning: a number, a type, a name, an opcode. Its
/// value and its width together give back its bytes.
///
/// One object serves a whole listing, so that listing takes no storage.
public final class Item {
  private static final int REF_NULL = 0x63;
  private static final int REF = 0x64;

  private final byte[] source;
  private Role role = Role.PREAMBLE;
  private Form form = Form.BYTES;
  private long value;
  private long high;
  private int width;
  private int offset;
  private @Nullable Opcode opcode;

  Item(byte[] source) {
    this.source = source;
  }

  void set(Role role, Form form, int offset, int width) {
    this.role = role;
    this.form = form;
    this.offset = offset;
    this.width = width;
    this.opcode = null;
  }

  void value(long value, long high) {
    this.value = value;
    this.high = high;
  }

  void opcode(Opcode row) {
    this.opcode = row;
  }

  /// What it is.
  public Role role() {
    return role;
  }

  /// How it is written.
  public Form form() {
    return form;
  }

  /// Where it begins.
  public int offset() {
    return offset;
  }

  /// Bytes that are used for it; of a {@link Form#NAME}, for its length.
  public int width() {
    return width;
  }

  /// The number; the first byte of a type; where the bytes of a name begin in {@link #source}.
  public long value() {
    return value;
  }

  /// The high half of sixteen bytes; the heap type after the first byte of a type; the number of
  /// bytes of a name.
  public long high() {
    return high;
  }

  /// The value as an index.
  public int index() {
    return (int) value;
  }

  /// The row of an {@link Role#OPCODE}, else null.
  public @Nullable Opcode opcode() {
    return opcode;
  }

  /// The bytes that names and contents lie in.
  public byte[] source() {
    return source;
  }

  /// Whether the first byte of a type is followed by a heap type.
  public boolean hasHeapType() {
    return form == Form.TYPE && hasHeapType((int) value);
  }

  static boolean hasHeapType(int first) {
    return first == REF_NULL || first == REF;
  }

  /// Bytes that the value needs.
  public int leastWidth() {
    return switch (form) {
      case U32, U64 -> unsignedWidth(value);
      case S32, S33, S64 -> signedWidth(value);
      case NAME -> unsignedWidth(high);
      case TYPE -> hasHeapType() ? 1 + signedWidth(high) : 1;
      case BYTE, FIXED32, FIXED64, FIXED128, BYTES -> width;
    };
  }

  private static int unsignedWidth(long value) {
    int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(value));
    return (bits + 6) / 7;
  }

  /// One bit more than the value, for the sign.
  private static int signedWidth(long value) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(value < 0 ? ~value : value) + 1;
    return (bits + 6) / 7;
  }
}
