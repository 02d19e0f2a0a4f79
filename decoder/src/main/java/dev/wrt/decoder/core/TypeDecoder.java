package dev.wrt.decoder.core;

import dev.wrt.bounded.SizeEstimate;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decodes and validates type definitions (`binary/types`, "Recursive Types"; `valid/types`).
///
/// Two type indices stand for the same type when their recursion groups are equal after references
/// into the group are replaced by places in it, and those out of it by the types that they stand
/// for. Because groups refer to earlier groups only, one pass finds this out: a group is brought
/// into a normal form ({@link RecGroup}) and looked up among the earlier ones. Where it is found,
/// the group's indices become other names of the found types, and its own are dropped.
///
/// Time is linear to the bytes, times the logarithm of the number of groups where their hashes
/// collide: a map's bins are trees ordered by the normal forms.
// [impl->req~core-type-definitions~1]
final class TypeDecoder {
  private static final int REC = 0x4E;
  private static final int SUB_FINAL = 0x4F;
  private static final int SUB = 0x50;
  private static final int FUNC = 0x60;
  private static final int STRUCT = 0x5F;
  private static final int ARRAY = 0x5E;

  private static final int FIELD_BYTES = SizeEstimate.REFERENCE_BYTES + SizeEstimate.OBJECT_BYTES;

  private final Context context;
  private final Limits limits;
  private final ByteReader reader;
  private final Storage scratch;
  private final Types types;
  private final TypeMatching matching;
  private final Map<RecGroup, Integer> groups = new HashMap<>();

  /// Where the types of the group at hand begin.
  private int[] offsets = {0};

  TypeDecoder(Context context, ByteReader reader, Storage scratch) {
    this.context = context;
    this.limits = context.limits;
    this.reader = reader;
    this.scratch = scratch;
    this.types = new Types(context, reader);
    this.matching = new TypeMatching(context.types);
  }

  /// The content of the type section.
  void section() {
    int count = reader.length();
    reader.within("types", count, limits.types());
    context.reserveTypes(reader, reader.ok() ? count : 0);
    for (int i = 0; i < count && reader.ok(); i++) {
      group();
    }
    groups.clear();
  }

  private void group() {
    int start = context.types.size();
    int size = 1;
    if (reader.peek() == REC) {
      reader.skip(1);
      size = reader.length();
      reader.within("recGroupTypes", size, limits.recGroupTypes());
    }
    reader.within("types", (long) start + size, limits.types());
    if (!context.reserveTypes(reader, start + size)) {
      return;
    }
    context.beginGroup(start, size);
    reserveOffsets(size);
    for (int i = 0; i < size && reader.ok(); i++) {
      offsets[i] = reader.offset();
      context.types.add(subType(start + i));
    }
    if (reader.ok() && size > 0) {
      canonicalise(start, size);
    }
  }

  private void reserveOffsets(int size) {
    if (size > offsets.length && reserveScratch((long) size * Integer.BYTES)) {
      offsets = new int[size];
    }
  }

  private boolean reserveScratch(long bytes) {
    if (!scratch.offer(bytes)) {
      reader.fail(scratch.refusal(bytes));
    }
    return reader.ok();
  }

  private void canonicalise(int start, int size) {
    int words = RecGroup.words(context.types, start, size);
    if (!reserveScratch(RecGroup.bytes(words))) {
      return;
    }
    RecGroup group = RecGroup.of(context.types, start, size, words);
    Integer found = groups.putIfAbsent(group, start);
    if (found != null) {
      context.sameGroup(start, size, found);
      return;
    }
    for (int i = 0; i < size; i++) {
      checkSupertype(offsets[i], start + i);
    }
  }

  /// `Subtype_ok`: the supertype may have subtypes, and the type matches it.
  private void checkSupertype(int offset, int typeidx) {
    SubType type = context.types.get(typeidx);
    if (!type.hasSupertype()) {
      return;
    }
    SubType sup = context.types.get(type.supertype());
    if (sup.isFinal() || !matching.comp(type.comp(), sup.comp())) {
      reader.invalid(
          DecoderCode.SUB_TYPE, offset, typeidx + " does not match super type " + type.supertype());
    }
    reader.within("subtypeDepth", context.deepen(typeidx), limits.subtypeDepth());
  }

  private SubType subType(int typeidx) {
    int form = reader.peek();
    if (form != SUB && form != SUB_FINAL) {
      return new SubType(true, SubType.NO_SUPERTYPE, compType());
    }
    reader.skip(1);
    int supertype = supertype(typeidx);
    return new SubType(form == SUB_FINAL, supertype, compType());
  }

  private int supertype(int typeidx) {
    int start = reader.offset();
    int count = reader.length();
    if (count > 1) {
      reader.invalid(DecoderCode.SUB_TYPE, start, "more than one supertype");
    }
    if (count == 0) {
      return SubType.NO_SUPERTYPE;
    }
    int at = reader.offset();
    int supertype = reader.u32();
    if (supertype < 0 || supertype >= typeidx) {
      reader.invalid(DecoderCode.UNKNOWN_TYPE, at, Integer.toUnsignedString(supertype));
      return SubType.NO_SUPERTYPE;
    }
    return reader.ok() ? context.canonical(supertype) : SubType.NO_SUPERTYPE;
  }

  private CompType compType() {
    int offset = reader.offset();
    int form = reader.s7();
    switch (form) {
      case FUNC -> {
        int[] params = resultType("params", limits.params());
        return new FuncType(params, resultType("results", limits.results()));
      }
      case STRUCT -> {
        return structType();
      }
      case ARRAY -> {
        return new ArrayType(fieldType());
      }
      default -> reader.malformed(DecoderCode.MALFORMED_TYPE, offset, Types.hex(form));
    }
    return FuncType.EMPTY;
  }

  private int[] resultType(String limit, int max) {
    int[] codes = new int[reader.count(limit, max, Integer.BYTES)];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = types.valType();
    }
    return codes;
  }

  private StructType structType() {
    int count = reader.count("fields", limits.fields(), FIELD_BYTES);
    List<FieldType> fields = new ArrayList<>(count);
    for (int i = 0; i < count && reader.ok(); i++) {
      fields.add(fieldType());
    }
    return new StructType(fields);
  }

  private FieldType fieldType() {
    int form = reader.peek();
    if (form == FieldType.I8 || form == FieldType.I16) {
      reader.skip(1);
      return new FieldType(form, types.mutability());
    }
    int storage = types.valType();
    return new FieldType(storage, types.mutability());
  }
}
