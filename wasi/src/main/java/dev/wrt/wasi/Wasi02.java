package dev.wrt.wasi;

import dev.wrt.component.Linker;

/// WASI 0.2.12 for components.
public final class Wasi02 {
  private Wasi02() {}

  /// Offers all interfaces to a linker.
  ///
  /// @param linker takes the interfaces
  /// @param options what the guest is given
  public static void define(Linker linker, WasiOptions options) {}
}
