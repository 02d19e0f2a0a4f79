package dev.wrt.component.abi;

/// The running counts behind {@link CrossingMetrics}.
final class Tally {
  long crossings;
  long views;
  long copies;
  long bytesCopied;
  long buffers;
  long digestsChecked;
  long wipedBytes;
  long sealsCompared;
  long sealsBroken;

  /// Counts a copy.
  void copied(int bytes) {
    copies++;
    bytesCopied += bytes;
  }
}
