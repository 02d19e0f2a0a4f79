/// Values of the component model ({@link dev.wrt.component.value.Value}) and their text form WAVE
/// ({@link dev.wrt.component.value.Wave}).
///
/// Read {@link dev.wrt.component.value.Value} first, then {@link dev.wrt.component.value.Sequence}
/// and its packed forms {@link dev.wrt.component.value.ByteList} and {@link
/// dev.wrt.component.value.NumberList}: a list of numbers is bytes, never an object an element, and
/// goes from and to Java's arrays with one copy. A packed list may be a view that ends with the
/// call it was lifted for; after that it gives a fault, never bytes.
///
/// {@link dev.wrt.component.value.Conformity} decides whether values are of a function's types. It
/// is the one gate for values from outside (an embedder, a host function, an interceptor): what has
/// passed it can be lowered without further questions.
///
/// WAVE is read by the type that the value is to have and printed so that it can be read again. The
/// parser, the printer and the conformity check use explicit stacks that the type bounds.
///
/// Bounds: text of at most {@link dev.wrt.component.value.Wave#LENGTH_MAX} characters, values of at
/// most {@link dev.wrt.component.value.Wave#DEPTH_MAX} levels. Values that an embedder makes are
/// its own storage and not charged to a budget; what is lifted from a guest is charged by
/// `dev.wrt.component.abi`.
package dev.wrt.component.value;
