package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;

/// Types of the locals of a function, its parameters first, expanded from the declarations.
final class LocalTypes {
  private static final long LOCALS_END = 0x1_0000_0000L;

  private final ByteReader reader;
  private final Types types;
  private final TypeStack codes;
  private boolean allDefaultable;

  /// @param codes an empty stack for as many locals as there may be
  LocalTypes(ByteReader reader, Types types, TypeStack codes) {
    this.reader = reader;
    this.types = types;
    this.codes = codes;
  }

  int count() {
    return codes.size();
  }

  /// Code of the type of a local.
  int code(int localidx) {
    return codes.get(localidx);
  }

  /// Whether all declared locals have default values.
  boolean allDefaultable() {
    return allDefaultable;
  }

  /// Reads local declarations at the cursor and lists them after the parameters.
  void expand(FuncType type) {
    codes.clear();
    allDefaultable = true;
    for (int i = 0; i < type.paramCount(); i++) {
      codes.push(type.paramCode(i));
    }
    int start = reader.offset();
    int groups = reader.length();
    checkSum(start, groups);
    for (int i = 0; i < groups && reader.ok(); i++) {
      long times = Integer.toUnsignedLong(reader.u32());
      int code = types.valType();
      allDefaultable &= ValType.isDefaultable(code);
      codes.push(code, times);
    }
  }

  /// The sum comes first, because the grammar's bound counts before ours.
  private void checkSum(int start, int groups) {
    int first = reader.offset();
    long declared = 0;
    for (int i = 0; i < groups && reader.ok(); i++) {
      declared += Integer.toUnsignedLong(reader.u32());
      types.valType();
    }
    if (declared >= LOCALS_END) {
      reader.malformed(DecoderCode.TOO_MANY_LOCALS, start, "");
    }
    reader.seek(first);
  }
}
