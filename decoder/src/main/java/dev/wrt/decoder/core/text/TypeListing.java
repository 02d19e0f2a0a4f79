package dev.wrt.decoder.core.text;

import dev.wrt.decoder.DecoderCode;

/// Lists types (core specification, `binary/types`).
final class TypeListing {
  static final int FUNC = 0x60;
  static final int STRUCT = 0x5F;
  static final int ARRAY = 0x5E;
  static final int SUB = 0x50;
  static final int SUB_FINAL = 0x4F;
  static final int REC = 0x4E;

  static final int HAS_MAX = 1;
  static final int SHARED = 2;
  static final int ADDRESS_64 = 4;
  static final int HAS_PAGE_SIZE = 8;

  private final ItemReader in;

  TypeListing(ItemReader in) {
    this.in = in;
  }

  /// A recursion group, or a type that is one of its own.
  void recType() {
    if (in.reader.peek() != REC) {
      subType();
      return;
    }
    in.begin(Part.REC);
    in.u8(Role.TYPE_FORM);
    int count = in.count();
    for (int i = 0; i < count && in.ok(); i++) {
      subType();
    }
    in.end(Part.REC);
  }

  /// A type with its supertypes.
  void subType() {
    in.begin(Part.TYPE);
    int start = in.offset();
    int form = in.u8(Role.TYPE_FORM);
    if (form == SUB || form == SUB_FINAL) {
      int count = in.count();
      for (int i = 0; i < count && in.ok(); i++) {
        in.u32(Role.SUPERTYPE);
      }
      form = in.u8(Role.TYPE_FORM);
    }
    switch (form) {
      case FUNC -> {
        types(Role.PARAM);
        types(Role.RESULT);
      }
      case STRUCT -> {
        int count = in.count();
        for (int i = 0; i < count && in.ok(); i++) {
          field();
        }
      }
      case ARRAY -> field();
      default -> in.reader.malformed(DecoderCode.MALFORMED_TYPE, start, "");
    }
    in.end(Part.TYPE);
  }

  private void types(Role role) {
    int count = in.count();
    for (int i = 0; i < count && in.ok(); i++) {
      in.type(role);
    }
  }

  private void field() {
    in.type(Role.STORAGE);
    in.u8(Role.MUTABILITY);
  }

  void tableType() {
    in.type(Role.REF_TYPE);
    limits();
  }

  void limits() {
    int flags = in.u8(Role.LIMITS);
    in.u64(Role.MIN);
    if ((flags & HAS_MAX) != 0) {
      in.u64(Role.MAX);
    }
    if ((flags & HAS_PAGE_SIZE) != 0) {
      in.u32(Role.PAGE_SIZE);
    }
  }

  void globalType() {
    in.type(Role.VAL_TYPE);
    in.u8(Role.MUTABILITY);
  }

  void tagType() {
    in.u8(Role.ATTRIBUTE);
    in.u32(Role.TYPE);
  }
}
