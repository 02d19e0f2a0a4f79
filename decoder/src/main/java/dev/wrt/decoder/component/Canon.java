package dev.wrt.decoder.component;

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

  /// `canon task.return rs opts` (gated).
  ///
  /// @param result the result's type, if any
  /// @param opts the options
  record TaskReturn(Optional<ValTypeRef> result, CanonOpts opts) implements Canon {}

  /// One of the built-ins that take the immediates below, told apart by {@link CanonBuiltin}
  /// (gated). A built-in that has not got an immediate leaves it at its neutral value.
  ///
  /// @param builtin which one
  /// @param typeidx its stream or future type, or core function type
  /// @param opts its options
  /// @param flag its `async?`, `cancel?` or `sh?`
  /// @param index its memory, table or context slot
  record Builtin(
      CanonBuiltin builtin, OptionalInt typeidx, CanonOpts opts, boolean flag, OptionalInt index)
      implements Canon {}
}
