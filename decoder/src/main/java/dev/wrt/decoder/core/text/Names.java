package dev.wrt.decoder.core.text;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.Storage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The identifiers of a module: what its name section says, as far as it is well-formed (core
/// specification, appendix "Custom Sections", and the names that later proposals have added).
final class Names {
  private static final byte[] SECTION = "name".getBytes(StandardCharsets.US_ASCII);

  private final Storage storage;
  private final Map<Role, NameMap> maps = new EnumMap<>(Role.class);
  private NamesByOwner locals = NamesByOwner.EMPTY;
  private NamesByOwner labels = NamesByOwner.EMPTY;
  private NamesByOwner fields = NamesByOwner.EMPTY;
  private @Nullable String module;

  /// Creates names that are empty.
  Names(Storage storage) {
    this.storage = storage;
  }

  /// Whether a custom section is the one of names.
  static boolean isName(Item name) {
    int from = (int) name.value();
    int to = from + (int) name.high();
    return Arrays.equals(name.source(), from, to, SECTION, 0, SECTION.length);
  }

  /// Reads the content of the section.
  void read(byte[] bytes, int from, int to) {
    ByteReader reader = new ByteReader(bytes, from, to, storage);
    while (reader.remaining() > 0) {
      int id = reader.u8();
      int length = reader.length();
      int start = reader.offset();
      reader.skip(length);
      if (reader.ok()) {
        subsection(id, new ByteReader(bytes, start, start + length, storage));
      }
    }
  }

  private void subsection(int id, ByteReader reader) {
    switch (id) {
      case 0 -> module(reader);
      case 1 -> maps.put(Role.FUNC, NameMap.read(reader, storage));
      case 2 -> locals = NamesByOwner.read(reader, storage);
      case 3 -> labels = NamesByOwner.read(reader, storage);
      case 4 -> maps.put(Role.TYPE, NameMap.read(reader, storage));
      case 5 -> maps.put(Role.TABLE, NameMap.read(reader, storage));
      case 6 -> maps.put(Role.MEM, NameMap.read(reader, storage));
      case 7 -> maps.put(Role.GLOBAL, NameMap.read(reader, storage));
      case 8 -> maps.put(Role.ELEM, NameMap.read(reader, storage));
      case 9 -> maps.put(Role.DATA, NameMap.read(reader, storage));
      case 10 -> fields = NamesByOwner.read(reader, storage);
      case 11 -> maps.put(Role.TAG, NameMap.read(reader, storage));
      default -> {}
    }
  }

  private void module(ByteReader reader) {
    int length = reader.nameLength(Integer.MAX_VALUE);
    if (reader.ok() && length > 0) {
      module = Texts.id(reader.bytes(), reader.offset(), length);
    }
  }

  /// The module's identifier, or null.
  @Nullable String module() {
    return module;
  }

  /// The identifier of an index, or null.
  @Nullable String id(Role space, int index) {
    return maps.getOrDefault(space, NameMap.EMPTY).id(index);
  }

  /// How an index is referred to: by its identifier, else as a number.
  String reference(Role space, int index) {
    return or(id(space, index), index);
  }

  /// The identifier of a local, or null.
  @Nullable String local(int funcidx, int localidx) {
    return locals.of(funcidx, storage.budget()).id(localidx);
  }

  /// The identifier of a label, or null.
  @Nullable String label(int funcidx, int labelidx) {
    return labels.of(funcidx, storage.budget()).id(labelidx);
  }

  /// The identifier of a field, or null.
  @Nullable String field(int typeidx, int fieldidx) {
    return fields.of(typeidx, storage.budget()).id(fieldidx);
  }

  /// Gives back what the names inside of an owner have taken.
  void close() {
    locals.close();
    labels.close();
    fields.close();
  }

  /// The identifier, or else the number.
  static String or(@Nullable String id, int index) {
    return id == null ? Integer.toUnsignedString(index) : id;
  }
}
