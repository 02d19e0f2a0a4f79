package dev.wrt.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;

/// `ErrorContext` of CanonicalABI.md: an immutable value that a guest names by an index.
///
/// The specification leaves to the runtime what becomes of the message. It is kept here, up to a
/// bound: a message is a function of what the guest has computed, so keeping it leaves runs as
/// reproducible as dropping it would, and it is what somebody who looks for the error wants to
/// read.
///
/// @param debugMessage what it says
record ErrorContextHandle(String debugMessage) implements HandleElement {
  /// The most UTF-16 code units of a message that are kept.
  static final int MESSAGE_MAX = 4096;

  /// `host_defined_transformation`: the message up to the bound, cut between characters.
  static String bounded(String message) {
    if (message.length() <= MESSAGE_MAX) {
      return message;
    }
    boolean splits = Character.isHighSurrogate(message.charAt(MESSAGE_MAX - 1));
    return message.substring(0, splits ? MESSAGE_MAX - 1 : MESSAGE_MAX);
  }

  /// Adds an error context to the handles of an instance, whose account pays for the message.
  // [impl->req~error-context~1]
  static Result<Integer> add(ComponentInstance instance, String debugMessage) {
    ErrorContextHandle context = new ErrorContextHandle(bounded(debugMessage));
    MemoryBudget account = instance.account();
    if (!account.offer(context.bytes())) {
      return Result.err(account.refusal(context.bytes()));
    }
    Result<Integer> index = instance.handles.add(context);
    if (index instanceof Result.Err<Integer>) {
      account.release(context.bytes());
    }
    return index;
  }

  /// What the message takes.
  long bytes() {
    return 2L * debugMessage.length();
  }

  @Override
  public String kind() {
    return "an error context";
  }
}
