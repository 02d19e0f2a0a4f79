/// Listings of core modules without loss, and their text (core specification, chapters "Binary
/// Format" and "Text Format").
///
/// Entry point: {@link dev.wrt.decoder.core.text.Listing#visit}. A listing tells a visitor
/// everything that is in the bytes, in their order: {@link dev.wrt.decoder.core.text.Item}s within
/// {@link dev.wrt.decoder.core.text.Part}s. {@link dev.wrt.decoder.core.text.ListingEncoder} makes
/// the same bytes of it.
///
/// Reading order: {@link dev.wrt.decoder.core.text.Item} with its {@link
/// dev.wrt.decoder.core.text.Role} and {@link dev.wrt.decoder.core.text.Form}, {@link
/// dev.wrt.decoder.core.text.Listing} (sections), `TypeListing`, `CodeListing` (instructions, by
/// the immediates of {@link dev.wrt.decoder.core.Opcode}).
///
/// Limits: a listing takes no storage. Invariants: no recursion; whatever the bytes are, a listing
/// ends with a value.
package dev.wrt.decoder.core.text;
