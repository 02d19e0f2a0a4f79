package dev.wrt.decoder.core.text;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.Opcode;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads items and tells a visitor.
final class ItemReader {
  private static final int FIRST_PREFIX = 0xFB;
  private static final int LAST_PREFIX = 0xFE;

  final ByteReader reader;
  private final ListingVisitor visitor;
  private final Item item;

  ItemReader(byte[] bytes, int offset, int end, ListingVisitor visitor) {
    this.reader = new ByteReader(bytes, offset, end, new Storage(MemoryBudget.root("listing", 0)));
    this.visitor = visitor;
    this.item = new Item(bytes);
  }

  boolean ok() {
    return reader.ok();
  }

  int offset() {
    return reader.offset();
  }

  void begin(Part part) {
    if (reader.ok()) {
      visitor.begin(part, reader.offset());
    }
  }

  void end(Part part) {
    if (reader.ok()) {
      visitor.end(part, reader.offset());
    }
  }

  int u8(Role role) {
    int start = reader.offset();
    int value = reader.u8();
    tell(role, Form.BYTE, start, value);
    return value;
  }

  int u32(Role role) {
    int start = reader.offset();
    int value = reader.u32();
    tell(role, Form.U32, start, Integer.toUnsignedLong(value));
    return value;
  }

  void u64(Role role) {
    int start = reader.offset();
    tell(role, Form.U64, start, reader.u64());
  }

  void s32(Role role) {
    int start = reader.offset();
    tell(role, Form.S32, start, reader.s32());
  }

  void s33(Role role) {
    int start = reader.offset();
    tell(role, Form.S33, start, reader.s33());
  }

  void s64(Role role) {
    int start = reader.offset();
    tell(role, Form.S64, start, reader.s64());
  }

  void fixed32(Role role) {
    int start = reader.offset();
    tell(role, Form.FIXED32, start, Integer.toUnsignedLong(reader.fixed32()));
  }

  void fixed64(Role role) {
    int start = reader.offset();
    tell(role, Form.FIXED64, start, reader.fixed64());
  }

  void fixed128(Role role) {
    int start = reader.offset();
    long low = reader.fixed64();
    item.value(low, reader.fixed64());
    tell(role, Form.FIXED128, start);
  }

  void type(Role role) {
    int start = reader.offset();
    int first = reader.u8();
    item.value(first, Item.hasHeapType(first) ? reader.s33() : 0);
    tell(role, Form.TYPE, start);
  }

  /// Reads an opcode; an unknown one fails.
  @Nullable Opcode opcode() {
    int start = reader.offset();
    int first = reader.peek();
    boolean prefixed = first >= FIRST_PREFIX && first <= LAST_PREFIX;
    int prefix = prefixed ? u8(Role.PREFIX) : 0;
    int at = reader.offset();
    int code = prefixed ? reader.u32() : reader.u8();
    Opcode row = Opcode.of(prefix, code);
    if (row == null) {
      reader.malformed(DecoderCode.ILLEGAL_OPCODE, start, "");
    }
    if (row != null && reader.ok()) {
      item.value(code, 0);
      item.set(Role.OPCODE, prefixed ? Form.U32 : Form.BYTE, at, reader.offset() - at);
      item.opcode(row);
      visitor.item(item);
    }
    return reader.ok() ? row : null;
  }

  /// The length of a vector; loops over it also ask {@link #ok}.
  int count() {
    int start = reader.offset();
    int value = reader.length();
    tell(Role.COUNT, Form.U32, start, value);
    return value;
  }

  void name(Role role) {
    int start = reader.offset();
    int length = reader.length();
    int from = reader.offset();
    reader.skip(length);
    if (reader.ok()) {
      item.value(from, length);
      item.set(role, Form.NAME, start, from - start);
      visitor.item(item);
    }
  }

  void bytes(Role role, int length) {
    int start = reader.offset();
    reader.skip(length);
    item.value(start, length);
    tell(role, Form.BYTES, start);
  }

  private void tell(Role role, Form form, int start, long value) {
    item.value(value, 0);
    tell(role, form, start);
  }

  private void tell(Role role, Form form, int start) {
    if (reader.ok()) {
      item.set(role, form, start, reader.offset() - start);
      visitor.item(item);
    }
  }
}
