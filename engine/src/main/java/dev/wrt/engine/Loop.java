package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// The loop that executes register code, which there is twice: one for machines whose stacks have
/// copies, and one that does not ask for them.
///
/// The two are the same bytes of {@link Interpreter}, defined as two classes. A class knows by a
/// constant which one it is, so the compiler of the JVM drops what its machines do not need. One
/// loop for all was measured up to half as slow again at level `OFF`, though each question was a
/// branch that is never taken; and two texts would have to be kept the same by hand.
interface Loop {
  /// For stacks without copies.
  Loop PLAIN = new Interpreter();

  /// For stacks with copies.
  Loop COPIED = copied();

  /// Runs until the fuel is used up, or in front of an instruction for {@link ColdOps}.
  void hot(State s);

  private static Loop copied() {
    try (InputStream in = Interpreter.class.getResourceAsStream("Interpreter.class")) {
      if (in == null) {
        throw new Invariant.Violation("the interpreter's class file is beside the others");
      }
      MethodHandles.Lookup lookup =
          MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true);
      MethodType none = MethodType.methodType(void.class);
      return (Loop) lookup.findConstructor(lookup.lookupClass(), none).invoke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      throw new Invariant.Violation("a class can be defined twice: " + e);
    }
  }
}
