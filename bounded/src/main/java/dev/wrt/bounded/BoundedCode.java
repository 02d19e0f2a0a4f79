package dev.wrt.bounded;

/// Refusals of budgets and bounded collections.
// [impl->req~bounded-fault-codes~1]
public enum BoundedCode implements FaultCode {
  /// A reservation would exceed the account's maximum or one above it.
  BUDGET_EXHAUSTED("WRT-B-001", "memory budget exhausted"),
  /// A collection is full.
  CAPACITY_EXCEEDED("WRT-B-002", "capacity exceeded"),
  /// A control word of a budget or collection and its inverse disagree.
  CONTROL_WORD_MISMATCH("WRT-B-020", "control word and its inverse differ"),
  /// The elements of a collection and their digest disagree.
  CONTENTS_MISMATCH("WRT-B-021", "elements differ from their digest"),
  /// The two copies of a collection's digest disagree.
  DIGEST_CORRUPTED("WRT-B-022", "digest of elements and its complement differ");

  private final String id;
  private final String text;

  BoundedCode(String id, String text) {
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
