/// WASI 0.2 for components, with capabilities: `wasi:cli`, `wasi:io`, `wasi:clocks`, `wasi:random`
/// and `wasi:filesystem`, all functions of their WIT at tag v0.2.12 of WebAssembly/WASI.
///
/// Reading order: {@link dev.wrt.wasi.Wasi02} (the entry) and {@link dev.wrt.wasi.WasiOptions}
/// (what a guest is given); `WasiWorld` (what the host holds, all of it reserved); one class per
/// package of WASI with the names and signatures of its interfaces (`IoInterfaces`,
/// `StreamFunctions`, `CliInterfaces`, `ClockInterfaces`, `RandomInterfaces`,
/// `FilesystemInterfaces`); below these plain Java: `PathResolution` and `AnchoredDirectory` (the
/// sandbox), `Opening`, `FileOperations`, `DirectoryOperations`, `Descriptor`, `WasiInputStream`
/// and `WasiOutputStream`, `Waiting`.
///
/// Rules of this package:
/// - A guest's mistake that the WIT has a value for is that value (`error-code`, `stream-error`); a
///   fault ends the call, and its codes are {@link dev.wrt.wasi.WasiCode}.
/// - Exceptions of the host stop in `Attempt`, `WasiInputStream` and `WasiOutputStream`.
/// - All waiting is in `Waiting`, so one deadline covers it.
/// - Nothing is granted by default: no directory, argument or variable of the environment.
package dev.wrt.wasi;
