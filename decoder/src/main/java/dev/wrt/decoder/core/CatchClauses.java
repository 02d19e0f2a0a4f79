package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;

/// Reads the catch clauses (`catch`) of a `try_table`: all of them when it is decoded, and one by
/// one when they are asked for.
final class CatchClauses {
  private static final int KINDS = 4;

  private final ByteReader reader;
  private int count;
  private int at;
  private int kind;
  private int tag;
  private int label;

  CatchClauses(ByteReader reader) {
    this.reader = reader;
  }

  /// Reads the vector of clauses at the cursor.
  void read() {
    count = reader.length();
    at = reader.offset();
    for (int i = 0; i < count && reader.ok(); i++) {
      clause();
    }
  }

  int count() {
    return count;
  }

  /// Goes to the next clause, and leaves the cursor where it is.
  void next() {
    int after = reader.offset();
    reader.seek(at);
    clause();
    at = reader.offset();
    reader.seek(after);
  }

  int kind() {
    return kind;
  }

  int tag() {
    return tag;
  }

  int label() {
    return label;
  }

  private void clause() {
    int start = reader.offset();
    kind = reader.u8();
    if (kind >= KINDS) {
      reader.malformed(DecoderCode.MALFORMED_CATCH, start, Types.hex(kind));
    }
    tag = kind <= CodeReader.CATCH_REF ? reader.u32() : 0;
    label = reader.u32();
  }
}
