package dev.wrt.component.abi;

/// What has crossed so far, and how.
///
/// @param crossings passages that moved or showed any byte of a memory
/// @param views views of guest memory that were handed out without a copy
/// @param copies copies made
/// @param bytesCopied bytes of these copies
/// @param buffers buffers taken, pooled or private
/// @param digestsChecked comparisons of a source's digest with its copy's
/// @param wipedBytes bytes of buffers that were wiped after use
/// @param poolHits pooled buffers that were free when asked for
/// @param poolMisses refusals because all were in use
/// @param poolHighWater the most pooled buffers in use at a time
public record CrossingMetrics(
    long crossings,
    long views,
    long copies,
    long bytesCopied,
    long buffers,
    long digestsChecked,
    long wipedBytes,
    long poolHits,
    long poolMisses,
    int poolHighWater) {}
