package dev.wrt.tests.faults;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.engine.EngineSeam;
import dev.wrt.engine.Machine;
import dev.wrt.engine.Store;

/// A guest that is loaded at one verification level, with the host's side of it: it runs the same
/// script of calls again and again, stops after any amount of fuel, and keeps what it has told.
abstract class Rig implements AutoCloseable {
  /// What it tells the outside.
  final Transcript transcript = new Transcript();

  /// Why it has failed; null if it has not.
  Fault fault;

  /// Whether its script is at its end.
  boolean ended;

  /// The calls of its script that are done.
  int done;

  static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  /// Where its storage comes from.
  static MemoryBudget budget() {
    return MemoryBudget.root("campaign", 1L << 28);
  }

  /// Begins its script; nothing runs yet.
  void begin() {
    fault = null;
    ended = false;
    done = 0;
  }

  /// Goes on with so much more fuel.
  abstract void advance(long fuel);

  /// The binary that it was loaded from, and that it still reads.
  abstract byte[] bytes();

  /// The store it runs in.
  abstract Store store();

  /// The machine that runs it.
  abstract Machine machine();

  /// Verifies everything that has a digest.
  ///
  /// @return the first mismatch that was not put right, or null
  final Fault scrub() {
    return EngineSeam.scrub(store());
  }

  /// How many words were put right.
  final long repairs() {
    return EngineSeam.repairs(store());
  }

  /// Fuel it has been charged since it was loaded.
  final long charged() {
    return machine().instructions();
  }

  /// Whether it goes on if it gets fuel.
  final boolean goesOn() {
    return !ended && fault == null;
  }

  @Override
  public abstract void close();
}
