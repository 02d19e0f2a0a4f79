package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The last exception of the user's code on a thread, so that the exception that is made of its
/// fault further out on the same thread can name it as its cause. Faults themselves carry none.
///
/// @param fault what it became
/// @param thrown the exception
record LastThrown(Fault fault, Throwable thrown) {
  private static final ThreadLocal<@Nullable LastThrown> LAST = new ThreadLocal<>();

  /// Remembers an exception.
  static void set(Fault fault, Throwable thrown) {
    LAST.set(new LastThrown(fault, thrown));
  }

  /// The exception behind a fault, if there was one; it is remembered no longer.
  static @Nullable Throwable take(Fault fault) {
    LastThrown last = LAST.get();
    LAST.remove();
    return last != null && last.fault == fault ? last.thrown : null;
  }
}
