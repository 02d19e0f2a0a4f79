/// Checksummed memory: slices, verification levels, scrubbing and buffer pools.
package dev.wrt.memory;
