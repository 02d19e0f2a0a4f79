/// Listings of core modules without loss, and their text (core specification, chapters "Binary
/// Format" and "Text Format").
///
/// Entry point: {@link dev.wrt.decoder.core.text.Listing#visit}. A listing tells a visitor
/// everything that is in the bytes, in their order: {@link dev.wrt.decoder.core.text.Item}s within
/// {@link dev.wrt.decoder.core.text.Part}s. {@link dev.wrt.decoder.core.text.ListingEncoder} makes
/// the same bytes of it, {@link dev.wrt.decoder.core.text.WatPrinter} a text.
///
/// Reading order: {@link dev.wrt.decoder.core.text.Item} with its {@link
/// dev.wrt.decoder.core.text.Role} and {@link dev.wrt.decoder.core.text.Form}, {@link
/// dev.wrt.decoder.core.text.Listing} (sections), `TypeListing`, `CodeListing` (instructions, by
/// the immediates of {@link dev.wrt.decoder.core.Opcode}), {@link
/// dev.wrt.decoder.core.text.WatPrinter} with `FieldPrinter`, `TypePrinter`, `FuncPrinter`,
/// `SegmentPrinter` and `InstrPrinter`, and `Names`.
///
/// Limits: a listing takes no storage; a text takes a number per type and function and what its
/// identifiers take, reserved before, and gives line by line away. Invariants: no recursion;
/// whatever the bytes are, a listing ends with a value.
package dev.wrt.decoder.core.text;
