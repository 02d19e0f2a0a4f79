package dev.wrt.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// A built-in with which a thread stops by its own will: it is answered when the thread goes on,
/// with 1 if that is because its task is cancelled.
// [impl->req~async-threads~1]
final class Pause extends Activation {
  /// How a thread stops.
  enum Kind {
    /// `Thread.yield_`: it goes on when it is its turn again.
    YIELD,
    /// `Thread.suspend`: it goes on when another thread resumes it.
    SUSPEND
  }

  private final Kind kind;
  private final boolean cancellable;

  /// The thread that goes on in its place; null if none does.
  private final @Nullable GuestThread other;

  private boolean begun;

  Pause(Kind kind, boolean cancellable, @Nullable GuestThread other) {
    this.kind = kind;
    this.cancellable = cancellable;
    this.other = other;
  }

  @Override
  Next step(Driver driver) {
    if (!begun) {
      begun = true;
      Readiness until = kind == Kind.YIELD ? Readiness.Always.ALWAYS : null;
      return driver.threads().switchTo(other, until, cancellable);
    }
    driver.answer(driver.tree().machine, driver.current().cancelled ? 1 : 0);
    return Next.DONE;
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
