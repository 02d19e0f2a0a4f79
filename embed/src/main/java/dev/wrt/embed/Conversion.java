package dev.wrt.embed;

import dev.wrt.component.value.Value;
import org.checkerframework.checker.nullness.qual.Nullable;

/// How values of one WIT type become objects of one Java type and back. It is made once, when the
/// two types are bound; what it then meets can only be out of range or null.
interface Conversion {
  /// The value of an object of the bound Java type.
  ///
  /// @param passing what changes hands with it
  /// @throws Refusal where there is none
  Value toWit(Object java, Passing passing);

  /// The object of a value of the bound WIT type.
  ///
  /// @param passing what changes hands with it
  Object toJava(Value wit, Passing passing);

  /// The value of a part.
  ///
  /// @param step the way to the part, such as `.name`
  static Value part(Conversion conversion, @Nullable Object java, Passing passing, String step) {
    try {
      if (java == null) {
        throw Refusal.nothing();
      }
      return conversion.toWit(java, passing);
    } catch (Refusal refusal) {
      throw refusal.within(step);
    }
  }
}
