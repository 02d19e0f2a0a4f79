package dev.wrt.component.abi;

import dev.wrt.component.value.StringForm;
import dev.wrt.decoder.component.StringEncoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/// How a string lies in the memory that it is lifted from (`load_string_from_range`).
///
/// @param form the form that its value remembers
/// @param byteLength how many bytes it takes
record StringSource(StringForm form, long byteLength) {
  /// `utf16_tag`: in the length of a string of `latin1+utf16`, says that it is UTF-16.
  static final long UTF16_TAG = 1L << 31;

  private static final char REPLACEMENT = '\uFFFD';

  /// The source of an encoding and a length in code units, which may be tagged.
  static StringSource of(StringEncoding encoding, long taggedCodeUnits) {
    return switch (encoding) {
      case UTF8 -> new StringSource(StringForm.UTF8, taggedCodeUnits);
      case UTF16 -> new StringSource(StringForm.UTF16, 2 * taggedCodeUnits);
      case LATIN1_UTF16 ->
          (taggedCodeUnits & UTF16_TAG) == 0
              ? new StringSource(StringForm.LATIN1, taggedCodeUnits)
              : new StringSource(StringForm.TAGGED_UTF16, 2 * (taggedCodeUnits ^ UTF16_TAG));
    };
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
