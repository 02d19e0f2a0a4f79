package dev.wrt.wasi;

/// How much of the host's resources one guest may hold. All in one place; a refusal names the
/// field.
///
/// @param descriptorsMax open files and directories
/// @param listingsMax open directory-entry-streams
/// @param streamsMax input-streams, and as many output-streams
/// @param pollablesMax pollables
/// @param errorsMax values of `wasi:io/error`
/// @param readBytesMax bytes that one read gives; a guest that asks for more gets a short read
/// @param writeBytesMax bytes that `check-write` permits
/// @param randomBytesMax random bytes in one call
/// @param directoryEntriesMax entries of a directory that can be listed
public record WasiLimits(
    int descriptorsMax,
    int listingsMax,
    int streamsMax,
    int pollablesMax,
    int errorsMax,
    int readBytesMax,
    int writeBytesMax,
    int randomBytesMax,
    int directoryEntriesMax) {

  /// The limits where none are given.
  public static WasiLimits standard() {
    return new WasiLimits(256, 64, 512, 512, 256, 1 << 16, 1 << 16, 1 << 20, 1 << 16);
  }
}
