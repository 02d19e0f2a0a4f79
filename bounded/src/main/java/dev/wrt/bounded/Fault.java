package dev.wrt.bounded;

import java.util.List;

/// Why an operation was refused: the guest or its bytes are wrong, or a limit of ours is reached.
///
/// A fault carries data, never prose: the code says what, the fields say where and how much, and
/// one printer (`dev.wrt.cli`) makes the text. The family is sealed here because a sealed type
/// can't cross modules; the codes are enums of the modules.
public sealed interface Fault {
  /// Which kind of refusal this is.
  FaultCode code();

  /// A memory budget refused a reservation.
  ///
  /// @param code the kind
  /// @param account path of the account that refused, such as `engine/component/memory`
  /// @param requested bytes asked for
  /// @param available bytes that were left
  record BudgetFault(FaultCode code, String account, long requested, long available)
      implements Fault {}

  /// A fixed capacity, or a limit of {@code Limits}, is reached.
  ///
  /// @param code the kind
  /// @param limit name of the limit or collection
  /// @param requested the count or size asked for
  /// @param max the largest that is allowed
  record LimitFault(FaultCode code, String limit, long requested, long max) implements Fault {}

  /// An access outside a memory or slice.
  ///
  /// @param code the kind
  /// @param offset first byte asked for
  /// @param length bytes asked for
  /// @param size bytes there are
  record MemoryFault(FaultCode code, long offset, long length, long size) implements Fault {}

  /// Stored data no longer match their digest: the data, or the digest, were changed behind the
  /// API.
  ///
  /// @param code the kind
  /// @param area which storage, such as `memory 0`
  /// @param block index of the block that differs
  /// @param expected digest that the stores have led to
  /// @param found digest of what is there
  /// @param repaired whether a single wrong word was located and put right
  record IntegrityFault(
      FaultCode code, String area, int block, long expected, long found, boolean repaired)
      implements Fault {}

  /// Bytes that are not a well-formed module or component.
  ///
  /// @param code the kind
  /// @param offset byte offset in the file
  /// @param subject what was being read; may be empty
  record MalformedFault(FaultCode code, long offset, String subject) implements Fault {}

  /// A well-formed module or component that breaks a validation rule.
  ///
  /// @param code the kind
  /// @param offset byte offset in the file
  /// @param subject the offending name, type or index; may be empty
  record InvalidFault(FaultCode code, long offset, String subject) implements Fault {}

  /// A valid module or component that can't be linked with what is offered.
  ///
  /// @param code the kind
  /// @param name the import or export concerned
  /// @param expected what it asks for; may be empty
  /// @param found what is offered; may be empty
  record LinkFault(FaultCode code, String name, String expected, String found) implements Fault {}

  /// A WebAssembly trap.
  ///
  /// @param code the kind
  /// @param subject detail such as a name or index; may be empty
  /// @param backtrace guest functions, innermost first; may be cut, then its last line says so
  record Trap(FaultCode code, String subject, List<String> backtrace) implements Fault {
    /// Keeps a private copy of the backtrace.
    // [impl->req~bounded-fault-immutable~1]
    public Trap {
      backtrace = List.copyOf(backtrace);
    }
  }

  /// A call that can't be made: unknown export, wrong number or type of arguments.
  ///
  /// @param code the kind
  /// @param function the function concerned
  /// @param expected its signature, or the list of what exists
  /// @param found what was given
  record CallFault(FaultCode code, String function, String expected, String found)
      implements Fault {}

  /// An interceptor's denial.
  ///
  /// @param code the kind
  /// @param interceptor name of the interceptor
  /// @param rule the rule or limit that decided
  /// @param subject the call or event that was denied
  record PolicyFault(FaultCode code, String interceptor, String rule, String subject)
      implements Fault {}

  /// Something of the host is missing or refused: a file, a directory, an option's value.
  ///
  /// @param code the kind
  /// @param subject the file, option or resource
  /// @param detail what the host said, or the values that are allowed
  record HostFault(FaultCode code, String subject, String detail) implements Fault {}

  /// The guest asked to end (`wasi:cli/exit`): not an error, but the end of the call.
  ///
  /// @param code the kind
  /// @param status exit code, 0 to 255
  record ExitFault(FaultCode code, int status) implements Fault {}
}
