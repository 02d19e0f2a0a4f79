/// WebAssembly binaries: core modules and components, decoded and validated within limits.
///
/// What both formats share is here: {@link dev.wrt.decoder.ByteReader} (numbers, names, counts, and
/// the sticky fault), {@link dev.wrt.decoder.Limits} (what a file may declare at most), {@link
/// dev.wrt.decoder.DecoderCode} (every refusal, with the test suites' words), {@link
/// dev.wrt.decoder.Storage} (what one decoding has reserved). Core modules are in
/// `dev.wrt.decoder.core`, components in `dev.wrt.decoder.component`.
package dev.wrt.decoder;
