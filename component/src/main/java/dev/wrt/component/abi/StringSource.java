package dev.wrt.component.abi;

import dev.wrt.component.value.StringForm;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/// How a string lies in the memory that it is lifted from (`load_string_from_range`).
///
/// @param form the form that its value remembers
/// @param byteLength how many bytes it takes; what is too long in any case is the largest number
record StringSource(StringForm form, long byteLength) {
  private static final char REPLACEMENT = '\uFFFD';

  /// `utf16_tag`: in the length of a string of `latin1+utf16`, says that it is UTF-16.
  static long utf16Tag(boolean address64) {
    return 1L << (address64 ? 63 : 31);
  }

  /// The source of a length in code units, unsigned, which may be tagged.
  static StringSource of(LiftLowerContext cx, long taggedCodeUnits) {
    return switch (cx.encoding()) {
      case UTF8 -> of(StringForm.UTF8, taggedCodeUnits, 1);
      case UTF16 -> of(StringForm.UTF16, taggedCodeUnits, 2);
      case LATIN1_UTF16 -> {
        long tag = utf16Tag(cx.address64());
        yield (taggedCodeUnits & tag) == 0
            ? of(StringForm.LATIN1, taggedCodeUnits, 1)
            : of(StringForm.TAGGED_UTF16, taggedCodeUnits ^ tag, 2);
      }
    };
  }

  private static StringSource of(StringForm form, long codeUnits, int codeUnitBytes) {
    boolean large = codeUnits < 0 || codeUnits > Layouts.SIZE_MAX;
    return new StringSource(form, large ? Long.MAX_VALUE : codeUnits * codeUnitBytes);
  }

  /// The alignment of the first byte.
  int alignment() {
    return form == StringForm.UTF8 ? 1 : 2;
  }

  /// Decodes; what is malformed becomes U+FFFD.
  String decode(byte[] bytes, int at, int length) {
    return new String(bytes, at, length, charset());
  }

  private Charset charset() {
    return switch (form) {
      case UTF8 -> StandardCharsets.UTF_8;
      case LATIN1 -> StandardCharsets.ISO_8859_1;
      case UTF16, TAGGED_UTF16 -> StandardCharsets.UTF_16LE;
    };
  }

  /// Whether the bytes were well-formed: a text without U+FFFD was; else they are looked at. Null
  /// if so, else the trap.
  @Nullable AbiCode check(String text, byte[] bytes, int at, int length) {
    if (form == StringForm.LATIN1 || text.indexOf(REPLACEMENT) < 0) {
      return null;
    }
    return form == StringForm.UTF8
        ? Utf.checkUtf8(bytes, at, at + length)
        : Utf.checkUtf16(bytes, at, at + length);
  }
}
