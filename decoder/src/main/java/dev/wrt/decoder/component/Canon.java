package dev.wrt.decoder.component;

import dev.wrt.decoder.core.ValType;
import java.util.Optional;
import java.util.OptionalInt;

/// `canon`: a canonical definition. {@link Lift} defines a component function, every other one a
/// core function.
public sealed interface Canon {
  /// `canon lift f opts ft`: a component function of type `ft` that runs core function `f`.
  ///
  /// @param coreFuncidx the callee
  /// @param opts the options
  /// @param typeidx its component function type
  record Lift(int coreFuncidx, CanonOpts opts, int typeidx) implements Canon {}

  /// `canon lower f opts`: a core function that calls component function `f`.
  ///
  /// @param funcidx the callee
  /// @param opts the options
  record Lower(int funcidx, CanonOpts opts) implements Canon {}

  /// `canon resource.new rt`: makes an owned handle of a locally defined resource type.
  ///
  /// @param typeidx the resource type
  record ResourceNew(int typeidx) implements Canon {}

  /// `canon resource.drop rt`: drops a handle.
  ///
  /// @param typeidx the resource type
  record ResourceDrop(int typeidx) implements Canon {}

  /// `canon resource.rep rt`: the representation behind a handle of a locally defined type.
  ///
  /// @param typeidx the resource type
  record ResourceRep(int typeidx) implements Canon {}

  /// `canon task.return rs opts`: resolves the current task with a result.
  ///
  /// @param result the result's type, if any
  /// @param opts the options
  record TaskReturn(Optional<ValTypeRef> result, CanonOpts opts) implements Canon {}

  /// One of the built-ins of concurrency and error contexts, told apart by {@link CanonBuiltin}.
  ///
  /// @param builtin which one
  /// @param immediates what is written after its opcode
  record Builtin(CanonBuiltin builtin, Immediates immediates) implements Canon {}

  /// What is written after the opcode of a {@link Builtin}.
  sealed interface Immediates {
    /// Nothing.
    None NONE = new None();

    /// Whether `async`, `cancellable` or `shared` is given, whichever the built-in may have.
    default boolean flag() {
      return switch (this) {
        case Flag i -> i.given();
        case OfType i -> i.async() || i.opts().async();
        case Waiting i -> i.cancellable();
        case NewThread i -> i.shared();
        case None i -> false;
        case Context i -> false;
        case Options i -> false;
      };
    }

    /// The canonical options; none for a built-in that has not got any.
    default CanonOpts opts() {
      return switch (this) {
        case OfType i -> i.opts();
        case Options i -> i.opts();
        case None i -> CanonOpts.NONE;
        case Flag i -> CanonOpts.NONE;
        case Context i -> CanonOpts.NONE;
        case Waiting i -> CanonOpts.NONE;
        case NewThread i -> CanonOpts.NONE;
      };
    }
  }

  /// Nothing follows.
  record None() implements Immediates {}

  /// `async?`, `cancel?` or `sh?` of a built-in that has nothing else.
  ///
  /// @param given whether it is there
  record Flag(boolean given) implements Immediates {}

  /// A slot of the current thread's storage.
  ///
  /// @param type the slot's core type
  /// @param slot its number
  record Context(ValType type, int slot) implements Immediates {}

  /// Of a `stream.*` or `future.*` built-in.
  ///
  /// @param typeidx the stream or future type
  /// @param opts the options of a read or write
  /// @param async `async?` of a cancellation
  record OfType(int typeidx, CanonOpts opts, boolean async) implements Immediates {}

  /// Of an `error-context.*` built-in.
  ///
  /// @param opts the options
  record Options(CanonOpts opts) implements Immediates {}

  /// Of `waitable-set.wait` and `waitable-set.poll`.
  ///
  /// @param cancellable whether a cancellation of the task may be what it finds
  /// @param memoryidx `core:memoryidx` of the memory that the event is written to
  record Waiting(boolean cancellable, int memoryidx) implements Immediates {}

  /// Of `thread.new-indirect`, `thread.spawn-ref` and `thread.spawn-indirect`.
  ///
  /// @param shared whether the thread may run in parallel
  /// @param coreTypeidx `core:typeidx` of the type of the function that the thread runs
  /// @param tableidx `core:tableidx` of the table that the function is in, if it is in one
  record NewThread(boolean shared, int coreTypeidx, OptionalInt tableidx) implements Immediates {}
}
