package dev.wrt.decoder.component;

import dev.wrt.decoder.Feature;
import dev.wrt.decoder.component.OptionRules.Option;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The validation rules of the built-ins of concurrency and error contexts (CanonicalABI.md,
/// "Canonical Definitions", from `canon context.get` on).
///
/// What their immediates may be depends on features here; that a built-in as a whole needs one has
/// been seen by the reader.
// [impl->req~component-canon-builtins~1]
final class BuiltinRules {
  private static final Set<Option> COPY = EnumSet.of(Option.MEMORY, Option.REALLOC, Option.ASYNC);
  private static final Set<Option> MESSAGE = EnumSet.of(Option.MEMORY, Option.REALLOC);

  /// Slots of a thread's storage.
  private static final int CONTEXT_SLOTS = 2;

  private final ComponentScope scope;
  private final FirstFault faults;
  private final OptionRules options;

  BuiltinRules(ComponentScope scope) {
    this.scope = scope;
    this.faults = scope.faults;
    this.options = new OptionRules(scope);
  }

  void builtin(CanonBuiltin builtin, Canon.Immediates immediates) {
    boolean address64 =
        switch (immediates) {
          case Canon.None i -> false;
          case Canon.Flag i -> flag(builtin, i);
          case Canon.Context i -> context(i);
          case Canon.OfType i -> ofType(builtin, i);
          case Canon.Options i -> message(builtin, i.opts());
          case Canon.Waiting i -> {
            options.memory(i.memoryidx());
            yield options.address64(i.memoryidx());
          }
          case Canon.NewThread i -> false;
        };
    scope.addCoreFunc(
        immediates instanceof Canon.NewThread thread
            ? newThread(builtin, thread)
            : CoreSignature.builtin(builtin, immediates, address64));
  }

  private boolean flag(CanonBuiltin builtin, Canon.Flag immediate) {
    if (builtin == CanonBuiltin.SUBTASK_CANCEL) {
      asyncCancel(builtin, immediate.given());
    }
    return false;
  }

  private void asyncCancel(CanonBuiltin builtin, boolean async) {
    if (async) {
      faults.require(Feature.ASYNC_BUILTINS, "canon " + builtin.mnemonic() + " async");
    }
  }

  private boolean context(Canon.Context slot) {
    boolean wide = slot.type().equals(ValType.I64);
    if (wide) {
      faults.require(Feature.COMPONENT_MEMORY64, "context slot of type i64");
    } else if (!slot.type().equals(ValType.I32)) {
      faults.invalid(ValidationCode.CONTEXT_TYPE, slot.type().toString());
    }
    if (slot.slot() < 0 || slot.slot() >= CONTEXT_SLOTS) {
      faults.invalid(ValidationCode.CONTEXT_SLOT, Integer.toUnsignedString(slot.slot()));
    }
    ValType before = scope.contextType;
    if (before != null && !before.equals(slot.type())) {
      faults.invalid(
          ValidationCode.CONTEXT_TYPE,
          "`" + slot.type() + "`, but a definition before says `" + before + "`");
    }
    scope.contextType = slot.type();
    return false;
  }

  // Streams and futures

  private boolean ofType(CanonBuiltin builtin, Canon.OfType immediate) {
    Optional<dev.wrt.decoder.component.ValType> element = element(builtin, immediate.typeidx());
    asyncCancel(builtin, immediate.async());
    switch (builtin) {
      case STREAM_READ, FUTURE_READ -> copy(builtin, immediate.opts(), element, true);
      case STREAM_WRITE, FUTURE_WRITE -> copy(builtin, immediate.opts(), element, false);
      default -> {}
    }
    return options.address64(immediate.opts());
  }

  /// The type's elements; the type must be a stream or a future, as the built-in says.
  private Optional<dev.wrt.decoder.component.ValType> element(CanonBuiltin builtin, int typeidx) {
    boolean stream = builtin.mnemonic().startsWith("stream.");
    Type type = scope.types.typeAt(typeidx);
    if (stream && type instanceof dev.wrt.decoder.component.ValType.StreamType t) {
      return t.element();
    }
    if (!stream && type instanceof dev.wrt.decoder.component.ValType.FutureType t) {
      return t.element();
    }
    faults.invalid(
        ValidationCode.WRONG_KIND,
        "type index " + typeidx + " is not a " + (stream ? "stream" : "future") + " type");
    return Optional.empty();
  }

  /// What is read is lowered, which may allocate; what is written is lifted.
  private void copy(
      CanonBuiltin builtin,
      CanonOpts opts,
      Optional<dev.wrt.decoder.component.ValType> element,
      boolean reads) {
    options.general(opts, COPY, builtin.mnemonic());
    if (!opts.async()) {
      faults.require(Feature.ASYNC_BUILTINS, "canon " + builtin.mnemonic() + " without async");
    }
    options.require(Option.MEMORY, opts, element.isPresent());
    boolean pointer = element.isPresent() && element.get().info().hasPointer();
    options.require(Option.REALLOC, opts, reads && pointer);
  }

  // Error contexts

  private boolean message(CanonBuiltin builtin, CanonOpts opts) {
    options.general(opts, MESSAGE, builtin.mnemonic());
    options.require(Option.MEMORY, opts, true);
    boolean debugMessage = builtin == CanonBuiltin.ERROR_CONTEXT_DEBUG_MESSAGE;
    options.require(Option.REALLOC, opts, debugMessage);
    return options.address64(opts);
  }

  // Threads

  /// The thread's function takes one address, and is in a table of functions if it is in one.
  ///
  /// A thread that runs in parallel needs a shared function type, and there are none. The table of
  /// `thread.spawn-indirect` should be shared; as no table can be, any one is taken, so that the
  /// built-in is refused by its name where it would run.
  private FuncType newThread(CanonBuiltin builtin, Canon.NewThread thread) {
    FuncType type = scope.types.coreFuncType(thread.coreTypeidx());
    ValType closure = ValType.I32;
    if (type != null) {
      if (type.equals(new FuncType(List.of(ValType.I64), List.of()))) {
        faults.require(Feature.COMPONENT_MEMORY64, "thread with a closure of type i64");
        closure = ValType.I64;
      } else if (!type.equals(new FuncType(List.of(ValType.I32), List.of()))) {
        faults.invalid(ValidationCode.THREAD_FUNCTION, builtin.mnemonic() + " of `" + type + "`");
      }
    }
    if (thread.shared()) {
      faults.invalid(ValidationCode.THREAD_FUNCTION, builtin.mnemonic() + " of a shared type");
    }
    ValType function =
        thread.tableidx().isPresent()
            ? address(thread.tableidx().getAsInt())
            : scope.types.refNull(thread.coreTypeidx());
    return CoreSignature.newThread(function, closure);
  }

  /// The address type of the table of threads' functions.
  private ValType address(int tableidx) {
    TableType table = scope.at(scope.coreTables, Sort.CORE_TABLE, tableidx);
    if (table == null) {
      return ValType.I32;
    }
    if (!scope.types.matchesFuncref(table.elem())) {
      faults.invalid(
          ValidationCode.THREAD_TABLE,
          "table " + tableidx + " has elements `" + table.elem() + "`");
    }
    if (table.is64()) {
      faults.require(Feature.COMPONENT_MEMORY64, "table of threads' functions");
    }
    return table.address();
  }
}
