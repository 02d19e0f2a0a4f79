package dev.wrt.decoder.component;

/// `string-encoding`: how a lifted or lowered function's strings lie in linear memory.
public enum StringEncoding {
  /// UTF-8, the default.
  UTF8("utf8"),
  /// UTF-16, little-endian.
  UTF16("utf16"),
  /// Latin-1 where all characters allow it, else UTF-16, told apart by the top bit of the length.
  LATIN1_UTF16("latin1+utf16");

  private final String word;

  StringEncoding(String word) {
    this.word = word;
  }

  /// The word of the text format.
  public String word() {
    return word;
  }
}
