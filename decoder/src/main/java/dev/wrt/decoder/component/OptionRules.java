package dev.wrt.decoder.component;

import dev.wrt.decoder.Feature;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import java.util.Set;

/// The validation rules of `canonopt` (CanonicalABI.md, "`canonopt` Validation"): what an option
/// must be, and which options a definition may have or must have.
// [impl->req~component-canon-options~1]
final class OptionRules {
  private static final ValType I32 = ValType.I32;
  private static final FuncType CALLBACK = new FuncType(List.of(I32, I32, I32), List.of(I32));

  private final ComponentScope scope;
  private final FirstFault faults;

  OptionRules(ComponentScope scope) {
    this.scope = scope;
    this.faults = scope.faults;
  }

  /// An option that not every definition may have. A string encoding is never wrong.
  enum Option {
    MEMORY("memory"),
    REALLOC("realloc"),
    POST_RETURN("post-return"),
    ASYNC("async"),
    CALLBACK("callback");

    private final String word;

    Option(String word) {
      this.word = word;
    }
  }

  private static boolean given(CanonOpts opts, Option option) {
    return switch (option) {
      case MEMORY -> opts.memory().isPresent();
      case REALLOC -> opts.realloc().isPresent();
      case POST_RETURN -> opts.postReturn().isPresent();
      case ASYNC -> opts.async();
      case CALLBACK -> opts.callback().isPresent();
    };
  }

  /// The rules that do not depend on a function's type.
  ///
  /// @param opts the options
  /// @param allowed those that the definition may have
  /// @param what the definition
  void general(CanonOpts opts, Set<Option> allowed, String what) {
    for (Option option : Option.values()) {
      if (given(opts, option) && !allowed.contains(option)) {
        forbidden("`" + option.word + "` for " + what);
      }
    }
    opts.memory().ifPresent(this::memory);
    opts.realloc().ifPresent(funcidx -> realloc(funcidx, opts));
    if (opts.async() && opts.postReturn().isPresent()) {
      forbidden("`post-return` with `async`");
    }
    if (opts.callback().isPresent()) {
      callback(opts, opts.callback().getAsInt());
    }
  }

  private void forbidden(String what) {
    faults.invalid(ValidationCode.OPTION_FORBIDDEN, what);
  }

  /// A memory of the default page size that is not shared: a subtype of `(memory 0)`, or with
  /// 64-bit addresses of `(memory i64 0)`.
  ///
  /// @param memoryidx `core:memoryidx`
  void memory(int memoryidx) {
    MemType memory = scope.at(scope.coreMemories, Sort.CORE_MEMORY, memoryidx);
    if (memory == null) {
      return;
    }
    if (memory.is64()) {
      faults.require(Feature.COMPONENT_MEMORY64, "canonical option memory");
    }
    if (memory.shared() || memory.pageSizeLog2() != MemType.PAGE_SIZE_LOG2) {
      faults.invalid(
          ValidationCode.OPTION_MEMORY, "memory " + memoryidx + " is of type `" + memory + "`");
    }
  }

  private void realloc(int funcidx, CanonOpts opts) {
    ValType address = address64(opts) ? ValType.I64 : I32;
    FuncType expected = new FuncType(List.of(address, address, address, address), List.of(address));
    signature("realloc", funcidx, expected);
    if (opts.memory().isEmpty()) {
      faults.invalid(
          ValidationCode.OPTION_REQUIRED,
          "option `realloc` requires `memory` to also be specified");
    }
  }

  private void callback(CanonOpts opts, int funcidx) {
    if (!opts.async()) {
      faults.invalid(
          ValidationCode.OPTION_REQUIRED,
          "option `callback` requires `async` to also be specified");
    }
    signature("callback", funcidx, CALLBACK);
  }

  /// The function of an option must have the type that the canonical ABI says.
  void signature(String option, int funcidx, FuncType expected) {
    if (!scope.coreFunc(funcidx).equals(expected)) {
      faults.invalid(
          ValidationCode.OPTION_SIGNATURE,
          "canonical option `" + option + "`, expected " + expected);
    }
  }

  /// `async` is for functions whose type says so.
  void asyncType(CanonOpts opts, ComponentFuncType type) {
    if (opts.async() && !type.async()) {
      faults.invalid(
          ValidationCode.OPTION_FORBIDDEN,
          "the `async` canonical option requires an async function type");
    }
  }

  /// Whether addresses in the memory of the options have 64 bits.
  boolean address64(CanonOpts opts) {
    return opts.memory().isPresent() && address64(opts.memory().getAsInt());
  }

  /// Whether addresses in a memory have 64 bits; false if there is no such memory.
  boolean address64(int memoryidx) {
    return memoryidx >= 0
        && memoryidx < scope.coreMemories.size()
        && scope.coreMemories.get(memoryidx).is64();
  }

  /// An option that a definition must have under a condition.
  void require(Option option, CanonOpts opts, boolean required) {
    if (required && !given(opts, option)) {
      faults.invalid(ValidationCode.OPTION_REQUIRED, "`" + option.word + "`");
    }
  }
}
