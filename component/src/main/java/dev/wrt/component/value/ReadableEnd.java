package dev.wrt.component.value;

import dev.wrt.decoder.component.ValType;

/// The readable end of a stream or future on its way between a component and the other side of a
/// call (`SharedStreamImpl`, `SharedFutureImpl` of CanonicalABI.md).
///
/// An end is in one place at a time: it is in the handle table of a component, or in a value. It is
/// opaque here; the runtime makes it, and gives hosts the means to read it.
public interface ReadableEnd {
  /// Its type: a {@link ValType.StreamType} or {@link ValType.FutureType}.
  ValType type();
}
