package dev.wrt.engine;

import dev.wrt.bounded.FaultCode;

/// Refusals of linking, instantiation and entering, in the words of the official test suite where
/// it has words for them.
public enum EngineCode implements FaultCode {
  /// An import that nothing was offered for.
  UNKNOWN_IMPORT("WRT-E-101", "unknown import"),
  /// What was offered for an import has another type.
  INCOMPATIBLE_IMPORT("WRT-E-102", "incompatible import type"),
  /// A memory's least size is above what this engine can address.
  MEMORY_TOO_LARGE("WRT-E-103", "memory too large"),
  /// A table's least size is above what the options allow.
  TABLE_TOO_LARGE("WRT-E-104", "table too large"),
  /// A function was entered with another number of arguments than it has parameters.
  ARGUMENT_COUNT("WRT-E-105", "wrong number of arguments"),
  /// A feature of the module that this engine does not execute.
  UNSUPPORTED("WRT-E-106", "feature not supported by the engine"),
  /// The modules of a store have more types than it can hold.
  TYPES_TOO_MANY("WRT-E-107", "too many types in a store"),
  /// A function or tag of the host was to have a type that names types of a module.
  TYPE_OF_MODULE("WRT-E-108", "type of a module"),
  /// A slot of the value stack that differs from its copy.
  VALUE_STACK_CORRUPTED("WRT-E-060", "value stack corrupted"),
  /// A word of the call stack that differs from its copy.
  CALL_STACK_CORRUPTED("WRT-E-061", "call stack corrupted"),
  /// A register of a machine at rest that differs from its copy.
  CONTROL_WORDS_CORRUPTED("WRT-E-062", "control words corrupted"),
  /// A word of detached activations that differs from its copy.
  SAVED_FRAMES_CORRUPTED("WRT-E-063", "saved frames corrupted"),
  /// An exception that nothing in the activation catches.
  UNCAUGHT_EXCEPTION("WRT-E-109", "uncaught exception");

  private final String id;
  private final String text;

  EngineCode(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }
}
