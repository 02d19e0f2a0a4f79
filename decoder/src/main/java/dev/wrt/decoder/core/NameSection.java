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
/// for, in time linear to the subsection, so that names take no storage. Malformed names are no
/// error: a malformed subsection counts as absent, and so do all where their bounds are malformed.
// [impl->req~decoder-name-section~1]
public final class NameSection {
  /// What names are given to; the order is the binary format's.
  public enum Subsection {
    /// The module.
    MODULE,
    /// Functions.
    FUNCS,
    /// Locals of functions.
    LOCALS,
    /// Labels of functions.
    LABELS,
    /// Types.
    TYPES,
    /// Tables.
    TABLES,
    /// Memories.
    MEMS,
    /// Globals.
    GLOBALS,
    /// Element segments.
    ELEMS,
    /// Data segments.
    DATAS,
    /// Fields of structure types.
    FIELDS,
    /// Tags.
    TAGS;

    /// Whether its names are those of parts of something that has an index too.
    public boolean isIndirect() {
      return this == LOCALS || this == LABELS || this == FIELDS;
    }
  }

  private static final Subsection[] SUBSECTIONS = Subsection.values();

  /// The names of a module that has none.
  static final NameSection EMPTY = new NameSection(new byte[0]);

  private static final byte[] NAME = "name".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  /// First and end offset of each subsection; both 0 where there is none.
  private final int[] from = new int[SUBSECTIONS.length];

  private final int[] to = new int[SUBSECTIONS.length];

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
      if (id < SUBSECTIONS.length && reader.ok()) {
        section.from[id] = reader.offset();
        section.to[id] = reader.offset() + length;
      }
      reader.skip(length);
    }
    section.dropMalformed();
    return reader.ok() ? section : EMPTY;
  }

  /// Name of the module, or null.
  public @Nullable String moduleName() {
    ByteReader reader = subsection(Subsection.MODULE);
    return reader.remaining() == 0 ? null : string(reader);
  }

  /// Name of a function, or null.
  public @Nullable String funcName(int funcidx) {
    return name(Subsection.FUNCS, funcidx);
  }

  /// Name of a local of a function, or null.
  public @Nullable String localName(int funcidx, int localidx) {
    return name(Subsection.LOCALS, funcidx, localidx);
  }

  /// Name of a part of the module, or null.
  ///
  /// @param subsection which kind of part; not indirect, and not the module
  /// @param index its index
  public @Nullable String name(Subsection subsection, int index) {
    return find(subsection(subsection), index);
  }

  /// Name of a part of a function or type, or null.
  ///
  /// @param subsection which kind of part; indirect
  /// @param outer index of the function or type
  /// @param index its index in it
  public @Nullable String name(Subsection subsection, int outer, int index) {
    ByteReader reader = subsection(subsection);
    int count = reader.remaining() > 0 ? reader.length() : 0;
    for (int i = 0; i < count; i++) {
      if (reader.u32() == outer) {
        return find(reader, index);
      }
      skipNames(reader);
    }
    return null;
  }

  private void dropMalformed() {
    for (Subsection each : SUBSECTIONS) {
      ByteReader reader = subsection(each);
      if (reader.remaining() > 0 && !wellFormed(each, reader)) {
        from[each.ordinal()] = 0;
        to[each.ordinal()] = 0;
      }
    }
  }

  private static boolean wellFormed(Subsection subsection, ByteReader reader) {
    if (subsection == Subsection.MODULE) {
      skipName(reader);
    } else if (subsection.isIndirect()) {
      int count = reader.length();
      for (int i = 0; i < count && reader.ok(); i++) {
        reader.u32();
        skipNames(reader);
      }
    } else {
      skipNames(reader);
    }
    return ended(reader);
  }

  private static boolean ended(ByteReader reader) {
    return reader.ok() && reader.remaining() == 0;
  }

  private ByteReader subsection(Subsection subsection) {
    return reader(bytes, from[subsection.ordinal()], to[subsection.ordinal()]);
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
