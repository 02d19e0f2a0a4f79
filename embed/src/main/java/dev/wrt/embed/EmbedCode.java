package dev.wrt.embed;

import dev.wrt.bounded.FaultCode;

/// Refusals of the binding between Java and WIT.
public enum EmbedCode implements FaultCode {
  /// A Java method has no function of the component, or of the import, beside it.
  FUNCTION_MISSING("WRT-J-001", "no such function for the Java method"),
  /// More than one Java method could be meant.
  METHOD_AMBIGUOUS("WRT-J-002", "more than one Java method fits"),
  /// An import has a function that the Java object does not have a method for.
  METHOD_MISSING("WRT-J-003", "the Java object has no method for the function"),
  /// A Java type can't stand for the WIT type.
  TYPE_MISMATCH("WRT-J-004", "the Java type does not fit the WIT type"),
  /// A Java class is not open to this module.
  NOT_ACCESSIBLE("WRT-J-005", "the Java type is not accessible: export or open its package"),
  /// Exports are bound to interfaces only.
  NOT_AN_INTERFACE("WRT-J-006", "exports are bound to a Java interface"),
  /// The component exports no interface of that name.
  INTERFACE_MISSING("WRT-J-007", "no such exported interface"),
  /// A number is outside the range of its WIT type.
  OUT_OF_RANGE("WRT-J-010", "value out of range"),
  /// A null was passed or returned: WIT has none.
  NULL_VALUE("WRT-J-011", "null has no WIT value"),
  /// A resource that was closed or given away.
  RESOURCE_GONE("WRT-J-012", "resource is closed or was given away"),
  /// A Java object of another class than was bound.
  FOREIGN_OBJECT("WRT-J-013", "Java object of another kind"),
  /// A stream or future is made by the thread that runs the component only.
  NOT_HERE("WRT-J-014", "a stream or future can't be made on this thread"),
  /// A method or constructor of the host's Java code threw an exception.
  HOST_THREW("WRT-J-020", "exception in host code"),
  /// More calls of an asynchronous component are outstanding than it takes.
  ASYNC_FULL("WRT-J-030", "too many calls outstanding"),
  /// An asynchronous component is closed.
  ASYNC_CLOSED("WRT-J-031", "component is closed");

  private final String id;
  private final String text;

  EmbedCode(String id, String text) {
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
