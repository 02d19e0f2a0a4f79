package dev.wrt.embed;

import dev.wrt.bounded.Fault.HostFault;
import java.lang.invoke.MethodHandle;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Calls of the user's code, whose exceptions become faults.
final class HostCode {
  private HostCode() {}

  /// What code answers.
  ///
  /// @param subject names the code in the fault
  /// @throws Refusal with a {@link HostFault} for whatever it throws
  static @Nullable Object run(String subject, MethodHandle code, @Nullable Object... arguments) {
    try {
      return Access.call(code, arguments);
    } catch (Throwable thrown) {
      throw threw(subject, thrown);
    }
  }

  /// What a constructor makes.
  static Object made(String subject, MethodHandle constructor, @Nullable Object... arguments) {
    Object made = run(subject, constructor, arguments);
    if (made == null) {
      throw Refusal.nothing();
    }
    return made;
  }

  /// The refusal of an exception.
  static Refusal threw(String subject, Throwable thrown) {
    Refusal refusal =
        new Refusal(new HostFault(EmbedCode.HOST_THREW, subject, String.valueOf(thrown)));
    LastThrown.set(refusal.fault(), thrown);
    return refusal;
  }
}
