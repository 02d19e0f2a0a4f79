/// Checksummed memory: slices, verification levels, scrubbing and buffer pools.
module dev.wrt.memory {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.bounded;

  exports dev.wrt.memory;
}
