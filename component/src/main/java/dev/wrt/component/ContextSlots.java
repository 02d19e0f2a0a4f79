package dev.wrt.component;

/// `Thread.storage` of CanonicalABI.md: what `context.get` and `context.set` of a thread see.
final class ContextSlots {
  private long slot0;
  private long slot1;

  /// The value of a slot.
  long context(int slot) {
    return slot == 0 ? slot0 : slot1;
  }

  /// Sets a slot.
  void context(int slot, long value) {
    if (slot == 0) {
      slot0 = value;
    } else {
      slot1 = value;
    }
  }
}
