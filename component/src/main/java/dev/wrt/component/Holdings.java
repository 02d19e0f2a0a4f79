package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What something holds, to be given back in reverse order.
///
/// While it is put together, the first refusal sticks: its maker goes on as long as it has what the
/// next part needs, and then asks once.
final class Holdings {
  private final Deque<Runnable> giveBacks = new ArrayDeque<>();
  private @Nullable Fault fault;

  /// The value of a result, or null where it is a refusal.
  ///
  /// @param made what was tried
  /// @param giveBack what gives it back
  <T> @Nullable T take(Result<T> made, Consumer<T> giveBack) {
    return switch (made) {
      case Result.Ok<T> ok -> {
        giveBacks.push(() -> giveBack.accept(ok.value()));
        yield ok.value();
      }
      case Result.Err<T> err -> {
        if (fault == null) {
          fault = err.fault();
        }
        yield null;
      }
    };
  }

  /// A new account below another one, closed with the rest.
  MemoryBudget account(MemoryBudget above, String name) {
    MemoryBudget account = above.child(name, above.maxBytes());
    giveBacks.push(account::close);
    return account;
  }

  /// Something more to be given back.
  void also(Runnable giveBack) {
    giveBacks.push(giveBack);
  }

  /// The first refusal, or null while there was none.
  @Nullable Fault fault() {
    return fault;
  }

  /// Gives everything back and says why the whole was not made.
  // [impl->req~component-budget-refused~1]
  // [impl->req~limits-nth-reservation~1]
  <T> Result<T> failed() {
    giveBack();
    Fault first = fault;
    if (first == null) {
      throw new Invariant.Violation("what failed has a refusal");
    }
    return Result.err(first);
  }

  /// Gives everything back; a second time there is nothing left.
  void giveBack() {
    while (!giveBacks.isEmpty()) {
      giveBacks.pop().run();
    }
  }
}
