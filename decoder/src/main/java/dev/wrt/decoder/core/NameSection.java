package dev.wrt.decoder.core;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.Storage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The names that a module gives its parts for debugging (custom section `name`; core
/// specification, appendix "Custom Sections").
///
/// Only the places of the subsections are kept; a name is looked for in the bytes when it is asked
/// for, in time linear to the subsection, so that names take no storage. A malformed section is no
/// error: it counts as absent.
public final class NameSection {
  /// The names of a module that has none.
  static final NameSection EMPTY = new NameSection(new byte[0]);

  private static final byte[] NAME = "name".getBytes(StandardCharsets.US_ASCII);
  private static final int MODULE = 0;
  private static final int FUNCS = 1;
  private static final int LOCALS = 2;
  private static final int KEPT = 3;

  private final byte[] bytes;

  /// First and end offset of the subsections 0 to 2; both 0 where there is none.
  private final int[] from = new int[KEPT];

  private final int[] to = new int[KEPT];

  private NameSection(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Whether the name of a custom section is `name`.
  static boolean isName(byte[] bytes, int offset, int length) {
    return Arrays.equals(bytes, offset, offset + length, NAME, 0, NAME.length);
  }

  /// Decodes the content of the section.
  static NameSection decode(byte[] bytes, int offset, int end) {
    NameSection section = new NameSection(bytes);
    ByteReader reader = reader(bytes, offset, end);
    while (reader.remaining() > 0) {
      int id = reader.u8();
      int length = reader.length();
      if (id < KEPT && reader.ok()) {
        section.from[id] = reader.offset();
        section.to[id] = reader.offset() + length;
      }
      reader.skip(length);
    }
    return reader.ok() && section.wellFormed() ? section : EMPTY;
  }

  /// Name of the module, or null.
  public @Nullable String moduleName() {
    ByteReader reader = subsection(MODULE);
    return reader.remaining() == 0 ? null : string(reader);
  }

  /// Name of a function, or null.
  public @Nullable String funcName(int funcidx) {
    return find(subsection(FUNCS), funcidx);
  }

  /// Name of a local of a function, or null.
  public @Nullable String localName(int funcidx, int localidx) {
    ByteReader reader = subsection(LOCALS);
    int count = reader.length();
    for (int i = 0; i < count; i++) {
      if (reader.u32() == funcidx) {
        return find(reader, localidx);
      }
      skipNames(reader);
    }
    return null;
  }

  private boolean wellFormed() {
    ByteReader module = subsection(MODULE);
    if (module.remaining() > 0) {
      skipName(module);
    }
    ByteReader funcs = subsection(FUNCS);
    if (funcs.remaining() > 0) {
      skipNames(funcs);
    }
    ByteReader locals = subsection(LOCALS);
    int count = locals.remaining() > 0 ? locals.length() : 0;
    for (int i = 0; i < count && locals.ok(); i++) {
      locals.u32();
      skipNames(locals);
    }
    return ended(module) && ended(funcs) && ended(locals);
  }

  private static boolean ended(ByteReader reader) {
    return reader.ok() && reader.remaining() == 0;
  }

  private ByteReader subsection(int id) {
    return reader(bytes, from[id], to[id]);
  }

  /// A reader that reserves nothing.
  private static ByteReader reader(byte[] bytes, int from, int to) {
    return new ByteReader(bytes, from, to, new Storage(MemoryBudget.root("names", 0)));
  }

  private static void skipNames(ByteReader reader) {
    int count = reader.length();
    for (int i = 0; i < count && reader.ok(); i++) {
      reader.u32();
      skipName(reader);
    }
  }

  private static void skipName(ByteReader reader) {
    reader.skip(reader.nameLength(Integer.MAX_VALUE));
  }

  private static @Nullable String find(ByteReader reader, int index) {
    int count = reader.remaining() > 0 ? reader.length() : 0;
    for (int i = 0; i < count; i++) {
      if (reader.u32() == index) {
        return string(reader);
      }
      skipName(reader);
    }
    return null;
  }

  private static String string(ByteReader reader) {
    int length = reader.length();
    return new String(reader.bytes(), reader.offset(), length, StandardCharsets.UTF_8);
  }
}
