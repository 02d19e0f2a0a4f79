/// The canonical ABI (CanonicalABI.md of the component model at 6d281648), and the passage of bytes
/// between a guest's memory and the other side of a call.
///
/// Reading order: {@link dev.wrt.component.abi.Layout} (chapters "Alignment", "Element Size",
/// "Flattening"), {@link dev.wrt.component.abi.Lift} ("Loading", "Flat Lifting"), {@link
/// dev.wrt.component.abi.Lower} ("Storing", "Flat Lowering") with `StringStoring` for the sequences
/// of `realloc` calls, then {@link dev.wrt.component.abi.MemoryStrategy} and {@link
/// dev.wrt.component.abi.Crossing}.
///
/// **Two machines, no recursion, no calls of the guest.** Lifting and lowering keep one frame a
/// compound value under way on a preallocated stack, as deep as a type may be nested. Lowering
/// needs the guest's `realloc`; it then stops and says so, and its user runs the guest. So the Java
/// stack stays flat, fuel is counted as everywhere, and a call can be suspended inside of
/// `realloc`.
///
/// **The order of stores is the specification's.** A guest that looks at its memory in `realloc`
/// sees what the specification says it sees, under each memory strategy: staged stores are written
/// before the machine stops.
///
/// **Numbers go in bulk.** A `list<u8>`, and lists of the other numbers, are moved as bytes; NaNs
/// among floats are made canonical on the way in.
///
/// **Trust.** Lift checks every pointer, length, alignment, discriminant, character and encoding
/// before it uses it, and Lower every answer of `realloc`; a violation is a trap of {@link
/// dev.wrt.component.abi.AbiCode}. Lower relies on {@link dev.wrt.component.value.Conformity} for
/// its values. What lifted values take on the Java side is charged to a budget before it is
/// allocated, by estimates of `ValueBytes`, and given back when the passage is closed.
///
/// What this is not: handle tables and borrow scopes ({@link dev.wrt.component.abi.HandleScope} is
/// implemented by `dev.wrt.component`), and the order of events in a call, synchronous or not
/// (there too).
///
/// Evidence: `src/test/oracle` records what the executable specification answers; the three
/// strategies are held to it.
package dev.wrt.component.abi;
