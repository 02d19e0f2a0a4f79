package dev.wrt.decoder.core.text;

/// What a {@link Listing} tells, in the order of the bytes.
public interface ListingVisitor {
  /// A part begins.
  ///
  /// @param part which kind of part
  /// @param offset its first byte
  void begin(Part part, int offset);

  /// The next item.
  ///
  /// @param item valid until this method returns
  void item(Item item);

  /// The innermost part ends.
  ///
  /// @param part which kind of part
  /// @param offset after its last byte
  void end(Part part, int offset);
}
